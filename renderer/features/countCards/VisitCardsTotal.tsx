import { Button, Group, Kbd, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sumCents } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';
import type { VisitForm } from '../visits/useVisitForm.ts';

/** What cards pay of the visit, and the key that switches them off and on again; nothing where none could. */
export const VisitCardsTotal = ({ form }: { readonly form: VisitForm }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { cards, draft, bill } = form;
  const paid = draft.lines.filter(({ key }) => cards.byLine.has(key));
  if (!draft.lines.some((line) => cards.fitting(line).length > 0)) return null;
  const worth = sumCents(paid.flatMap(({ key }) => bill.lines.get(key)?.listCents ?? []));
  return (
    <Group justify="space-between" wrap="nowrap" role="status">
      <Text size="sm" c="var(--regulars-advice-text)">
        {paid.length === 0
          ? t('countCards.visit.offered')
          : t('countCards.visit.total', { count: paid.length, amount: money(worth) })}
      </Text>
      <Button variant="default" size="compact-sm" flex="none" rightSection={<Kbd size="xs">F10</Kbd>} onClick={form.toggleCards}>
        {t(paid.length === 0 ? 'countCards.visit.on' : 'countCards.visit.off')}
      </Button>
    </Group>
  );
};
