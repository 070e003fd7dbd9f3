import { Group, ScrollArea, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { membershipLists } from '../../../shared/contract/memberships.ts';
import { useShop } from '../../app/shop.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';

const PAGE = 50;
type Show = (typeof membershipLists)[number];
const isShow = (text: string): text is Show => membershipLists.some((show) => show === text);

/** Whose paid membership ends when, what ends first before all (X57). */
export const MembersPage = (): ReactNode => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const [show, setShow] = useState<Show>('ending');
  const [page, setPage] = useState(0);
  const input = { show, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useOperation('memberships.list', input, { keepPrevious: true });
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('memberships.list.title')} text={t('memberships.list.text')} />
      <Group px="md" pb="sm">
        <SegmentedControl
          aria-label={t('memberships.list.show')}
          value={show}
          onChange={(next) => {
            if (isShow(next)) setShow(next);
            setPage(0);
          }}
          data={membershipLists.map((value) => ({
            value,
            label: t(`memberships.list.shows.${value}`, { days: settings.membershipAheadDays }),
          }))}
        />
      </Group>
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data?.total === 0 && (
          <EmptyState icon={IconId} title={t(`memberships.list.none.${show}`)} text={t('memberships.list.noneText')} />
        )}
        {data !== undefined && data.total > 0 && (
          <Stack gap="xs" pb="lg" maw={1000}>
            <Table aria-label={t('memberships.list.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('memberships.list.who')}</Table.Th>
                  <Table.Th>{t('memberships.list.plan')}</Table.Th>
                  <Table.Th>{t('memberships.list.from')}</Table.Th>
                  <Table.Th>{t('memberships.list.until')}</Table.Th>
                  <Table.Th ta="right">{t('memberships.list.paid')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map((row) => (
                  <Table.Tr key={row.termId}>
                    <Table.Td>
                      <CustomerLink customerId={row.customerId}>{row.customerName}</CustomerLink>
                    </Table.Td>
                    <Table.Td>{row.name}</Table.Td>
                    <Table.Td>
                      <DateText date={row.fromOn} as="figures" />
                    </Table.Td>
                    <Table.Td>
                      <DateText date={row.untilOn} as="figures" />
                    </Table.Td>
                    <Table.Td ta="right">
                      <MoneyText amount={row.paidCents} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <PageButtons
              page={page}
              pageSize={PAGE}
              total={data.total}
              onPage={setPage}
              before={t('memberships.list.earlier')}
              after={t('memberships.list.later')}
            >
              <Text size="sm" c="dimmed">
                {t('memberships.list.count', { count: data.total })}
              </Text>
            </PageButtons>
          </Stack>
        )}
      </ScrollArea>
    </Stack>
  );
};
