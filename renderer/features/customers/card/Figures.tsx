import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../components/Figure.tsx';
import { MoneyText } from '../../../components/MoneyText.tsx';
import type { Card } from '../form/customerValues.ts';
import { averageTicket } from './averageTicket.ts';

/** Money and points on tiles, for the reading panel. */
export const Figures = ({ card }: { readonly card: Card }) => {
  const { t, i18n } = useTranslation();
  const average = averageTicket(card.yearSpendCents, card.yearPurchaseDays);
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
      <Figure label={t('customers.card.money.year')} value={<MoneyText amount={card.yearSpendCents} />} />
      <Figure label={t('customers.card.money.average')} value={average === null ? '—' : <MoneyText amount={average} />} />
      <Figure label={t('customers.card.money.points')} value={card.summary.pointsBalance.toLocaleString(i18n.language)} />
      <Figure label={t('customers.card.money.total')} value={<MoneyText amount={card.summary.spendCents} />} />
    </SimpleGrid>
  );
};
