import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { selectionOf, useChosenPeople } from './chosenPeople.ts';
import { ExportJob } from './ExportJob.tsx';
import { useExport } from './useExport.ts';

/** What was bought, a line of a visit a row: for the bookkeeper, or for another program. */
export const ExportPurchases = () => {
  const { t } = useTranslation();
  const { today } = useShop();
  const chosen = useChosenPeople();
  const [format, setFormat] = useState<'csv' | 'xlsx'>('csv');
  const [days, setDays] = useState<{ readonly from: string | null; readonly to: string | null }>({ from: null, to: null });
  const { job, start } = useExport('exports.purchases');
  const onStart = (): void => {
    void start(format, t('exports.what.purchases'), (file, jobId, language) => ({
      jobId,
      file,
      format,
      selection: selectionOf(chosen),
      ...days,
      language,
    }));
  };
  return (
    <Stack gap="md">
      <Paper withBorder p="md" component="section">
        <Title order={2} mb={4}>
          {t('exports.purchases.title')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('exports.purchases.text')}
        </Text>
        <Group align="end">
          <DateInput
            label={t('exports.purchases.from')}
            placeholder={t('exports.purchases.fromTheFirst')}
            value={days.from}
            maxDate={days.to ?? today}
            valueFormat="YYYY-MM-DD"
            clearable
            w="11rem"
            onChange={(from) => {
              setDays({ ...days, from });
            }}
          />
          <DateInput
            label={t('exports.purchases.to')}
            placeholder={t('exports.purchases.toToday')}
            value={days.to}
            maxDate={today}
            {...(days.from !== null && { minDate: days.from })}
            valueFormat="YYYY-MM-DD"
            clearable
            w="11rem"
            onChange={(to) => {
              setDays({ ...days, to });
            }}
          />
          <SegmentedControl
            aria-label={t('exports.shape.title')}
            value={format}
            data={[
              { value: 'csv', label: 'CSV' },
              { value: 'xlsx', label: 'Excel' },
            ]}
            onChange={(value) => {
              setFormat(value === 'xlsx' ? 'xlsx' : 'csv');
            }}
          />
        </Group>
      </Paper>
      <ExportJob state={job.state} onStart={onStart} onCancel={job.cancel} />
    </Stack>
  );
};
