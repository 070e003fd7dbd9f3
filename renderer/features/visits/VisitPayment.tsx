import { ActionIcon, Group, Kbd, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paymentMethods } from '../../../shared/domain/orders/money.ts';
import { purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import { cents, type Cents, type Points } from '../../../shared/types/amounts.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { entryId, focusField, pointsPaidId } from './lineCell.ts';
import type { Paying } from './payments.ts';
import { PurseChoice } from '../sharers/PurseChoice.tsx';
import type { VisitPurses } from '../sharers/useVisitPurses.ts';
import { AccountPayment } from './AccountPayment.tsx';
import { StoredPayment } from './StoredPayment.tsx';
import type { VisitForm } from './useVisitForm.ts';

interface VisitPaymentProps {
  readonly form: VisitForm;
  readonly paying: Paying;
  /** What cards with money on them pay. */
  readonly byCardsCents: Cents;
  readonly balance: Points | null;
  /** Pays as much with points as they may. */
  readonly onMost: () => void;
  readonly purses: VisitPurses;
  /** Pays as much out of the stored value as there is. */
  readonly onMostStored: () => void;
  /** Puts what is left on account; left out where nothing can be. */
  readonly onAccount?: () => void;
}

/** How it is paid: with points as far as the shop lets them pay, and the rest in money. */
export const VisitPayment = ({
  form,
  paying,
  byCardsCents,
  balance,
  onMost,
  purses,
  onMostStored,
  onAccount,
}: VisitPaymentProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { draft, change } = form;
  const { mostCents, pointsCents, pointsSpent, dueCents, isFaulty, storedSpent, onAccountCents, withinLimitCents } = paying;
  const { stored: purse, from } = purses;
  const hasPurse = purse !== null && purseTotal(purse) > 0;
  const storedCents = purseTotal(storedSpent);
  return (
    <Stack gap="xs">
      <PurseChoice form={form} purses={purses} />
      <Group gap="xs" align="flex-start" {...(!hasPurse && !onAccount && { wrap: 'nowrap' })}>
        {mostCents > 0 && balance !== null && (
          <TextInput
            id={pointsPaidId}
            flex={1}
            miw="9rem"
            label={
              <Group gap={6} component="span">
                {t('visits.payment.points')} <Kbd size="xs">F8</Kbd>
              </Group>
            }
            labelProps={{ c: 'dimmed', fw: 400 }}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            placeholder={t('visits.payment.most', { amount: money(mostCents) })}
            error={isFaulty ? t('visits.payment.fault', { amount: money(mostCents) }) : undefined}
            value={draft.pointsPaid}
            onChange={(event) => {
              change({ pointsPaid: event.currentTarget.value });
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              focusField(entryId);
            }}
            rightSection={
              <Tooltip label={t('visits.payment.takeMost')}>
                <ActionIcon variant="subtle" aria-label={t('visits.payment.takeMost')} onClick={onMost}>
                  <IconCoins size={18} stroke={1.7} />
                </ActionIcon>
              </Tooltip>
            }
          />
        )}
        {hasPurse && <StoredPayment form={form} paying={paying} onMost={onMostStored} />}
        {onAccount && <AccountPayment form={form} paying={paying} onMost={onAccount} />}
        <Select
          flex={1}
          miw="9rem"
          label={t('visits.payment.method')}
          labelProps={{ c: 'dimmed', fw: 400 }}
          placeholder={t('visits.payment.unsaid')}
          clearable
          data={paymentMethods.map((value) => ({ value, label: t(`orders.money.methods.${value}`) }))}
          value={draft.method}
          onChange={(value) => {
            change({ method: paymentMethods.find((one) => one === value) ?? null });
          }}
        />
      </Group>
      {storedCents > 0 && purse !== null && (
        <Text size="sm" c="var(--regulars-advice-text)" role="status">
          {from === null
            ? t('visits.payment.storedOff', {
                total: money(storedCents),
                principal: money(storedSpent.principalCents),
                gift: money(storedSpent.giftCents),
                left: money(cents(purseTotal(purse) - storedCents)),
              })
            : t('sharers.visitPays', { name: from.name, total: money(storedCents), most: money(from.mostCents) })}
        </Text>
      )}
      {onAccountCents > 0 && (
        <Text size="sm" c="var(--regulars-advice-text)" role="status">
          {onAccountCents > withinLimitCents
            ? t('visits.payment.overLimit', {
                amount: money(onAccountCents),
                over: money(cents(onAccountCents - withinLimitCents)),
              })
            : t('visits.payment.accountOff', { amount: money(onAccountCents) })}
        </Text>
      )}
      {(pointsCents > 0 || storedCents > 0 || onAccountCents > 0 || byCardsCents > 0) && (
        <Group justify="space-between" role="status">
          <Text size="sm" c="var(--regulars-advice-text)">
            {pointsCents > 0 && t('visits.payment.spends', { points: pointsSpent.toLocaleString() })}
          </Text>
          <Text size="sm" fw={700}>
            {t('visits.payment.due')} <MoneyText amount={dueCents} keepZeros />
          </Text>
        </Group>
      )}
    </Stack>
  );
};
