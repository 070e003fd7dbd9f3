import { Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sumCents } from '../../../shared/types/amounts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LAPSING_PAGE, LapsingTable } from '../loyalty/LapsingTable.tsx';
import { OwedPart } from '../loyalty/OwedPart.tsx';

/** Uses of cards that customers have paid for and not yet used: how many, what they are worth, how old, and which lapse soon. */
export const CardsOwed = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const { data, error, refetch } = useOperation('countCards.owed', {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { ages, soonDays, soon } = data;
  const sum = (of: 'cards' | 'uses'): number => ages.reduce((all, age) => all + age[of], 0);
  const cards = sum('cards');
  return (
    <OwedPart
      title={t('countCards.owed.title')}
      figures={
        <>
          <Figure
            label={t('countCards.owed.uses')}
            value={sum('uses').toLocaleString()}
            note={t('countCards.owed.cards', { count: cards })}
          />
          <Figure
            label={t('countCards.owed.worth')}
            value={money(sumCents(ages.map(({ worthCents }) => worthCents)))}
            note={t('countCards.owed.worthNote')}
          />
          <Figure
            label={t('countCards.owed.soon', { days: soonDays })}
            value={soon.toLocaleString()}
            note={t(soon === 0 ? 'countCards.owed.never' : 'countCards.owed.soonNote')}
          />
        </>
      }
    >
      {cards > 0 && (
        <Table w="auto" miw="26rem" aria-label={t('countCards.owed.byAge')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('countCards.owed.byAge')}</Table.Th>
              <Table.Th ta="right">{t('countCards.card.button')}</Table.Th>
              <Table.Th ta="right">{t('countCards.owed.uses')}</Table.Th>
              <Table.Th ta="right">{t('countCards.owed.worth')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ages.map((age) => (
              <Table.Tr key={age.age}>
                <Table.Td>{t(`countCards.owed.ages.${age.age}`)}</Table.Td>
                <Table.Td ta="right">{age.cards.toLocaleString()}</Table.Td>
                <Table.Td ta="right">{age.uses.toLocaleString()}</Table.Td>
                <Table.Td ta="right">{money(age.worthCents)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {soon > 0 && <Lapsing days={soonDays} />}
    </OwedPart>
  );
};

/** Whose cards lapse soon. */
const Lapsing = ({ days }: { readonly days: number }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const input = { days, offset: page * LAPSING_PAGE, limit: LAPSING_PAGE };
  const { data } = useOperation('countCards.lapsing', input, { keepPrevious: true });
  if (data === undefined) return null;
  return (
    <LapsingTable
      label={t('countCards.owed.soon', { days })}
      what={t('countCards.types.panel')}
      count={t('countCards.owed.cards', { count: data.total })}
      rows={data.rows.map(({ cardId, left, ...row }) => ({
        ...row,
        key: cardId,
        left: left === null ? t('countCards.unlimited') : left.toLocaleString(),
      }))}
      total={data.total}
      page={page}
      onPage={setPage}
    />
  );
};
