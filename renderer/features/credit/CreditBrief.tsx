import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import type { Card } from '../customers/form/customerValues.ts';

/** What somebody who has just come in owes, and since when it is overdue; nothing where they owe nothing. */
export const CreditBrief = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { credit } = card;
  if (credit === null || credit.owedCents === 0) return null;
  return (
    <Text size="sm" {...(credit.overdueCents > 0 && { c: 'var(--regulars-danger-text)' })}>
      {t('credit.owes', { amount: money(credit.owedCents) })}
      {credit.overdueSince !== null &&
        ` · ${t('credit.overdueSince', { amount: money(credit.overdueCents), date: credit.overdueSince })}`}
    </Text>
  );
};
