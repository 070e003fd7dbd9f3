import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { DateText } from '../../components/DateText.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';

type Sale = OutputOf<'visits.find'>['visits'][number];

interface SalesTableProps {
  readonly visits: readonly Sale[];
  /** Of several days: the day stands with each. */
  readonly hasDay?: boolean;
}

/** Visits as a list: when, which receipt, who, what, how much. */
export const SalesTable = ({ visits, hasDay = false }: SalesTableProps) => {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={8} horizontalSpacing="md" layout="fixed" aria-label={t('sales.list')} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="8rem">{t('sales.at')}</Table.Th>
          <Table.Th w="10rem">{t('sales.receipt')}</Table.Th>
          <Table.Th w="12rem">{t('sales.who')}</Table.Th>
          <Table.Th>{t('sales.items')}</Table.Th>
          <Table.Th w="8rem">{t('sales.staff')}</Table.Th>
          <Table.Th w="9rem" ta="right">
            {t('sales.total')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {visits.map((visit) => (
          <Row key={visit.id} visit={visit} hasDay={hasDay} />
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Row = ({ visit, hasDay }: { readonly visit: Sale; readonly hasDay: boolean }) => {
  const { t } = useTranslation();
  const isUndone = visit.undoneAt !== null;
  return (
    <Table.Tr {...(isUndone && { c: 'dimmed' })}>
      <Table.Td>{hasDay ? <DateText date={visit.businessDate} as="figures" /> : <MomentText at={visit.at} />}</Table.Td>
      <Table.Td>
        <Anchor size="sm" renderRoot={(props) => <Link to="/visits/$visitId" params={{ visitId: visit.id }} {...props} />}>
          {visit.receiptNumber ?? t('sales.noReceipt')}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {visit.customerId === null ? (
          <Text size="sm" c="dimmed">
            {t('visits.walkIn.name')}
          </Text>
        ) : (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/customers/$customerId" params={{ customerId: visit.customerId ?? '' }} {...props} />
            )}
          >
            {visit.customerName}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate>
          {visit.items.length === 0 ? t('sales.nothingBought') : visit.items.join(t('common.listSeparator'))}{' '}
          {isUndone && (
            <Badge size="xs" color="gray">
              {t('sales.undone')}
            </Badge>
          )}
          {visit.returnsVisitId !== null && (
            <Badge size="xs" color="yellow">
              {t('sales.return.badge')}
            </Badge>
          )}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate>
          {visit.staffName}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={visit.totalCents} keepZeros td={isUndone ? 'line-through' : undefined} />
      </Table.Td>
    </Table.Tr>
  );
};
