import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { importFieldSchema } from '../../../shared/contract/imports.ts';
import { isSecretHeader } from '../../../shared/domain/imports/columnKinds.ts';
import { fieldsOf, mayRepeat, type ImportForm, type Mapping } from '../../../shared/domain/imports/fields.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { groupedFields } from './fieldGroups.ts';
import type { Inspected } from './useImportFile.ts';

interface ColumnMappingProps {
  readonly inspected: Inspected;
  readonly form: ImportForm;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping[number][]) => void;
}

/** One line a column: its header, what stands in it, and what it means. Most meanings are given once; choosing one again moves it. */
export const ColumnMapping = ({ inspected, form, mapping, onChange }: ColumnMappingProps) => {
  const { t } = useTranslation();
  const options = groupedFields(fieldsOf(form)).map(({ group, fields }) => ({
    group: t(`imports.group.${group}`),
    items: fields.map((field) => ({ value: field, label: t(`imports.field.${field}`) })),
  }));
  const choose = (column: number, text: string | null): void => {
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
      <ColumnTable
        columns={inspected.columns}
        sample={inspected.sample}
        options={options}
        valueOf={(column) => mapping[column] ?? null}
        onChoose={choose}
      />
      {form === 'customers' && unmapped.length > 0 && (
        <Button size="compact-sm" variant="default" mt="sm" onClick={keepAll}>
          {t('imports.mapping.keepAll', { count: unmapped.length })}
        </Button>
      )}
    </>
  );
};
