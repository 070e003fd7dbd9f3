import { Divider, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { discountId } from '../visits/lineCell.ts';
import { StaffChoice } from '../visits/StaffChoice.tsx';
import type { VisitForm } from '../visits/useVisitForm.ts';
import { MethodChoice } from './MethodChoice.tsx';
import type { OrderDraft } from './orderDraft.ts';

/** The id of the field for a deposit. */
export const depositFieldId = 'order-deposit';

export interface DepositDraft {
  readonly text: string;
  readonly method: PaymentMethod;
}

interface OrderTotalsProps {
  readonly form: VisitForm;
  readonly draft: OrderDraft;
  readonly onChange: (changes: Partial<OrderDraft>) => void;
  /** Null where the order stands already: money is taken on its page. */
  readonly deposit: DepositDraft | null;
  readonly isDepositFaulty: boolean;
  readonly onDeposit: (deposit: DepositDraft) => void;
}

/** What an order comes to, by when it is promised, what is taken at once and who took it. */
export const OrderTotals = ({ form, draft, onChange, deposit, isDepositFaulty, onDeposit }: OrderTotalsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { total, bill } = form;
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Text size="sm" c="dimmed">
          {t('orders.money.total')}
        </Text>
        {bill.discountCents > 0 && (
          <Text size="sm" c="dimmed">
            {t('visits.discount.taken', { before: money(bill.subtotalCents), amount: money(bill.discountCents) })}
          </Text>
        )}
        <Text fz={44} lh={1.15} fw={700} component="output" aria-live="polite" aria-label={t('orders.money.total')}>
          <MoneyText amount={total} keepZeros />
        </Text>
      </Stack>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          id={discountId}
          flex={1}
          label={t('visits.discount.whole')}
          labelProps={{ c: 'dimmed', fw: 400 }}
          placeholder={t('visits.discount.hint')}
          maxLength={40}
          error={
            bill.isDiscountFaulty && (form.isChecked || form.draft.lines.length > 0) ? t('visits.discount.fault') : undefined
          }
          value={form.draft.discount}
          onChange={(event) => {
            form.change({ discount: event.currentTarget.value });
          }}
        />
        {form.draft.discount.trim() !== '' && (
          <TextInput
            flex={1}
            label={t('orders.form.discountReason')}
            labelProps={{ c: 'dimmed', fw: 400 }}
            maxLength={200}
            value={form.draft.discountReason}
            onChange={(event) => {
              form.change({ discountReason: event.currentTarget.value });
            }}
          />
        )}
      </Group>
      <Divider color="var(--regulars-hairline)" />
      <DayInput
        isClearable
        label={t(draft.kind === 'layaway' ? 'orders.form.collectBy' : 'orders.form.promised')}
        value={draft.promisedOn}
        onChange={(promisedOn) => {
          onChange({ promisedOn });
        }}
      />
      {deposit !== null && (
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            id={depositFieldId}
            flex={1}
            label={t('orders.form.deposit')}
            placeholder={t('orders.form.depositHint')}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            error={isDepositFaulty ? t('orders.form.depositFault', { total: money(total) }) : undefined}
            value={deposit.text}
            onChange={(event) => {
              onDeposit({ ...deposit, text: event.currentTarget.value });
            }}
          />
          <MethodChoice
            method={deposit.method}
            onChange={(method) => {
              onDeposit({ ...deposit, method });
            }}
          />
        </Group>
      )}
      <StaffChoice
        staffId={form.draft.staffId}
        onChange={(staffId) => {
          form.change({ staffId });
        }}
      />
    </Stack>
  );
};
