import { Paper, Radio, SimpleGrid, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportColumnNames, type ExportColumnName } from '../../../shared/domain/exports/columns.ts';
import { selectionOf, useChosenPeople } from './chosenPeople.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { ExportJob } from './ExportJob.tsx';
import { useExport } from './useExport.ts';

const shapes = ['csv', 'xlsx', 'vcf', 'zoho', 'fxiaoke'] as const;
type Shape = (typeof shapes)[number];
const isShape = (value: string): value is Shape => shapes.some((shape) => shape === value);

/** What was chosen last, for the life of the window. */
let remembered: { readonly shape: Shape; readonly columns: readonly ExportColumnName[] } = {
  shape: 'csv',
  columns: exportColumnNames,
};

/** Customers into a table, a workbook, cards for phones, or the sheet of another program. */
export const ExportCustomers = () => {
  const { t } = useTranslation();
  const chosen = useChosenPeople();
  const [{ shape, columns }, setChoice] = useState(remembered);
  const { job, start } = useExport('exports.customers');
  const change = (changes: Partial<typeof remembered>): void => {
    remembered = { shape, columns, ...changes };
    setChoice(remembered);
  };
  const isOwnTable = shape === 'csv' || shape === 'xlsx';
  const onStart = (): void => {
    const format = shape === 'xlsx' || shape === 'vcf' ? shape : 'csv';
    void start(format, t('exports.what.customers'), (file, jobId, language) => ({
      jobId,
      file,
      format,
      form: shape === 'zoho' || shape === 'fxiaoke' ? shape : 'own',
      columns: [...columns],
      ownFields: columns.length === exportColumnNames.length,
      selection: selectionOf(chosen),
      language,
    }));
  };
  return (
    <Stack gap="md">
      <Paper withBorder p="md" component="section">
        <Title order={2} mb="sm" id="export-shape">
          {t('exports.shape.title')}
        </Title>
        <Radio.Group
          aria-labelledby="export-shape"
          value={shape}
          onChange={(value) => {
            if (isShape(value)) change({ shape: value });
          }}
        >
          <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
            {shapes.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`exports.shape.${value}.name`)}
                description={t(`exports.shape.${value}.text`)}
              />
            ))}
          </SimpleGrid>
        </Radio.Group>
      </Paper>
      {isOwnTable && (
        <ColumnChoice
          columns={columns}
          onChange={(next) => {
            change({ columns: next });
          }}
        />
      )}
      <ExportJob
        state={job.state}
        onStart={onStart}
        onCancel={job.cancel}
        isReady={!isOwnTable || columns.length > 0}
        note={t('exports.care')}
      />
    </Stack>
  );
};
