import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sumCents } from '../../../shared/types/amounts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
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

const PAGE = 20;

/** Whose cards lapse soon, the soonest first, with the way to each of them. */
const Lapsing = ({ days }: { readonly days: number }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const found = useOperation('countCards.lapsing', { days, offset: page * PAGE, limit: PAGE }, { keepPrevious: true });
  if (found.data === undefined) return null;
  const { rows, total } = found.data;
  return (
    <Stack gap="xs">
      <Table w="auto" miw="26rem" aria-label={t('countCards.owed.soon', { days })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('countCards.owed.lastDay')}</Table.Th>
            <Table.Th>{t('countCards.owed.whose')}</Table.Th>
            <Table.Th>{t('countCards.types.panel')}</Table.Th>
            <Table.Th ta="right">{t('countCards.owed.uses')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ cardId, customerId, customerName, name, left, lastDay }) => (
            <Table.Tr key={cardId}>
              <Table.Td>
                <time dateTime={lastDay}>{lastDay}</time>
              </Table.Td>
              <Table.Td>
                <Anchor size="sm" renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} {...props} />}>
                  {customerName}
                </Anchor>
              </Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{left === null ? t('countCards.unlimited') : left.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <PageButtons
        page={page}
        pageSize={PAGE}
        total={total}
        onPage={setPage}
        before={t('countCards.owed.sooner')}
        after={t('countCards.owed.later')}
      >
        <Text size="sm" c="dimmed">
          {t('countCards.owed.cards', { count: total })}
        </Text>
      </PageButtons>
    </Stack>
  );
};
