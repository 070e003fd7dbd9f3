import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { CardsButton } from '../../countCards/CardsButton.tsx';
import { CreditEntry } from '../../credit/CreditEntry.tsx';
import { CouponsEntry } from '../../coupons/CouponsEntry.tsx';
import { AdvocateEntry } from '../../advocates/AdvocateEntry.tsx';
import { MemberCardEntry } from '../../memberCards/MemberCardEntry.tsx';
import { SpendingPinEntry } from '../../spendingPins/SpendingPinEntry.tsx';
import { MembershipEntry } from '../../memberships/MembershipEntry.tsx';
import { ValueCardsEntry } from '../../valueCards/ValueCardsEntry.tsx';
import { StampsEntry } from '../../stamps/StampsEntry.tsx';
import { GiftsEntry } from '../../gifts/GiftsEntry.tsx';
import { KeptEntry } from '../../keptGoods/KeptEntry.tsx';
import type { Card } from '../form/customerValues.ts';
import { CheckIn } from '../points/CheckIn.tsx';
import { PointsNote } from '../points/PointsNote.tsx';
import type { PointsMode } from '../points/PointsDrawer.tsx';
import { purseTotal } from '../../../../shared/domain/storedValue/purse.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { ScoreLine } from '../../loyalty/score/ScoreLine.tsx';
import { TierLine } from '../tier/TierLine.tsx';
import { averageTicket } from './averageTicket.ts';

const Item = ({ label, value, note }: { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode }) => (
  <Stack gap={0} miw={0}>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="md" fw={700} truncate>
      {value}
    </Text>
    {note !== undefined && (
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    )}
  </Stack>
);

interface MoneyPanelProps {
  readonly card: Card;
  readonly onPoints: (mode: PointsMode) => void;
  /** Shows why the balance is what it is. */
  readonly onAccount: () => void;
  /** Shows the stored value and what can be done with it. */
  readonly onStoredValue: () => void;
}

/** How dear: money of the last twelve months, the average ticket, points, and all there ever was. */
export const MoneyPanel = ({ card, onPoints, onAccount, onStoredValue }: MoneyPanelProps) => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const { storedValue, credit } = card;
  const stored = purseTotal(storedValue);
  const average = averageTicket(card.yearSpendCents, card.yearPurchaseDays);
  return (
    <Paper component="section" withBorder p="md" h="100%">
      <Text component="h2" size="xs" c="dimmed" mb={6}>
        {t('customers.card.money.title')}
      </Text>
      <TierLine card={card} />
      <ScoreLine card={card} />
      <SimpleGrid cols={2} spacing="md" verticalSpacing={6}>
        <Item label={t('customers.card.money.year')} value={<MoneyText amount={card.yearSpendCents} />} />
        <Item label={t('customers.card.money.average')} value={average === null ? '—' : <MoneyText amount={average} />} />
        <Item
          label={t('customers.card.money.points')}
          value={card.summary.pointsBalance.toLocaleString(i18n.language)}
          note={<PointsNote card={card} />}
        />
        <Item label={t('customers.card.money.total')} value={<MoneyText amount={card.summary.spendCents} />} />
        {stored > 0 && (
          <Item
            label={t('storedValue.name')}
            value={<MoneyText amount={stored} c="var(--regulars-advice-text)" />}
            note={t('storedValue.parts', {
              principal: money(storedValue.principalCents),
              gift: money(storedValue.giftCents),
            })}
          />
        )}
        {credit !== null && credit.owedCents > 0 && (
          <Item
            label={t('credit.owed')}
            value={
              <MoneyText
                amount={credit.owedCents}
                c={credit.overdueCents > 0 ? 'var(--regulars-danger-text)' : 'var(--regulars-advice-text)'}
              />
            }
            note={
              credit.overdueSince === null
                ? t('credit.leftOfLimit', { amount: money(credit.leftCents) })
                : t('credit.overdueSince', { amount: money(credit.overdueCents), date: credit.overdueSince })
            }
          />
        )}
      </SimpleGrid>
      <Group gap={4} mt={8} ml={-8}>
        {card.summary.pointsBalance > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onPoints('redeem');
            }}
          >
            {t('customers.card.redeem')}
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            onPoints('adjust');
          }}
        >
          {t('customers.card.adjust')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={onAccount}>
          {t('customers.card.pointsAccount')}
        </Button>
        <CheckIn card={card} />
        <MembershipEntry card={card} />
        <StampsEntry card={card} />
        <CardsButton card={card} />
        <Button variant="subtle" size="compact-sm" onClick={onStoredValue}>
          {t('storedValue.open')}
        </Button>
        <ValueCardsEntry card={card} />
        <CouponsEntry card={card} />
        <MemberCardEntry card={card} />
        <CreditEntry card={card} />
        <GiftsEntry owner={{ customerId: card.id, name: card.fields.name }} />
        <AdvocateEntry card={card} />
        <KeptEntry card={card} />
        <SpendingPinEntry card={card} />
      </Group>
    </Paper>
  );
};
