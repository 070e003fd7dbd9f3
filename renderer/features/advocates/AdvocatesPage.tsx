import { Checkbox, Group, ScrollArea, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconAward } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { advocateKinds, certificateNumber } from '../../../shared/domain/referrals/advocates.ts';
import type { AdvocateKind } from '../../../shared/domain/referrals/advocates.ts';
import { useShop } from '../../app/shop.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { LoyaltySections } from '../loyalty/LoyaltySections.tsx';

const PAGE = 50;
const isKind = (text: string): text is AdvocateKind => advocateKinds.some((kind) => kind === text);

/** Everybody who is an advocate or a tester, with what they tested and said last (R094). */
export const AdvocatesPage = (): ReactNode => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const [kind, setKind] = useState<AdvocateKind>('advocate');
  const [withEnded, setWithEnded] = useState(false);
  const [page, setPage] = useState(0);
  const input = { kind, withEnded, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useOperation('advocates.list', input, { keepPrevious: true });
  const title = settings.advocateTitle === '' ? t('advocates.usualTitle') : settings.advocateTitle;
  return (
    <Stack gap={0} h="100%">
      <LoyaltySections />
      <PageHeader title={t('advocates.page.title', { title })} text={t('advocates.page.text')} />
      <Group px="md" pb="sm" gap="xl">
        <SegmentedControl
          aria-label={t('advocates.page.kind')}
          value={kind}
          onChange={(next) => {
            if (isKind(next)) setKind(next);
            setPage(0);
          }}
          data={advocateKinds.map((value) => ({ value, label: t(`advocates.kinds.${value}`, { title }) }))}
        />
        <Checkbox
          label={t('advocates.page.withEnded')}
          checked={withEnded}
          onChange={(event) => {
            setWithEnded(event.currentTarget.checked);
            setPage(0);
          }}
        />
      </Group>
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data?.total === 0 && (
          <EmptyState icon={IconAward} title={t('advocates.page.none')} text={t('advocates.page.noneText', { title })} />
        )}
        {data !== undefined && data.total > 0 && (
          <Stack gap="xs" pb="lg" maw={1000}>
            <Table aria-label={t('advocates.page.title', { title })}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('advocates.page.who')}</Table.Th>
                  <Table.Th>{t('advocates.page.number')}</Table.Th>
                  <Table.Th>{t('advocates.page.when')}</Table.Th>
                  <Table.Th ta="right">{t('advocates.page.tests')}</Table.Th>
                  <Table.Th>{t('advocates.page.lastSaid')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <CustomerLink customerId={row.customerId}>{row.name}</CustomerLink>
                    </Table.Td>
                    <Table.Td>{certificateNumber(row.number)}</Table.Td>
                    <Table.Td>
                      {row.endedOn === null
                        ? t('advocates.since', { on: row.sinceOn })
                        : t('advocates.fromTo', { from: row.sinceOn, to: row.endedOn })}
                    </Table.Td>
                    <Table.Td ta="right">{row.tests.toLocaleString()}</Table.Td>
                    <Table.Td maw="24rem">
                      <Text size="sm" c="dimmed" lineClamp={2}>
                        {row.lastSaid ?? ''}
                      </Text>
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
              before={t('advocates.page.later')}
              after={t('advocates.page.earlier')}
            >
              <Text size="sm" c="dimmed">
                {t('advocates.page.count', { count: data.total })}
              </Text>
            </PageButtons>
          </Stack>
        )}
      </ScrollArea>
    </Stack>
  );
};
