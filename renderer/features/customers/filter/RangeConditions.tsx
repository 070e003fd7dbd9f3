import { Group, Input, NumberInput, type NumberInputProps, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLocalDate, localDate, type LocalDate } from '../../../../shared/types/time.ts';
import { cents, points } from '../../../../shared/types/amounts.ts';
import type { ConditionProps } from './FilterDrawer.tsx';

interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

interface RangeInputProps {
  readonly label: string;
  readonly suffix?: string;
  readonly range: Range | undefined;
  readonly least?: number;
  readonly isWhole?: boolean;
  readonly onChange: (range: { min: number | undefined; max: number | undefined }) => void;
}

export const MOST = 100_000_000;

const figureOf = (typed: string | number): number | undefined => {
  const figure = typeof typed === 'number' ? typed : typed.trim() === '' ? NaN : Number(typed);
  return Number.isFinite(figure) ? figure : undefined;
};

interface EndInputProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** One end as it is being typed: "24." is on the way to a figure and must not be wiped; what is cleared elsewhere is cleared here. */
const EndInput = ({ value, onChange, ...shared }: EndInputProps) => {
  const [typed, setTyped] = useState<string | number>(value ?? '');
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value === undefined && figureOf(typed) !== undefined) setTyped('');
  }
  return (
    <NumberInput
      {...shared}
      value={typed}
      onChange={(now) => {
        setTyped(now);
        onChange(figureOf(now));
      }}
    />
  );
};

/** From and to, either of which may be open. */
export const RangeInput = ({ label, suffix = '', range, least = 0, isWhole = true, onChange }: RangeInputProps) => {
  const { t } = useTranslation();
  const end = (which: 'min' | 'max') => (
    <EndInput
      aria-label={`${label} ${t(`lists.filter.ends.${which}`)}`}
      placeholder={t(`lists.filter.ends.${which}`)}
      allowDecimal={!isWhole}
      hideControls
      min={least}
      max={MOST}
      suffix={suffix}
      value={range?.[which]}
      onChange={(value) => {
        onChange({ min: range?.min, max: range?.max, [which]: value });
      }}
    />
  );
  return (
    <Input.Wrapper label={label} labelElement="div" role="group" aria-label={label}>
      <Group grow gap="xs" mt={2}>
        {end('min')}
        {end('max')}
      </Group>
    </Input.Wrapper>
  );
};

interface DaysInputProps {
  readonly label: string;
  readonly range: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined } | undefined;
  readonly onChange: (range: { from: LocalDate | undefined; to: LocalDate | undefined }) => void;
}

/** From one day to another, either of which may be open. */
export const DaysInput = ({ label, range, onChange }: DaysInputProps) => {
  const { t } = useTranslation();
  const end = (which: 'from' | 'to') => (
    <DateInput
      aria-label={`${label} ${t(`lists.filter.ends.${which}`)}`}
      placeholder={t(`lists.filter.ends.${which}`)}
      valueFormat="YYYY-MM-DD"
      clearable
      value={range?.[which] ?? null}
      onChange={(value) => {
        onChange({
          from: range?.from,
          to: range?.to,
          [which]: value !== null && isLocalDate(value) ? localDate(value) : undefined,
        });
      }}
    />
  );
  return (
    <Input.Wrapper label={label} labelElement="div" role="group" aria-label={label}>
      <Group grow gap="xs" mt={2}>
        {end('from')}
        {end('to')}
      </Group>
    </Input.Wrapper>
  );
};

const CENTS = 100;
const inCents = (value: number | undefined) => (value === undefined ? undefined : cents(Math.round(value * CENTS)));
const inMoney = (value: number | undefined): number | undefined => (value === undefined ? undefined : value / CENTS);
const inPoints = (value: number | undefined) => (value === undefined ? undefined : points(value));

/** Conditions on figures and days. */
export const RangeConditions = ({ filter, onChange }: ConditionProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <RangeInput
        label={t('lists.filter.names.daysSinceVisit')}
        suffix={t('lists.filter.daysSuffix')}
        range={filter.daysSinceVisit}
        onChange={({ min, max }) => {
          const known = (value: number | undefined) => (value === undefined ? undefined : Math.min(value, 36_500));
          onChange({ daysSinceVisit: { min: known(min), max: known(max) } });
        }}
      />
      <RangeInput
        label={t('lists.filter.names.visits')}
        range={filter.visits}
        onChange={(visits) => {
          onChange({ visits });
        }}
      />
      <RangeInput
        label={t('lists.filter.names.spendCents')}
        least={-MOST}
        range={filter.spendCents && { min: inMoney(filter.spendCents.min), max: inMoney(filter.spendCents.max) }}
        onChange={({ min, max }) => {
          onChange({ spendCents: { min: inCents(min), max: inCents(max) } });
        }}
      />
      <RangeInput
        label={t('lists.filter.names.points')}
        least={-MOST}
        range={filter.points}
        onChange={({ min, max }) => {
          onChange({ points: { min: inPoints(min), max: inPoints(max) } });
        }}
      />
      <DaysInput
        label={t('lists.filter.names.lastVisit')}
        range={filter.lastVisit}
        onChange={(lastVisit) => {
          onChange({ lastVisit });
        }}
      />
      <DaysInput
        label={t('lists.filter.names.created')}
        range={filter.created}
        onChange={(created) => {
          onChange({ created });
        }}
      />
    </Stack>
  );
};
