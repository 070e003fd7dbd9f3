import { Select, Table, Text } from '@mantine/core';
import type { ComboboxData } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSecretHeader } from '../../../shared/domain/imports/columnKinds.ts';

interface ColumnTableProps {
  readonly columns: readonly string[];
  /** The first rows. */
  readonly sample: readonly (readonly string[])[];
  /** What a column can mean, besides nothing. */
  readonly options: ComboboxData;
  readonly valueOf: (column: number) => string | null;
  /** Null leaves the column out. */
  readonly onChoose: (column: number, value: string | null) => void;
}

const SAMPLE_ROWS = 3;
const LEAVE_OUT = 'leave_out';

/** The columns of a file, one line each: its header, what stands in it, and what it means. */
export const ColumnTable = ({ columns, sample, options, valueOf, onChoose }: ColumnTableProps) => {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={6} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="25%">{t('imports.mapping.column')}</Table.Th>
          <Table.Th>{t('imports.mapping.sample')}</Table.Th>
          <Table.Th w="14rem">{t('imports.mapping.meaning')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {columns.map((header, column) => (
          <Table.Tr key={`${column}-${header}`}>
            <Table.Td>
              <Text size="sm" fw={700} truncate title={header}>
                {header}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed" truncate>
                {sample
                  .slice(0, SAMPLE_ROWS)
                  .map((row) => row[column] ?? '')
                  .filter((value) => value !== '')
                  .join(' · ')}
              </Text>
            </Table.Td>
            <Table.Td>
              {isSecretHeader(header) ? (
                <Text size="sm" c="dimmed">
                  {t('imports.mapping.secret')}
                </Text>
              ) : (
                <Select
                  size="xs"
                  searchable
                  allowDeselect={false}
                  openOnFocus={false}
                  maxDropdownHeight={320}
                  nothingFoundMessage={t('imports.mapping.noSuch')}
                  {...(valueOf(column) === null && { c: 'dimmed' })}
                  aria-label={t('imports.mapping.meaningOf', { column: header })}
                  data={[{ value: LEAVE_OUT, label: t('imports.mapping.leaveOut') }, ...options]}
                  value={valueOf(column) ?? LEAVE_OUT}
                  onChange={(value) => {
                    onChoose(column, value === LEAVE_OUT ? null : value);
                  }}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
