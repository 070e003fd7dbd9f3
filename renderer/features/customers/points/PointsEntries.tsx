import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../../components/DateText.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { PageButtons } from '../../../components/PageButtons.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';

const FIRST = 8;
const PAGE = 50;

interface PointsEntriesProps {
  readonly customerId: string;
  /** All of them, page by page, instead of the latest few. */
  readonly isWhole: boolean;
}

/** The ledger, latest first: each entry with why, and what the balance was after it. */
export const PointsEntries = ({ customerId, isWhole }: PointsEntriesProps) => {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState(0);
  const limit = isWhole ? PAGE : FIRST;
  const entries = useOperation('loyalty.entries', { customerId, offset: page * PAGE, limit }, { keepPrevious: true });
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  if (entries.isError) return <ErrorNotice error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data === undefined) return null;
  const { rows, total } = entries.data;
  if (total === 0) return <Text c="dimmed">{t('customers.points.noEntries')}</Text>;
  return (
    <Stack gap="xs">
      {rows.map((entry) => (
        <Group key={entry.id} justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Text size="sm" td={entry.isReversed ? 'line-through' : undefined}>
              {t(`customers.timeline.pointsKinds.${entry.kind}`)}
              {entry.reason !== null && ` · ${entry.reason}`}
            </Text>
            <Text size="xs" c="dimmed">
              <DateText date={entry.businessDate} as="figures" />
              {entry.staffName !== null && ` · ${entry.staffName}`}
              {entry.expiresOn !== null && ` · ${t('customers.points.until', { date: entry.expiresOn })}`}
              {entry.idleMonths !== null && ` · ${t('customers.points.idle', { count: entry.idleMonths })}`}
            </Text>
          </Stack>
          <Stack gap={0} align="flex-end" flex="none">
            <Text size="sm" fw={700}>
              {signed.format(entry.points)}
            </Text>
            <Text size="xs" c="dimmed">
              {entry.balanceAfter.toLocaleString(i18n.language)}
            </Text>
          </Stack>
        </Group>
      ))}
      {isWhole && (
        <PageButtons
          page={page}
          pageSize={PAGE}
          total={total}
          onPage={setPage}
          before={t('customers.points.newer')}
          after={t('customers.points.older')}
        />
      )}
    </Stack>
  );
};
