import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { MethodChoice } from './MethodChoice.tsx';

interface MoneyFormProps {
  readonly order: Order;
  readonly way: 'pay' | 'refund';
  readonly onClose: () => void;
}

/** Takes money for an order, or gives it back: never more than is due, or than was paid. */
export const MoneyForm = ({ order, way, onClose }: MoneyFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const pay = useCommand('orders.pay');
  const refund = useCommand('orders.refund');
  const most = way === 'pay' ? order.dueCents : order.paidCents;
  const [text, setText] = useState(moneyInputText(most));
  const [method, setMethod] = useState<PaymentMethod>(order.payments[0]?.method ?? 'cash');
  const { today } = useShop();
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const cents = parseMoney(text);
  const isFaulty = cents === null || cents === 0 || cents > most;
  const isReasonMissing = way === 'refund' && reason.trim() === '';
  const orderId = order.id;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsChecked(true);
    if (isFaulty || isReasonMissing || pay.isPending || refund.isPending) return;
    try {
      const { paymentId } =
        way === 'pay'
          ? await pay.mutateAsync({
              orderId,
              kind: order.paidCents === 0 && cents < most ? 'deposit' : 'payment',
              cents,
              method,
              on,
            })
          : await refund.mutateAsync({ orderId, cents, method, reason });
      done({
        label: t(way === 'pay' ? 'orders.money.took' : 'orders.money.gave', { amount: money(cents) }),
        undo: async () => {
          await call('orders.reversePayment', { orderId, paymentId });
        },
      });
      onClose();
    } catch {
      // The command has told why.
    }
  };
  const title = t(way === 'pay' ? 'orders.page.pay' : 'orders.page.refund');
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <SaveForm onSubmit={(event) => void save(event)} onCancel={onClose}>
        <Text fw={700} mb="xs">
          {title}
        </Text>
        <Group gap="sm" align="flex-start">
          <TextInput
            w="9rem"
            ref={useFocusOnMount(true)}
            label={t('orders.money.cents')}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            error={isChecked && isFaulty ? t('orders.money.fault', { most: money(most) }) : undefined}
            value={text}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <MethodChoice method={method} onChange={setMethod} />
          {way === 'pay' && (
            <DateInput
              w="9rem"
              label={t('orders.money.on')}
              valueFormat="YYYY-MM-DD"
              minDate={order.placedOn}
              maxDate={today}
              value={on}
              onChange={(value) => {
                if (value !== null && isLocalDate(value)) setOn(localDate(value));
              }}
            />
          )}
          {way === 'refund' && (
            <TextInput
              flex={1}
              miw="12rem"
              label={t('orders.money.reason')}
              maxLength={200}
              autoComplete="off"
              error={isChecked && isReasonMissing ? t('errors.issue.required') : undefined}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
            />
          )}
        </Group>
        <Group gap="xs" mt="md">
          <Button type="submit">{title}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </SaveForm>
    </Paper>
  );
};
