import { Box, Button, Kbd, ScrollArea, Stack, Text, Textarea, Title } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { parseDiscount } from '../../../shared/domain/visits/discountText.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { isDialogOpen } from '../../components/dialogs.ts';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { cellId, discountId, entryId, focusField } from '../visits/lineCell.ts';
import { ThingChoice } from '../visits/ThingChoice.tsx';
import { useLineEntry } from '../visits/useLineEntry.ts';
import { useVisitForm, type VisitDraft } from '../visits/useVisitForm.ts';
import { VisitLines } from '../visits/VisitLines.tsx';
import { itemFieldId, OrderFacts } from './OrderFacts.tsx';
import type { OrderDraft } from './orderDraft.ts';
import { depositFieldId, OrderTotals, type DepositDraft } from './OrderTotals.tsx';

interface OrderFormProps {
  readonly card: OutputOf<'customers.findById'>;
  /** The order that is changed; null is a new one. */
  readonly order: { readonly id: string; readonly number: string } | null;
  readonly initial: { readonly order: OrderDraft; readonly lines: VisitDraft };
}

/** One order: what kind, what of, by when, what is taken at once. Enter on the empty last row saves, as Ctrl+Enter does everywhere. */
export const OrderForm = ({ card, order, initial }: OrderFormProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { done } = useUndo();
  const command = useCommand('orders.save');
  const [draft, setDraft] = useState(initial.order);
  const [deposit, setDeposit] = useState<DepositDraft>({ text: '', method: 'cash' });
  const [isChecked, setIsChecked] = useState(false);
  const isUnderWay = useRef(false);
  const mayPass = useRef(false);
  const things = useOperation('things.ofCustomer', { customerId: card.id }).data?.things ?? [];
  // What is sold belongs to no thing of theirs; what is mended does.
  const form = useVisitForm(initial.lines, draft.kind === 'repair' ? things.filter(({ retired }) => retired === null) : []);
  const change = (changes: Partial<OrderDraft>): void => {
    setDraft((before) => ({ ...before, ...changes }));
  };
  const entry = useLineEntry({
    usual: [],
    onTake: ({ source }, byTab) => {
      // No watch runs for what is ordered.
      const key = form.addLine({ ...source, isTimed: false });
      focusField(byTab ? cellId(key, 'quantity') : source.price === null ? cellId(key, 'price') : entryId);
    },
    onFinish: () => {
      if (form.draft.lines.length > 0) void settleThenSave();
    },
  });
  const depositCents = deposit.text.trim() === '' ? 0 : parseMoney(deposit.text);
  const isDepositFaulty = depositCents === null || depositCents > form.total;
  const isItemMissing = draft.kind === 'repair' && draft.item.trim() === '' && form.draft.lines.length === 0;
  const areLinesMissing = draft.kind !== 'repair' && form.draft.lines.length === 0;

  /** The field to mend first, or null. */
  const faultyField = (): string | null => {
    if (isItemMissing) return itemFieldId;
    if (areLinesMissing) return entryId;
    if (form.firstFault !== null) return cellId(form.firstFault.key, form.firstFault.field);
    if (form.bill.isDiscountFaulty) return discountId;
    return order === null && isDepositFaulty ? depositFieldId : null;
  };
  const save = async (): Promise<void> => {
    const field = faultyField();
    if (field !== null) {
      focusField(field);
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      const saved = await command.mutateAsync({
        ...draft,
        orderId: order?.id ?? null,
        customerId: card.id,
        lines: form.lines,
        discount: parseDiscount(form.draft.discount) ?? null,
        discountReason: form.draft.discountReason,
        staffId: form.draft.staffId,
        deposit: order !== null || !depositCents ? null : { cents: depositCents, method: deposit.method },
      });
      const { orderId, number, before } = saved;
      done({
        label:
          before === null ? t('orders.form.saved', { name: card.fields.name, number }) : t('orders.form.changed', { number }),
        undo: async () => {
          if (before === null) {
            await call('orders.remove', { orderId });
            void navigate({ to: '/orders', search: {}, replace: true });
          } else await call('orders.save', before);
        },
      });
      mayPass.current = true;
      void navigate({ to: '/orders/$orderId', params: { orderId }, replace: true });
    } catch {
      // The command has told why.
    } finally {
      isUnderWay.current = false;
    }
  };
  const [wanted, setWanted] = useState<object | null>(null);
  const goOn = useEffectEvent(() => void save());
  useEffect(() => {
    // Only now do the lines hold what was settled.
    if (wanted !== null) goOn();
  }, [wanted]);
  const settleThenSave = async (): Promise<void> => {
    await entry.settle();
    setIsChecked(true);
    form.check();
    setWanted({});
  };
  useEffect(() => {
    if (initial.order.kind !== 'repair') focusField(entryId);
  }, [initial.order.kind]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat || isDialogOpen()) return;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void settleThenSave();
  };
  useWindowEvent('keydown', onKey, { capture: true });
  const isDirty = (): boolean =>
    !mayPass.current &&
    (draft !== initial.order || form.draft !== initial.lines || deposit.text.trim() !== '' || entry.isTyping());

  return (
    <Box h="100%">
      <WithSidePanel
        width={340}
        panelLabel={t('orders.money.total')}
        panel={
          <OrderTotals
            form={form}
            draft={draft}
            onChange={change}
            deposit={order === null ? deposit : null}
            isDepositFaulty={isChecked && isDepositFaulty}
            onDeposit={setDeposit}
          />
        }
        foot={
          <Button
            size="lg"
            fullWidth
            rightSection={
              <Kbd size="xs" visibleFrom="lg">
                Ctrl ⏎
              </Kbd>
            }
            onClick={() => void settleThenSave()}
          >
            {t('orders.form.save')}
          </Button>
        }
      >
        <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
          <Stack p="lg" gap="md">
            <Stack gap={0}>
              <Title order={1} fz="lg">
                {order === null ? t('orders.form.titleNew') : t('orders.form.titleEdit', { number: order.number })}
              </Title>
              <Text size="sm" c="dimmed">
                {card.fields.name}
              </Text>
            </Stack>
            <OrderFacts draft={draft} isNew={order === null} isItemMissing={isChecked && isItemMissing} onChange={change} />
            <ThingChoice
              things={form.things}
              thingId={form.thingId}
              onChange={(thingId) => {
                form.change({ thingId });
              }}
            />
            <Stack gap={6}>
              <Text size="sm" c="dimmed">
                {t(draft.kind === 'repair' ? 'orders.form.repairLines' : 'orders.form.lines')}
              </Text>
              <VisitLines form={form} entry={entry} mayDefer={false} />
              {isChecked && areLinesMissing && (
                <Text size="sm" c="var(--mantine-color-error)" role="alert">
                  {t('orders.form.linesMissing')}
                </Text>
              )}
            </Stack>
          </Stack>
        </ScrollArea>
        <Textarea
          px="lg"
          pb="lg"
          pt="xs"
          label={t('orders.form.note')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={draft.note}
          onChange={(event) => {
            change({ note: event.currentTarget.value });
          }}
        />
      </WithSidePanel>
      <LeaveGuard isDirty={isDirty} />
    </Box>
  );
};
