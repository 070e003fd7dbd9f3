import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { StaffId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useOperation } from '../../ipc/useOperation.ts';

const PAGE = 50;
type Item = OutputOf<'commissions.items'>['rows'][number];

interface CommissionItemsProps {
  readonly month: LocalDate;
  readonly staffId: StaffId | null;
  readonly name: string | null;
}

/** What one person's figures of a month are made of, each with the rule that counted (X69). */
export const CommissionItems = ({ month, staffId, name }: CommissionItemsProps) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const input = { month, staffId, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useOperation('commissions.items', input, { keepPrevious: true });
  const title = t('commissions.itemsOf', { name: name ?? t('commissions.nobody') });
  return (
    <Stack gap="xs" component="section" aria-label={title} maw={1000}>
      <Title order={2} fz="md">
        {title}
      </Title>
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Table aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('commissions.day')}</Table.Th>
            <Table.Th>{t('commissions.what')}</Table.Th>
            <Table.Th>{t('commissions.customer')}</Table.Th>
            <Table.Th>{t('commissions.rule')}</Table.Th>
            <Table.Th ta="right">{t('commissions.base')}</Table.Th>
            <Table.Th ta="right">{t('commissions.commission')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.rows.map((row, index) => (
            <ItemRow key={`${page} ${index}`} {...row} />
          ))}
        </Table.Tbody>
      </Table>
      {data !== undefined && (
        <PageButtons
          page={page}
          pageSize={PAGE}
          total={data.total}
          onPage={setPage}
          before={t('commissions.later')}
          after={t('commissions.earlier')}
        />
      )}
    </Stack>
  );
};

const ItemRow = ({ on, kind, what, visitId, receiptNumber, customerId, customerName, ...row }: Item) => {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td>
        <time dateTime={on}>{on}</time>
      </Table.Td>
      <Table.Td>
        {what ?? t('commissions.kinds.top_up')}
        {visitId !== null && (
          <Anchor ml="xs" fz="xs" renderRoot={(props) => <Link {...props} to="/visits/$visitId" params={{ visitId }} />}>
            {receiptNumber ?? t('commissions.visit')}
          </Anchor>
        )}
        <Text size="xs" c="dimmed">
          {t(`commissions.kinds.${kind}`)}
          {row.sharedBy > 1 && ` · ${t('commissions.shared', { count: row.sharedBy })}`}
        </Text>
      </Table.Td>
      <Table.Td>
        {customerId === null ? t('commissions.walkIn') : <CustomerLink customerId={customerId}>{customerName}</CustomerLink>}
      </Table.Td>
      <Table.Td>
        <Text size="sm" {...(row.ruleName === null && { c: 'dimmed' })}>
          {row.ruleName ?? t('commissions.noRule')}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={row.baseCents} keepZeros />
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={row.commissionCents} keepZeros />
      </Table.Td>
    </Table.Tr>
  );
};
