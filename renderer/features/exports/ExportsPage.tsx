import { Alert, Button, Group, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataSections } from '../../components/DataSections.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useMay } from '../reveal/useMay.ts';
import { choosePeople, useChosenPeople } from './chosenPeople.ts';
import { ExportCustomers } from './ExportCustomers.tsx';
import { ExportHistory } from './ExportHistory.tsx';
import { ExportPurchases } from './ExportPurchases.tsx';
import { Labels } from './Labels.tsx';
import { exportKinds } from './search.ts';

/** What leaves the shop by the owner's own hand: tables, cards for phones, labels; and what has left already. */
export const ExportsPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/exports' });
  const { what = 'customers' } = useSearch({ from: '/exports' });
  const maySeeNumbers = useMay('customers.phones');
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('exports.title')} text={t('exports.about')}>
        <DataSections page="exports" />
      </PageHeader>
      <ScrollArea flex={1} px="md" pb="md">
        <Stack gap="md" maw="66rem">
          <Group justify="space-between">
            <SegmentedControl
              aria-label={t('exports.what.label')}
              value={what}
              data={exportKinds.map((value) => ({ value, label: t(`exports.what.${value}`) }))}
              onChange={(value) => {
                const chosen = exportKinds.find((kind) => kind === value);
                void navigate({ search: chosen === undefined || chosen === 'customers' ? {} : { what: chosen }, replace: true });
              }}
            />
            <WhoLine />
          </Group>
          {!maySeeNumbers && <Alert color="amber">{t('reveal.inExport')}</Alert>}
          {what === 'customers' && <ExportCustomers />}
          {what === 'purchases' && <ExportPurchases />}
          {what === 'labels' && <Labels />}
          <ExportHistory />
        </Stack>
      </ScrollArea>
    </Stack>
  );
};

/** Of whom: everyone, or those who were chosen in the list. */
const WhoLine = () => {
  const { t, i18n } = useTranslation();
  const chosen = useChosenPeople();
  if (chosen === null)
    return (
      <Text size="sm" c="dimmed">
        {t('exports.who.everyone')}
      </Text>
    );
  return (
    <Group gap="xs">
      <Text size="sm">
        {t('exports.who.chosen', { count: chosen.count, figure: chosen.count.toLocaleString(i18n.language) })}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          choosePeople(null);
        }}
      >
        {t('exports.who.takeEveryone')}
      </Button>
    </Group>
  );
};
