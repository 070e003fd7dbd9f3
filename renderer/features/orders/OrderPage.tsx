import { Alert, Anchor, Button, Group, Kbd, ScrollArea, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { isOpenStatus, nextStep } from '../../../shared/domain/orders/statuses.ts';
import { useMay } from '../../app/session.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { useCopy } from '../../components/useCopy.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { PrintButtons } from '../printing/PrintButtons.tsx';
import { usePrint } from '../printing/usePrint.ts';
import { CollectForm } from './CollectForm.tsx';
import { MoneyForm } from './MoneyForm.tsx';
import { OrderAgreed } from './OrderAgreed.tsx';
import { OrderHistory } from './OrderHistory.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { OrderStatusBadge } from './OrderStatusBadge.tsx';
import { OrderStepButtons } from './OrderStepButtons.tsx';
import { replyText } from './replyText.ts';
import { CancelForm, SendForm } from './StepForms.tsx';
import { statusText } from './orderWords.ts';
import { useOrderSteps } from './useOrderSteps.ts';
import { useTell } from './useTell.ts';

/** One order: how it stands, what comes next, its money and what happened (R052, X31, X32). */
export const OrderPage = (): ReactNode => {
  const { orderId } = useParams({ from: '/orders/$orderId' });
  const order = useOperation('orders.findById', { orderId });
  if (order.isError) return <ErrorNotice error={order.error} onRetry={() => void order.refetch()} />;
  return order.data === undefined ? null : <Opened key={order.data.id} order={order.data} />;
};

type Form = 'collect' | 'pay' | 'refund' | 'cancel' | 'send';

const Opened = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const money = useMoney();
  const copy = useCopy();
  const print = usePrint();
  const may = useMay();
  const steps = useOrderSteps(order);
  const { tell, isBusy: isTelling } = useTell();
  const [form, setForm] = useState<Form | null>(null);
  const { id: orderId, kind, status, customerId } = order;
  const mayWrite = may('visits.write');
  const isOpen = isOpenStatus(status);
  const canChange = mayWrite && isOpen;
  const canPay = mayWrite && status !== 'cancelled' && order.dueCents > 0;
  const canRefund = mayWrite && order.paidCents > 0 && (isOpen || status === 'cancelled');
  const canTell = status === 'ready' && may('callbacks.write');
  const next = nextStep(kind, status);
  const collectWord = t(kind === 'delivery' ? 'orders.page.deliver' : 'orders.page.collect');
  const goOn = (): void => {
    if (next === null) setForm('collect');
    else if (next === 'sent') setForm('send');
    else void steps.put(next);
  };
  const edit = (): void => {
    void navigate({ to: '/orders/$orderId/edit', params: { orderId } });
  };
  const key = (isPossible: boolean, act: () => void) => (): void => {
    if (isPossible && form === null) act();
  };
  const physical = { usePhysicalKeys: true };
  useHotkeys([
    ['N', key(canChange, goOn), physical],
    [
      'G',
      key(canChange, () => {
        setForm('collect');
      }),
      physical,
    ],
    [
      'P',
      key(canPay, () => {
        setForm('pay');
      }),
      physical,
    ],
    [
      'X',
      key(canChange, () => {
        setForm('cancel');
      }),
      physical,
    ],
    ['E', key(canChange, edit), physical],
    ['T', key(canTell, () => void tell(order)), physical],
  ]);
  const close = (): void => {
    setForm(null);
  };
  return (
    <Stack gap={0} h="100%">
      <PageHeader
        title={t('orders.page.title', { number: order.number })}
        beside={<OrderStatusBadge kind={kind} status={status} />}
        text={
          <>
            {t(`orders.kind.${kind}`)}
            {' · '}
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} search={{}} {...props} />}
            >
              {order.customerName}
            </Anchor>
            {' · '}
            <PhoneText phone={order.phone} inherit />
            {' · '}
            <DateText date={order.placedOn} />
            {order.staff !== null && ` · ${order.staff.name}`}
          </>
        }
      >
        <PrintButtons
          isPending={print.isPending}
          onPrint={(to) => {
            print.slip({ kind: 'order', orderId }, to);
          }}
        />
        <Button
          variant="subtle"
          onClick={() => {
            copy(replyText(t, order, money));
          }}
        >
          {t('orders.page.reply')}
        </Button>
        {canChange && (
          <>
            <Button variant="default" rightSection={<Kbd size="xs">E</Kbd>} onClick={edit}>
              {t('orders.page.edit')}
            </Button>
            <Button
              variant="default"
              rightSection={<Kbd size="xs">X</Kbd>}
              onClick={() => {
                setForm('cancel');
              }}
            >
              {t('orders.page.cancel')}
            </Button>
          </>
        )}
        {mayWrite && status === 'cancelled' && (
          <Button variant="default" loading={steps.isBusy} onClick={() => void steps.reopen()}>
            {t('orders.page.reopen')}
          </Button>
        )}
        {mayWrite && order.visit !== null && (
          <Button variant="default" loading={steps.isBusy} onClick={() => void steps.undoCollect()}>
            {t('orders.page.undoCollect')}
          </Button>
        )}
      </PageHeader>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        <Stack px="md" pb="lg" gap="lg" maw={980}>
          <OrderNotice order={order} />
          <Group gap="xs">
            {isOpen && (
              <OrderStepButtons
                order={order}
                steps={steps}
                isLocked={!mayWrite}
                onSend={() => {
                  setForm('send');
                }}
              />
            )}
          </Group>
          <Group gap="xs">
            {canChange && (
              <Button rightSection={<Kbd size="xs">N</Kbd>} disabled={steps.isBusy} onClick={goOn}>
                {next === null ? collectWord : t('orders.page.next', { status: statusText(t, kind, next) })}
              </Button>
            )}
            {canChange && next !== null && (
              <Button
                variant="default"
                rightSection={<Kbd size="xs">G</Kbd>}
                onClick={() => {
                  setForm('collect');
                }}
              >
                {collectWord}
              </Button>
            )}
            {canPay && (
              <Button
                variant="default"
                rightSection={<Kbd size="xs">P</Kbd>}
                onClick={() => {
                  setForm('pay');
                }}
              >
                {t('orders.page.pay')}
              </Button>
            )}
            {canRefund && (
              <Button
                variant="default"
                onClick={() => {
                  setForm('refund');
                }}
              >
                {t('orders.page.refund')}
              </Button>
            )}
            {canTell && (
              <Button
                variant="default"
                disabled={isTelling}
                rightSection={<Kbd size="xs">T</Kbd>}
                onClick={() => void tell(order)}
              >
                {t('orders.page.tell')}
              </Button>
            )}
            {order.toldAt !== null && isOpen && (
              <Text size="sm" c="dimmed">
                {t('orders.page.told')} <MomentText at={order.toldAt} />
              </Text>
            )}
          </Group>
          {form === 'collect' && canChange && <CollectForm order={order} onClose={close} />}
          {form === 'pay' && canPay && <MoneyForm key="pay" order={order} way="pay" onClose={close} />}
          {form === 'refund' && canRefund && <MoneyForm key="refund" order={order} way="refund" onClose={close} />}
          {form === 'send' && canChange && <SendForm order={order} steps={steps} onClose={close} />}
          {form === 'cancel' && canChange && <CancelForm order={order} steps={steps} onClose={close} />}
          <OrderAgreed order={order} />
          <OrderLines order={order} />
          <OrderMoney order={order} />
          <OrderHistory order={order} />
        </Stack>
      </ScrollArea>
    </Stack>
  );
};

/** What a closed order leaves open: money to give back, money still due; and the receipt it became. */
const OrderNotice = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { visit, cancelReason } = order;
  if (order.status === 'cancelled')
    return (
      <Alert color="gray" py="xs">
        {t('orders.page.cancelled', { reason: cancelReason ?? '' })}
        {order.paidCents > 0 && ` ${t('orders.page.keptPaid', { amount: money(order.paidCents) })}`}
      </Alert>
    );
  if (visit === null) return null;
  return (
    <Alert color={order.dueCents > 0 ? 'amber' : 'gray'} py="xs">
      <Anchor inherit renderRoot={(props) => <Link to="/visits/$visitId" params={{ visitId: visit.id }} {...props} />}>
        {t('orders.page.visit', { number: visit.receiptNumber ?? '' })}
      </Anchor>
      {order.dueCents > 0 && ` · ${t('orders.page.owing', { amount: money(order.dueCents) })}`}
    </Alert>
  );
};
