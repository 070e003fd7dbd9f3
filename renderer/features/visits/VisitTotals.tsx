import { Divider, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { VisitCardsTotal } from '../countCards/VisitCardsTotal.tsx';
import { discountId, entryId, focusField } from './lineCell.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { EarnedPoints } from './EarnedPoints.tsx';
import { purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import type { VisitPurses } from '../sharers/useVisitPurses.ts';
import { StaffChoice } from './StaffChoice.tsx';
import type { Paying } from './payments.ts';
import { RewardsAtVisit } from '../rewards/RewardsAtVisit.tsx';
import { CouponsAtVisit } from './CouponsAtVisit.tsx';
import type { VisitMix } from './useCheapestMix.ts';
import type { VisitCoupons } from './useVisitCoupons.ts';
import type { VisitForm } from './useVisitForm.ts';
import { CardsAtVisit } from '../valueCards/CardsAtVisit.tsx';
import type { VisitValueCards } from '../valueCards/useVisitValueCards.ts';
import { VisitPayment } from './VisitPayment.tsx';

interface VisitTotalsProps {
  readonly form: VisitForm;
  readonly coupons: VisitCoupons;
  readonly valueCards: VisitValueCards;
  readonly mix: VisitMix;
  /** What was paid when it was booked. */
  readonly depositCents: Cents;
  /** Null for a walk-in, who earns nothing. */
  readonly card: Card | null;
  readonly paying: Paying;
  /** Pays as much with points as they may. */
  readonly onMost: () => void;
  /** What they have stored, and what others share with them. */
  readonly purses: VisitPurses;
  /** Pays as much out of the stored value as there is. */
  readonly onMostStored: () => void;
  /** Puts what is left on account; left out where nothing can be. */
  readonly onAccount?: () => void;
}

/** What it comes to, what it earns, who served and when. */
export const VisitTotals = ({
  form,
  coupons,
  valueCards,
  mix,
  depositCents,
  card,
  paying,
  onMost,
  purses,
  onMostStored,
  onAccount,
}: VisitTotalsProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { today, settings } = useShop();
  const { draft, change, bill } = form;
  const total = coupons.totalCents;
  const balance = card?.summary.pointsBalance ?? null;
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Text size="sm" c="dimmed">
          {t('visits.total')}
        </Text>
        {bill.discountCents > 0 && (
          <Text size="sm" c="dimmed">
            {t('visits.discount.taken', { before: money(bill.subtotalCents), amount: money(bill.discountCents) })}
          </Text>
        )}
        <Text fz={44} lh={1.15} fw={700} component="output" aria-live="polite" aria-label={t('visits.total')}>
          <MoneyText amount={total} keepZeros />
        </Text>
        {depositCents > 0 && (
          <Text size="sm" fw={700}>
            {t('visits.deposit', { amount: money(depositCents), rest: money(cents(Math.max(0, total - depositCents))) })}
          </Text>
        )}
        <Group justify="space-between">
          {card === null ? (
            <Text size="sm" fw={700} c="var(--mantine-color-jade-text)">
              {t('visits.walkIn.noPoints')}
            </Text>
          ) : (
            <EarnedPoints
              form={form}
              coupons={coupons}
              customerId={card.id}
              balance={card.summary.pointsBalance}
              earner={settings.sharedVisitEarner === 'owner' && purseTotal(paying.storedSpent) > 0 ? purses.from : null}
              paying={paying}
            />
          )}
          <Text size="sm" c="dimmed">
            {draft.lines.length > 0 && t('visits.itemCount', { count: draft.lines.length })}
          </Text>
        </Group>
      </Stack>
      <VisitCardsTotal form={form} />
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          id={discountId}
          flex={1}
          label={t('visits.discount.whole')}
          labelProps={{ c: 'dimmed', fw: 400 }}
          placeholder={t('visits.discount.hint')}
          maxLength={40}
          error={bill.isDiscountFaulty && (form.isChecked || draft.lines.length > 0) ? t('visits.discount.fault') : undefined}
          value={draft.discount}
          onChange={(event) => {
            change({ discount: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            focusField(entryId);
          }}
        />
        {draft.discount.trim() !== '' && (
          <TextInput
            flex={1}
            label={t('visits.discount.reason')}
            labelProps={{ c: 'dimmed', fw: 400 }}
            maxLength={200}
            value={draft.discountReason}
            onChange={(event) => {
              change({ discountReason: event.currentTarget.value });
            }}
          />
        )}
      </Group>
      {card !== null && <RewardsAtVisit customerId={card.id} name={card.fields.name} />}
      <CouponsAtVisit coupons={coupons} mix={mix} />
      <CardsAtVisit cards={valueCards} />
      <VisitPayment
        form={form}
        paying={paying}
        byCardsCents={valueCards.cents}
        balance={balance}
        onMost={onMost}
        purses={purses}
        onMostStored={onMostStored}
        {...(onAccount && { onAccount })}
      />
      <Divider color="var(--regulars-hairline)" />
      <StaffChoice
        staffId={draft.staffId}
        onChange={(staffId) => {
          change({ staffId });
        }}
      />
      <DateInput
        label={t('visits.date')}
        labelProps={{ c: 'dimmed', fw: 400 }}
        valueFormat="YYYY-MM-DD"
        maxDate={today}
        value={draft.date ?? today}
        onChange={(value) => {
          change({ date: value === null || value === today || !isLocalDate(value) ? null : localDate(value) });
        }}
      />
    </Stack>
  );
};
