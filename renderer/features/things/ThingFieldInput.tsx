import { Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { LONGEST_FIELD, LONGEST_LONG_FIELD } from '../../../shared/domain/things/fields.ts';
import type { ThingFieldDefinition } from '../../../shared/domain/things/types.ts';
import { useShop } from '../../app/shop.tsx';

interface ThingFieldInputProps {
  readonly field: ThingFieldDefinition;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error: ReactNode;
}

/** One field of a thing, by its kind. */
export const ThingFieldInput = ({ field, value, onChange, error }: ThingFieldInputProps) => {
  const { language } = useShop().settings;
  const unit = field.unit?.[language];
  const label = unit === undefined ? field.label[language] : `${field.label[language]} (${unit})`;
  if (field.kind === 'choice')
    return (
      <Select
        label={label}
        clearable
        data={(field.choices ?? []).map((choice) => ({ value: choice.value, label: choice.label[language] }))}
        value={value === '' ? null : value}
        onChange={(chosen) => {
          onChange(chosen ?? '');
        }}
        error={error}
      />
    );
  if (field.kind === 'date')
    return (
      <DateInput
        label={label}
        valueFormat="YYYY-MM-DD"
        placeholder="YYYY-MM-DD"
        clearable
        value={value === '' ? null : value}
        onChange={(day) => {
          onChange(day ?? '');
        }}
        error={error}
      />
    );
  if (field.kind === 'long_text')
    return (
      <Textarea
        label={label}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={LONGEST_LONG_FIELD}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        error={error}
      />
    );
  return (
    <TextInput
      label={label}
      inputMode={field.kind === 'whole' || field.kind === 'decimal' ? 'decimal' : 'text'}
      maxLength={LONGEST_FIELD}
      autoComplete="off"
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      error={error}
    />
  );
};
