import { Anchor, Group, Loader, Popover, Stack, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { CustomerName } from '../../components/CustomerName.tsx';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { Pages } from '../../components/Pages.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { WhyIn } from './WhyIn.tsx';

type Source = CallInput<'ownSegments.people'>['source'];

interface SegmentPeopleProps {
  /** Null while the conditions cannot be counted yet. */
  readonly source: Source | null;
}

const PAGE_SIZE = 20;

/** How many people are in it, who they are, and why each is: counted anew with every change. */
export const SegmentPeople = ({ source }: SegmentPeopleProps) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [counted, setCounted] = useState(source);
  if (JSON.stringify(counted) !== JSON.stringify(source)) {
    setCounted(source);
    setPage(1);
  }
  const input = {
    source: source ?? { tree: { test: 'group' as const, match: 'all' as const, items: [] } },
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
  const { data, error, isFetching, refetch } = useQuery({
    ...studyQuery('ownSegments.people', input, (asked) => call('ownSegments.people', asked)),
    enabled: source !== null,
    placeholderData: keepPreviousData,
    // Days go by without anybody doing anything.
    refetchOnMount: 'always',
  });
  if (source === null)
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('ownSegments.people.unfinished')}
      </Text>
    );
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loader size="sm" aria-label={t('ownSegments.people.counting')} />;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text fw={700} role="status">
          {t('ownSegments.people.count', { count: data.total })}
        </Text>
        {isFetching && <Loader size="xs" aria-label={t('ownSegments.people.counting')} />}
      </Group>
      {data.total > 0 && (
        <Table verticalSpacing={6} aria-label={t('ownSegments.people.table')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('segments.column.name')}</Table.Th>
              <Table.Th>{t('segments.column.last')}</Table.Th>
              <Table.Th ta="right">{t('segments.column.spend')}</Table.Th>
              <Table.Th>{t('segments.column.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <CustomerName customer={row} />
                </Table.Td>
                <Table.Td>{row.lastPurchaseOn === null ? '—' : <DateText date={row.lastPurchaseOn} />}</Table.Td>
                <Table.Td ta="right">
                  <MoneyText amount={row.yearSpendCents} />
                </Table.Td>
                <Table.Td>
                  <Why source={source} customerId={row.id} name={row.name} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Pages page={page} pageSize={PAGE_SIZE} total={data.total} onPage={setPage} />
    </Stack>
  );
};

interface WhyProps {
  readonly source: Source;
  readonly customerId: string;
  readonly name: string;
}

const Why = ({ source, customerId, name }: WhyProps) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="left-start" width={380} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          aria-label={t('ownSegments.people.whyOf', { name })}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {t('ownSegments.people.why')}
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('ownSegments.people.whyOf', { name })}>
        {isOpen && <WhyIn source={source} customerId={customerId} />}
      </Popover.Dropdown>
    </Popover>
  );
};
