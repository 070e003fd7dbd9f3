import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { isLocalDate, localDate, type LocalDate } from '../../../shared/types/time.ts';

interface DayInputProps {
  readonly label: string;
  readonly value?: LocalDate | null | undefined;
  readonly onChange: (value: LocalDate | null) => void;
  readonly error?: ReactNode;
  readonly maxDate?: LocalDate;
  readonly isClearable?: boolean;
}

/** A day of the calendar, typed or chosen. */
export const DayInput = ({ label, value, onChange, error, maxDate, isClearable = false }: DayInputProps) => (
  <DateInput
    label={label}
    valueFormat="YYYY-MM-DD"
    placeholder="2026-11-21"
    clearable={isClearable}
    value={value ?? null}
    error={error}
    {...(maxDate === undefined ? {} : { maxDate })}
    onChange={(chosen) => {
      onChange(chosen === null || !isLocalDate(chosen) ? null : localDate(chosen));
    }}
  />
);
