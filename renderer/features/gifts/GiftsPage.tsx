import { Button, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cents } from '../../../shared/types/amounts.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

/** What the shop gave away in the last twelve months: by month, for which reasons, and to whom most (R086). */
export const GiftsPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { data, error, refetch } = useOperation('gifts.sums', {});
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('gifts.title')} text={t('gifts.text')}>
        {may('settings.write') && (
          <Button variant="default" onClick={() => void navigate({ to: '/loyalty/gifts/sets' })}>
            {t('gifts.sets.title')}
          </Button>
        )}
      </PageHeader>
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data?.count === 0 && (
          <EmptyState icon={IconHeartHandshake} title={t('gifts.empty.title')} text={t('gifts.empty.text')} />
        )}
        {data !== undefined && data.count > 0 && (
          <Stack gap="lg" pb="lg" maw={720}>
            <Sums
              title={t('gifts.byMonth')}
              head={t('gifts.month')}
              rows={data.months.map((row) => ({ ...row, key: row.month, name: row.month }))}
            />
            <Sums
              title={t('gifts.byReason')}
              head={t('gifts.why')}
              rows={data.reasons.map((row) => ({ ...row, key: row.reason, name: row.reason }))}
            />
            {data.sets.length > 0 && (
              <Sums
                title={t('gifts.bySet')}
                head={t('gifts.sets.choose')}
                rows={data.sets.map((row) => ({ ...row, key: row.name }))}
              />
            )}
            <Sums
              title={t('gifts.byCustomer')}
              head={t('gifts.who')}
              rows={data.customers.map(({ customerId, ...row }) => ({
                ...row,
                key: customerId,
                name: <CustomerLink customerId={customerId}>{row.name}</CustomerLink>,
              }))}
            />
          </Stack>
        )}
      </ScrollArea>
    </Stack>
  );
};

interface Sum {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number;
  readonly costCents: Cents;
}

interface SumsProps {
  readonly title: string;
  /** What a row is about. */
  readonly head: string;
  readonly rows: readonly Sum[];
}

const Sums = ({ title, head, rows }: SumsProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap={4} component="section" aria-label={title}>
      <Title order={2} fz="md">
        {title}
      </Title>
      <Table layout="fixed" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            <Table.Th w="8rem" ta="right">
              {t('gifts.times')}
            </Table.Th>
            <Table.Th w="10rem" ta="right">
              {t('gifts.cost')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, count, costCents }) => (
            <Table.Tr key={key}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">
                <Text size="sm">{count.toLocaleString()}</Text>
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={costCents} keepZeros />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
