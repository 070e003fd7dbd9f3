import { NumberInput, type NumberInputProps, Select, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { RecordField, RecordValue } from '../../../shared/domain/serviceRecords/fields.ts';

interface RecordFieldInputProps {
  readonly field: RecordField;
  readonly value: RecordValue;
  readonly onChange: (value: RecordValue) => void;
  readonly error?: string | undefined;
}

/** Most characters of a line, as the contract has it. */
const LONGEST_TEXT = 200;
const LONGEST_LINES = 2000;

/** The field to type or choose one value of a record; an emptied one is unknown. */
export const RecordFieldInput = ({ field, value, onChange, error }: RecordFieldInputProps) => {
  const label = field.label;
  const shared = { label, error, 'data-record-field': field.key };
  const unit = field.unit === '' ? {} : { rightSection: field.unit, rightSectionWidth: 24 + 9 * field.unit.length };
  const typed = (text: string): void => {
    onChange(text === '' ? null : text);
  };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'number':
      return <FigureInput {...shared} {...unit} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date':
      return (
        <DateInput
          {...shared}
          clearable
          valueFormat="YYYY-MM-DD"
          placeholder="YYYY-MM-DD"
          value={text === '' ? null : text}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          clearable
          searchable
          value={text === '' ? null : text}
          // What was chosen then may no longer be on offer.
          data={text === '' || field.options.includes(text) ? field.options : [text, ...field.options]}
          onChange={onChange}
        />
      );
    case 'lines':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={LONGEST_LINES}
          value={text}
          onChange={(event) => {
            typed(event.currentTarget.value);
          }}
        />
      );
    case 'text':
      return (
        <TextInput
          {...shared}
          {...unit}
          autoComplete="off"
          maxLength={LONGEST_TEXT}
          value={text}
          onChange={(event) => {
            typed(event.currentTarget.value);
          }}
        />
      );
  }
};

interface FigureInputProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number as it is being typed: "6." and "-" are on the way to one, and must not be wiped before the rest is there. */
const FigureInput = ({ value, onChange, ...shared }: FigureInputProps & Omit<NumberInputProps, 'value' | 'onChange'>) => {
  const [typed, setTyped] = useState<number | string>(value ?? '');
  return (
    <NumberInput
      {...shared}
      hideControls
      autoComplete="off"
      value={typed}
      onChange={(now) => {
        setTyped(now);
        const figure = typeof now === 'number' ? now : now.trim() === '' ? NaN : Number(now);
        onChange(Number.isFinite(figure) ? figure : null);
      }}
    />
  );
};
