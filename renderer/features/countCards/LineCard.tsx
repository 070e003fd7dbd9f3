import { Group, NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usesFor } from '../../../shared/domain/loyalty/cardFit.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { useMoney } from '../../components/useMoney.ts';
import type { LineDraft } from '../visits/lines.ts';
import type { VisitForm } from '../visits/useVisitForm.ts';
import classes from '../visits/VisitLines.module.css';
import type { VisitCard } from './useVisitCards.ts';

interface LineCardProps {
  readonly line: LineDraft;
  readonly form: VisitForm;
  readonly columns: number;
}

const usesOf = (line: LineDraft): number => {
  const quantity = parseQuantity(line.quantity);
  return quantity === null ? 0 : (usesFor(quantity) ?? 0);
};

/** Under a line: the card that pays for it, what is left of that, and the others that could; or the card that it sells. */
export const LineCard = ({ line, form, columns }: LineCardProps) => {
  const { t } = useTranslation();
  const { cards } = form;
  const chosen = cards.byLine.get(line.key);
  const fitting = cards.fitting(line);
  const sold = cards.soldBy(line.productId);
  if (fitting.length === 0 && sold === null) return null;
  return (
    <Table.Tr className={classes['summary']}>
      <Table.Td colSpan={columns} px="md" pt={0} pb={6}>
        {sold !== null ? (
          <Text size="sm" c="var(--regulars-advice-text)">
            {t('countCards.visit.sells', { card: sold })}
          </Text>
        ) : (
          <Group gap="sm" align="center">
            <NativeSelect
              size="xs"
              maw="16rem"
              aria-label={t('countCards.visit.which', { name: line.name })}
              value={chosen?.id ?? ''}
              onChange={(event) => {
                const cardId = fitting.find(({ id }) => id === event.currentTarget.value)?.id ?? null;
                form.alterLine(line.key, { cardId });
              }}
              data={[
                ...fitting.map(({ id, name, number, ofName }) => ({
                  value: id,
                  label: ofName === null ? `${name} ${number}` : t('sharers.cardOf', { card: `${name} ${number}`, name: ofName }),
                })),
                { value: '', label: t('countCards.visit.money') },
              ]}
            />
            {chosen !== undefined && <Paid card={chosen} line={line} form={form} />}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

const Paid = ({ card, line, form }: { readonly card: VisitCard; readonly line: LineDraft; readonly form: VisitForm }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const count = usesOf(line);
  const taken = form.draft.lines
    .filter(({ key }) => form.cards.byLine.get(key)?.id === card.id)
    .reduce((sum, one) => sum + usesOf(one), 0);
  const listCents = form.bill.lines.get(line.key)?.listCents;
  const parts = [
    card.left === null ? t('countCards.visit.paysTime') : t('countCards.visit.pays', { count }),
    card.left === null ? '' : t('countCards.visit.leftAfter', { count: card.left - taken }),
    card.lastDay === null ? '' : t('countCards.until', { date: card.lastDay }),
    listCents === undefined ? '' : t('countCards.visit.instead', { amount: money(listCents) }),
  ].filter((part) => part !== '');
  return (
    <>
      <Text size="sm" c="var(--regulars-advice-text)">
        {parts.join(' · ')}
      </Text>
      {card.isTooSoon && card.nextDueOn !== null && (
        <Text size="sm" fw={700} role="status" c="var(--regulars-advice-text)">
          {t('countCards.visit.tooSoon', { date: card.nextDueOn })}
        </Text>
      )}
    </>
  );
};
