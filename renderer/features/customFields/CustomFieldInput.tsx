import { MultiSelect, NumberInput, type NumberInputProps, Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField, CustomValue } from '../../../shared/contract/customFields.ts';
import { customFieldOptionId } from '../../../shared/types/ids.ts';

interface CustomFieldInputProps {
  readonly field: CustomField;
  readonly value: CustomValue;
  readonly onChange: (value: CustomValue) => void;
  readonly hideLabel?: boolean;
  readonly error?: string | undefined;
}

/** The field to type or choose a value of the shop's own field. An emptied one is unknown. */
export const CustomFieldInput = ({ field, value, onChange, hideLabel = false, error }: CustomFieldInputProps) => {
  const { t } = useTranslation();
  const common = {
    ...(hideLabel ? { 'aria-label': field.name } : { label: field.name }),
    error,
    required: field.isRequired,
  };
  const chosen = new Set<unknown>(Array.isArray(value) ? value : [value]);
  const options = field.options
    .filter(({ id, isArchived }) => !isArchived || chosen.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  switch (field.type) {
    case 'text':
      return (
        <TextInput
          {...common}
          autoComplete="off"
          maxLength={500}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => {
            onChange(event.currentTarget.value === '' ? null : event.currentTarget.value);
          }}
        />
      );
    case 'number':
      return <FigureInput {...common} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date':
      return (
        <DateInput
          {...common}
          clearable
          valueFormat="YYYY-MM-DD"
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'yes_no':
      return (
        <Select
          {...common}
          clearable
          placeholder={t('customFields.unknown')}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          data={(['yes', 'no'] as const).map((word) => ({ value: word, label: t(`customFields.${word}`) }))}
          onChange={(word) => {
            onChange(word === null ? null : word === 'yes');
          }}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          clearable
          searchable
          placeholder={t('customFields.unknown')}
          value={typeof value === 'string' ? value : null}
          data={options}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          clearable
          searchable
          value={Array.isArray(value) ? value : []}
          data={options}
          onChange={(ids) => {
            onChange(ids.length === 0 ? null : ids.map(customFieldOptionId));
          }}
        />
      );
  }
};

interface FigureInputProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number as it is being typed: "24." and "-" are on the way to one, and must not be wiped before the rest is there. */
const FigureInput = ({ value, onChange, ...shared }: FigureInputProps & Omit<NumberInputProps, 'value' | 'onChange'>) => {
  const [typed, setTyped] = useState<number | string>(value ?? '');
  return (
    <NumberInput
      {...shared}
      hideControls
      value={typed}
      onChange={(now) => {
        setTyped(now);
        const figure = typeof now === 'number' ? now : now.trim() === '' ? NaN : Number(now);
        onChange(Number.isFinite(figure) ? figure : null);
      }}
    />
  );
};
