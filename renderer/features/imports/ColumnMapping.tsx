import { Button, Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importFieldSchema } from '../../../shared/contract/imports.ts';
import { isSecretHeader } from '../../../shared/domain/imports/columnKinds.ts';
import { fieldsOf, mayRepeat, type ImportForm, type Mapping } from '../../../shared/domain/imports/fields.ts';
import { groupedFields } from './fieldGroups.ts';
import type { Inspected } from './useImportFile.ts';

interface ColumnMappingProps {
  readonly inspected: Inspected;
  readonly form: ImportForm;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping[number][]) => void;
}

const SAMPLE_ROWS = 3;
const LEAVE_OUT = 'leave_out';

/** One line a column: its header, what stands in it, and what it means. Most meanings are given once; choosing one again moves it. */
export const ColumnMapping = ({ inspected, form, mapping, onChange }: ColumnMappingProps) => {
  const { t } = useTranslation();
  const options = [
    { value: LEAVE_OUT, label: t('imports.mapping.leaveOut') },
    ...groupedFields(fieldsOf(form)).map(({ group, fields }) => ({
      group: t(`imports.group.${group}`),
      items: fields.map((field) => ({ value: field, label: t(`imports.field.${field}`) })),
    })),
  ];
  const choose = (column: number, text: string): void => {
    const field = importFieldSchema.safeParse(text).data ?? null;
    onChange(
      inspected.columns.map((_header, index) => {
        if (index === column) return field;
        const present = mapping[index] ?? null;
        return present === field && field !== null && !mayRepeat(form, field) ? null : present;
      }),
    );
  };
  const unmapped = inspected.columns.filter(
    (header, column) => header !== '' && mapping[column] === null && !isSecretHeader(header),
  );
  const keepAll = (): void => {
    onChange(
      inspected.columns.map((header, column) =>
        mapping[column] === null && header !== '' && !isSecretHeader(header) ? 'customField' : (mapping[column] ?? null),
      ),
    );
  };
  return (
    <>
      <Table verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="25%">{t('imports.mapping.column')}</Table.Th>
            <Table.Th>{t('imports.mapping.sample')}</Table.Th>
            <Table.Th w="14rem">{t('imports.mapping.meaning')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inspected.columns.map((header, column) => (
            <Table.Tr key={`${column}-${header}`}>
              <Table.Td>
                <Text size="sm" fw={700} truncate title={header}>
                  {header}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm" c="dimmed" truncate>
                  {inspected.sample
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
                    {...(mapping[column] === null && { c: 'dimmed' })}
                    aria-label={t('imports.mapping.meaningOf', { column: header })}
                    data={options}
                    value={mapping[column] ?? LEAVE_OUT}
                    onChange={(value) => {
                      choose(column, value ?? LEAVE_OUT);
                    }}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {form === 'customers' && unmapped.length > 0 && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={keepAll}>
          {t('imports.mapping.keepAll', { count: unmapped.length })}
        </Button>
      )}
    </>
  );
};
