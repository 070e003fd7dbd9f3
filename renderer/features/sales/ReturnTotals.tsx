import { Checkbox, Divider, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InPoints } from '../../../shared/domain/visits/returns.ts';
import { goesOffDebt } from '../../../shared/domain/credit/terms.ts';
import { purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';

/** The id of the field that asks why. */
export const reasonFieldId = 'return-reason';

interface ReturnTotalsProps {
  readonly givenBackCents: Cents;
  readonly exchangeCents: Cents;
  /** What of it goes back to cards with money on them, and what of that pays for the exchange. */
  readonly byCards: { readonly backCents: Cents; readonly paysExchangeCents: Cents };
  /** What of it goes back to the points it was paid with; null for none. */
  readonly inPoints: InPoints | null;
  /** What of it goes back into the stored value, and what of that pays for the exchange. */
  readonly toPurse: { readonly back: Purse; readonly paysExchange: Purse };
  /** What of this visit is still owed on account: it is taken off before money is given back; null for nothing. */
  readonly owedCents: Cents | null;
  /** Whether the money becomes stored value instead (X60); absent where it cannot. */
  readonly storing?: { readonly isWanted: boolean; readonly onWant: (isWanted: boolean) => void };
  readonly reason: string;
  readonly isReasonMissing: boolean;
  readonly onReason: (reason: string) => void;
}

/** Who pays whom in the end, and why something came back. */
export const ReturnTotals = ({
  givenBackCents,
  exchangeCents,
  byCards,
  inPoints,
  toPurse,
  owedCents,
  storing,
  reason,
  isReasonMissing,
  onReason,
}: ReturnTotalsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const owed = exchangeCents - givenBackCents;
  const [backCents, spentCents] = [purseTotal(toPurse.back), purseTotal(toPurse.paysExchange)];
  // Points and stored value go back where they came from: what is left changes hands as money.
  const beforeDebt = cents(
    owed + (inPoints?.cents ?? 0) + backCents - spentCents + byCards.backCents - byCards.paysExchangeCents,
  );
  const offDebt = goesOffDebt(owedCents ?? cents(0), cents(0 - beforeDebt));
  const inMoney = cents(beforeDebt + offDebt);
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Text size="sm" c="dimmed">
          {owed > 0 ? t('sales.return.stillToPay') : t('sales.return.giveBack')}
        </Text>
        <Text fz={44} lh={1.15} fw={700} component="output" aria-live="polite" aria-label={t('visits.total')}>
          <MoneyText amount={cents(Math.abs(owed))} keepZeros />
        </Text>
        <Group justify="space-between" c="dimmed">
          <Text size="sm">
            {t('sales.return.comesBack')} <MoneyText amount={givenBackCents} keepZeros />
          </Text>
          {exchangeCents > 0 && (
            <Text size="sm">
              {t('sales.return.taken')} <MoneyText amount={exchangeCents} keepZeros />
            </Text>
          )}
        </Group>
      </Stack>
      {inPoints !== null && inPoints.points > 0 && (
        <Text size="sm" role="status">
          {t('sales.return.inPoints', { amount: money(inPoints.cents), points: inPoints.points.toLocaleString() })}
        </Text>
      )}
      {byCards.backCents > 0 && (
        <Text size="sm" role="status">
          {t('valueCards.return.back', { amount: money(byCards.backCents) })}
          {byCards.paysExchangeCents > 0 && ` ${t('valueCards.return.pays', { amount: money(byCards.paysExchangeCents) })}`}
        </Text>
      )}
      {backCents > 0 && (
        <Text size="sm" role="status">
          {t('sales.return.toPurse', {
            amount: money(backCents),
            principal: money(toPurse.back.principalCents),
            gift: money(toPurse.back.giftCents),
          })}
        </Text>
      )}
      {spentCents > 0 && <Text size="sm">{t('sales.return.fromPurse', { amount: money(spentCents) })}</Text>}
      {offDebt > 0 && (
        <Text size="sm" role="status">
          {t('credit.offDebt', { amount: money(offDebt) })}
        </Text>
      )}
      {inMoney !== owed && (
        <Group justify="space-between">
          <Text size="sm" fw={700}>
            {inMoney > 0 ? t('sales.return.moneyToPay') : t('sales.return.inMoney')}
          </Text>
          <Text fw={700}>
            <MoneyText amount={cents(Math.abs(inMoney))} keepZeros />
          </Text>
        </Group>
      )}
      {storing !== undefined && inMoney < 0 && (
        <Checkbox
          label={t('sales.return.storeMoney', { amount: money(cents(0 - inMoney)) })}
          checked={storing.isWanted}
          onChange={(event) => {
            storing.onWant(event.currentTarget.checked);
          }}
        />
      )}
      <Divider color="var(--regulars-hairline)" />
      <TextInput
        id={reasonFieldId}
        label={t('sales.return.reason')}
        placeholder={t('sales.return.reasonHint')}
        maxLength={200}
        error={isReasonMissing ? t('errors.issue.required') : undefined}
        value={reason}
        onChange={(event) => {
          onReason(event.currentTarget.value);
        }}
      />
      <Text size="sm" c="dimmed">
        {t('sales.return.points')}
      </Text>
    </Stack>
  );
};
