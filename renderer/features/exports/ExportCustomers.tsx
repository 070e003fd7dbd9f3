import { Paper, Radio, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportColumnNames, type ExportColumnName } from '../../../shared/domain/exports/columns.ts';
import { promotionWays } from '../../../shared/domain/privacy/consents.ts';
import { purposeWords } from '../../../shared/domain/privacy/wording.ts';
import { useShop } from '../../app/shop.tsx';
import { selectionOf, useChosenPeople } from './chosenPeople.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { ExportJob } from './ExportJob.tsx';
import { useMay } from '../reveal/useMay.ts';
import { useExport } from './useExport.ts';

const shapes = ['csv', 'xlsx', 'vcf', 'zoho', 'fxiaoke'] as const;
type Shape = (typeof shapes)[number];
const isShape = (value: string): value is Shape => shapes.some((shape) => shape === value);

/** What the choice holds where nobody is to be told of offers. */
const OWN_USE = 'own';

/** What was chosen last, for the life of the window. */
let remembered: { readonly shape: Shape; readonly columns: readonly ExportColumnName[] } = {
  shape: 'csv',
  columns: exportColumnNames,
};

/** Customers into a table, a workbook, cards for phones, or the sheet of another program. */
export const ExportCustomers = () => {
  const { t } = useTranslation();
  const maySeeNumbers = useMay('customers.phones');
  const chosen = useChosenPeople();
  const [{ shape, columns }, setChoice] = useState(remembered);
  const { language } = useShop().settings;
  const { job, start } = useExport('exports.customers');
  const [promotion, setPromotion] = useState<(typeof promotionWays)[number] | null>(null);
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
      promotion,
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
                description={value === 'vcf' && !maySeeNumbers ? t('reveal.noCards') : t(`exports.shape.${value}.text`)}
                disabled={value === 'vcf' && !maySeeNumbers}
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
      <Paper withBorder p="md" component="section">
        <Select
          label={t('exports.use.label')}
          description={t('exports.use.text')}
          maw="26rem"
          allowDeselect={false}
          data={[
            { value: OWN_USE, label: t('exports.use.own') },
            ...promotionWays.map((way) => ({
              value: way,
              label: t('exports.use.only', { what: purposeWords[way].name[language] }),
            })),
          ]}
          value={promotion ?? OWN_USE}
          onChange={(value) => setPromotion(promotionWays.find((way) => way === value) ?? null)}
        />
        {job.state.status === 'done' && job.state.value.leftOut > 0 && (
          <Text size="sm" c="dimmed" mt="xs" role="status">
            {t('exports.use.leftOut', {
              count: job.state.value.leftOut,
              figure: job.state.value.leftOut.toLocaleString(language),
            })}
          </Text>
        )}
      </Paper>
      <ExportJob
        state={job.state}
        onStart={onStart}
        onCancel={job.cancel}
        isReady={(!isOwnTable || columns.length > 0) && (shape !== 'vcf' || maySeeNumbers)}
        note={t('exports.care')}
      />
    </Stack>
  );
};
