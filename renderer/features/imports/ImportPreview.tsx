import { Group, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { ImportForm } from '../../../shared/domain/imports/fields.ts';
import { DateText } from '../../components/DateText.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { ImportFindings } from './ImportFindings.tsx';
import { RejectedRows } from './RejectedRows.tsx';

interface ImportPreviewProps {
  readonly preview: OutputOf<'imports.preview'>;
  readonly form: ImportForm;
}

/** What would come of it: counts, the first rows as they would be understood, and every row that would be refused. */
export const ImportPreview = ({ preview, form }: ImportPreviewProps) => {
  const { t, i18n } = useTranslation();
  const { counts } = preview;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="sm">
        {t('imports.preview.title')}
      </Title>
      <Group gap="xs" mb="sm">
        <Figure label={t('imports.count.rows')} value={figure(counts.rows)} />
        <Figure label={t('imports.count.added')} value={figure(counts.added)} />
        <Figure label={t('imports.count.updated')} value={figure(counts.updated)} />
        <Figure label={t('imports.count.skipped')} value={figure(counts.skipped)} />
        {form === 'purchases' && (
          <>
            <Figure label={t('imports.count.customers')} value={figure(counts.customers)} />
            <Figure label={t('imports.count.amount')} value={<MoneyText amount={counts.amountCents} />} />
          </>
        )}
        <Figure label={t('imports.count.rejected')} value={figure(counts.rejected)} />
      </Group>
      <ImportFindings findings={preview} />
      {preview.sample.length > 0 && (
        <Table verticalSpacing={4} mb="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w="5rem">
                {t('imports.rejected.line')}
              </Table.Th>
              <Table.Th>{t('imports.preview.customer')}</Table.Th>
              <Table.Th>{t('imports.preview.becomes')}</Table.Th>
              {form === 'purchases' && (
                <>
                  <Table.Th>{t('imports.preview.on')}</Table.Th>
                  <Table.Th ta="right">{t('imports.count.amount')}</Table.Th>
                </>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.sample.slice(0, 5).map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td ta="right">{row.line}</Table.Td>
                <Table.Td>{row.customer}</Table.Td>
                <Table.Td>
                  <Text span size="sm" c={row.isNew ? 'var(--mantine-color-jade-text)' : 'dimmed'}>
                    {t(row.isNew ? 'imports.preview.new' : 'imports.preview.known')}
                  </Text>
                </Table.Td>
                {form === 'purchases' && (
                  <>
                    <Table.Td>{row.on === null ? '—' : <DateText date={row.on} as="figures" />}</Table.Td>
                    <Table.Td ta="right">
                      {row.amountCents === null ? '—' : <MoneyText amount={row.amountCents} keepZeros />}
                    </Table.Td>
                  </>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <RejectedRows rows={preview.rejected} total={counts.rejected} from={{ previewId: preview.previewId }} />
    </Paper>
  );
};
