import { ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from './LoyaltySections.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

const DAYS = 30;
const PAGE = 20;
type Found = OutputOf<'loyalty.unusual'>;

/** Days on which somebody earned points oftener than is usual, and who wrote them down or gave points by hand (X66). */
export const UnusualPage = (): ReactNode => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const input = { days: DAYS, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useOperation('loyalty.unusual', input, { keepPrevious: true });
  const isQuiet = data?.total === 0 && data.staff.length === 0;
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('loyalty.unusual.title')} text={t('loyalty.unusual.text', { days: DAYS, times: data?.times ?? '' })} />
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {isQuiet && (
          <EmptyState icon={IconShieldCheck} title={t('loyalty.unusual.empty.title')} text={t('loyalty.unusual.empty.text')} />
        )}
        {data !== undefined && !isQuiet && (
          <Stack gap="lg" pb="lg" maw={720}>
            {data.total > 0 && (
              <Days {...data}>
                <PageButtons
                  page={page}
                  pageSize={PAGE}
                  total={data.total}
                  onPage={setPage}
                  before={t('loyalty.unusual.later')}
                  after={t('loyalty.unusual.earlier')}
                >
                  <Text size="sm" c="dimmed">
                    {t('loyalty.unusual.count', { count: data.total })}
                  </Text>
                </PageButtons>
              </Days>
            )}
            {data.staff.length > 0 && <Staff staff={data.staff} />}
          </Stack>
        )}
      </ScrollArea>
    </Stack>
  );
};

const Days = ({ rows, children }: Pick<Found, 'rows'> & { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" component="section" aria-label={t('loyalty.unusual.byCustomer')}>
      <Title order={2} fz="md">
        {t('loyalty.unusual.byCustomer')}
      </Title>
      <Table aria-label={t('loyalty.unusual.byCustomer')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('loyalty.unusual.day')}</Table.Th>
            <Table.Th>{t('loyalty.unusual.who')}</Table.Th>
            <Table.Th ta="right">{t('loyalty.unusual.times')}</Table.Th>
            <Table.Th ta="right">{t('loyalty.unusual.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ customerId, customerName, businessDate, times, points }) => (
            <Table.Tr key={`${businessDate} ${customerId}`}>
              <Table.Td>
                <time dateTime={businessDate}>{businessDate}</time>
              </Table.Td>
              <Table.Td>
                <CustomerLink customerId={customerId}>{customerName}</CustomerLink>
              </Table.Td>
              <Table.Td ta="right">{times.toLocaleString()}</Table.Td>
              <Table.Td ta="right">{points.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {children}
    </Stack>
  );
};

const Staff = ({ staff }: Pick<Found, 'staff'>) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" component="section" aria-label={t('loyalty.unusual.byStaff')}>
      <Title order={2} fz="md">
        {t('loyalty.unusual.byStaff')}
      </Title>
      <Table aria-label={t('loyalty.unusual.byStaff')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('loyalty.unusual.staff')}</Table.Th>
            <Table.Th ta="right">{t('loyalty.unusual.earnings')}</Table.Th>
            <Table.Th ta="right">{t('loyalty.unusual.adjustments')}</Table.Th>
            <Table.Th ta="right">{t('loyalty.unusual.adjusted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {staff.map(({ staffId, name, earnings, adjustments, adjusted }) => (
            <Table.Tr key={staffId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{earnings.toLocaleString()}</Table.Td>
              <Table.Td ta="right">{adjustments.toLocaleString()}</Table.Td>
              <Table.Td ta="right">{adjusted.toLocaleString()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
