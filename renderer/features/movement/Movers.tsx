import { Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';

interface MoversProps {
  /** Which cell of the table between which days. */
  readonly cell: Pick<CallInput<'movement.people'>, 'axis' | 'from' | 'to' | 'before' | 'after'>;
  readonly title: string;
}

const PAGE_SIZE = 50;

/** The people behind one figure of the table, who spends most first. */
export const Movers = ({ cell, title }: MoversProps) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuery({
    ...studyQuery('movement.people', { ...cell, offset: page * PAGE_SIZE, limit: PAGE_SIZE }, (asked) =>
      call('movement.people', asked),
    ),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {title}
      </Title>
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <Table aria-label={title} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('movement.column.name')}</Table.Th>
              <Table.Th>{t('movement.column.last')}</Table.Th>
              <Table.Th ta="right">{t('movement.column.spend')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  {row.isRemoved ? (
                    <Text size="sm" c="dimmed">
                      {row.name} · {t('movement.removed')}
                    </Text>
                  ) : (
                    <CustomerLink customerId={row.id}>{row.name}</CustomerLink>
                  )}
                </Table.Td>
                <Table.Td>{row.lastPurchaseOn === null ? '—' : <DateText date={row.lastPurchaseOn} />}</Table.Td>
                <Table.Td ta="right">{row.yearSpendCents === null ? '—' : <MoneyText amount={row.yearSpendCents} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <PageButtons
        page={page}
        pageSize={PAGE_SIZE}
        total={data?.total ?? 0}
        onPage={setPage}
        before={t('movement.before')}
        after={t('movement.after')}
      />
    </Stack>
  );
};
