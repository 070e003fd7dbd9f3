import { Anchor, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';
import { segmentTitle } from '../../components/classWords.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Pages } from '../../components/Pages.tsx';
import { VipBadge } from '../../components/VipBadge.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Overview } from './groups.ts';
import { useWhyIn } from './useWhyIn.ts';

interface GroupMembersProps {
  readonly filter: SegmentFilter;
  readonly overview: Overview;
  /** What stands between the head and the people. */
  readonly children: ReactNode;
}

const PAGE_SIZE = 50;

/** The people of one group, who spends most first, each with the figures that put them there. */
export const GroupMembers = ({ filter, overview, children }: GroupMembersProps) => {
  const { t, i18n } = useTranslation();
  const whyIn = useWhyIn(filter, overview);
  const [page, setPage] = useState(1);
  const members = useOperation(
    'segments.members',
    { filter, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const total = members.data?.total ?? 0;
  return (
    <>
      <PageHeader title={t('segments.heading', { name: segmentTitle(t, filter), count: total })} text={t(aboutKey(filter))} />
      <Stack px="md" pb="md" gap="md">
        {children}
        {members.error && <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />}
        {members.data && total === 0 && <Text c="dimmed">{t('segments.nobody')}</Text>}
        {total > 0 && (
          <Paper withBorder flex="none">
            <Table verticalSpacing="sm" highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('segments.column.name')}</Table.Th>
                  <Table.Th>{t('segments.column.last')}</Table.Th>
                  <Table.Th ta="right">{t('segments.column.purchases')}</Table.Th>
                  <Table.Th ta="right">{t('segments.column.spend')}</Table.Th>
                  <Table.Th>{t('segments.column.scores')}</Table.Th>
                  <Table.Th>{t('segments.column.why')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {members.data?.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td maw="14rem">
                      <Group gap="xs" wrap="nowrap">
                        <Anchor
                          c="inherit"
                          fw={700}
                          truncate
                          renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId: row.id }} />}
                        >
                          {row.name}
                        </Anchor>
                        {row.isVip && <VipBadge />}
                      </Group>
                    </Table.Td>
                    <Table.Td>{row.lastPurchaseOn === null ? '—' : <DateText date={row.lastPurchaseOn} />}</Table.Td>
                    <Table.Td ta="right">{row.purchaseDays.toLocaleString(i18n.language)}</Table.Td>
                    <Table.Td ta="right">
                      <MoneyText amount={row.yearSpendCents} />
                    </Table.Td>
                    <Table.Td>
                      <Text size="xs" c="dimmed">
                        R{row.classes.recencyScore} F{row.classes.frequencyScore} M{row.classes.moneyScore}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">{whyIn(row)}</Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        )}
        <Pages page={page} pageSize={PAGE_SIZE} total={total} onPage={setPage} />
      </Stack>
    </>
  );
};

/** The key of the sentence that says what a named group is. */
const aboutKey = (filter: SegmentFilter) => {
  switch (filter.axis) {
    case 'rfm':
      return `segments.about.rfm.${filter.segment}` as const;
    case 'rfm8':
      return `segments.about.rfm8.${filter.segment}` as const;
    case 'value':
      return `segments.about.value.${filter.segment}` as const;
    case 'activity':
      return `segments.about.activity.${filter.segment}` as const;
    case 'dormant':
      return `segments.about.dormant.${filter.segment}` as const;
    case 'matrix':
      return 'segments.about.matrix' as const;
  }
};
