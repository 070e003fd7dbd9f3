import { Anchor, Button, Group, ScrollArea, SegmentedControl, Select, Table, Text } from '@mantine/core';
import { IconCalendarDue } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expiringDefinitions, expiringKinds } from '../../../shared/domain/things/expiring.ts';
import { addDays } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { CustomersSections } from '../customers/CustomersSections.tsx';
import { ExpiryBadge } from './ExpiryBadge.tsx';
import { RenewButton } from './RenewButton.tsx';
import { expiringRanges, type ExpiringRangeName } from './search.ts';
import { factName } from './thingWords.ts';

const FIRST = 100;
const MOST = 200;

const daysOf = (range: ExpiringRangeName, today: LocalDate): { from: LocalDate; to: LocalDate } => {
  if (range === 'past') return { from: addDays(today, -365), to: addDays(today, -1) };
  return { from: today, to: addDays(today, range === 'month' ? 30 : 90) };
};

/** Everything in the shop that runs out soon or already has, the earliest first (X21). */
export const ExpiringPage = () => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const navigate = useNavigate();
  const { range = 'month', kind = null } = useSearch({ from: '/customers/expiring' });
  const [limit, setLimit] = useState(FIRST);
  const answer = useOperation('things.expiring', { ...daysOf(range, today), kind, limit }, { keepPrevious: true });
  const { language } = settings;
  const show = (next: { readonly range?: string; readonly kind?: string | null }): void => {
    const wanted = expiringRanges.find((known) => known === next.range) ?? range;
    const chosen = next.kind === undefined ? kind : (expiringKinds.find((known) => known === next.kind) ?? null);
    setLimit(FIRST);
    void navigate({
      to: '/customers/expiring',
      search: { range: wanted, ...(chosen === null ? {} : { kind: chosen }) },
      replace: true,
    });
  };
  const rows = answer.data?.rows ?? [];
  return (
    <>
      <CustomersSections />
      <PageHeader
        title={t('things.expiring.title')}
        text={t('things.expiring.text')}
        beside={
          answer.data !== undefined && (
            <Text size="sm" c="dimmed">
              {t('things.expiring.count', { count: answer.data.total })}
            </Text>
          )
        }
      >
        <Select
          aria-label={t('things.expiring.kind')}
          data={[
            { value: 'all', label: t('things.expiring.everyKind') },
            ...expiringKinds.map((value) => ({ value, label: expiringDefinitions[value].label[language] })),
          ]}
          allowDeselect={false}
          w="10rem"
          value={kind ?? 'all'}
          onChange={(value) => {
            show({ kind: value });
          }}
        />
        <SegmentedControl
          aria-label={t('things.expiring.range')}
          value={range}
          onChange={(value) => {
            show({ range: value });
          }}
          data={expiringRanges.map((value) => ({ value, label: t(`things.expiring.ranges.${value}`) }))}
        />
      </PageHeader>
      {answer.error !== null && <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && rows.length === 0 && (
        <EmptyState icon={IconCalendarDue} title={t('things.expiring.empty')} text={t('things.expiring.emptyText')} />
      )}
      {rows.length > 0 && (
        <ScrollArea flex={1} mih={0} px="md">
          <Table verticalSpacing={6} aria-label={t('things.expiring.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('things.expiring.columns.until')}</Table.Th>
                <Table.Th>{t('things.expiring.columns.state')}</Table.Th>
                <Table.Th>{t('things.expiring.columns.what')}</Table.Th>
                <Table.Th>{t('things.expiring.columns.thing')}</Table.Th>
                <Table.Th>{t('things.expiring.columns.customer')}</Table.Th>
                <Table.Th ta="right">{t('things.expiring.columns.phone')}</Table.Th>
                <Table.Th>{t('things.expiring.renew')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ fact, thing, customer }) => (
                <Table.Tr key={fact.id}>
                  <Table.Td>{fact.validUntil}</Table.Td>
                  <Table.Td>{fact.state === 'fine' ? <DateText date={fact.validUntil} /> : <ExpiryBadge fact={fact} />}</Table.Td>
                  <Table.Td fw={700}>{factName(fact, language)}</Table.Td>
                  <Table.Td>
                    {thing === null ? t('things.own') : [thing.name, thing.plate].filter((part) => part !== null).join(' · ')}
                  </Table.Td>
                  <Table.Td>
                    <Anchor
                      size="sm"
                      renderRoot={(props) => (
                        <Link
                          {...props}
                          to="/customers/$customerId"
                          params={{ customerId: customer.id }}
                          search={{ tab: 'things' }}
                        />
                      )}
                    >
                      {customer.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td ta="right">
                    <PhoneText phone={customer.phone} size="sm" />
                  </Table.Td>
                  <Table.Td>
                    <RenewButton customerId={customer.id} fact={fact} thingName={thing?.name ?? null} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {answer.data !== undefined && answer.data.total > rows.length && limit < MOST && (
            <Group justify="center" py="xs">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  setLimit(MOST);
                }}
              >
                {t('things.expiring.more')}
              </Button>
            </Group>
          )}
        </ScrollArea>
      )}
    </>
  );
};
