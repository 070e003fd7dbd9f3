import { MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomCondition, CustomField } from '../../../../shared/contract/customFields.ts';
import type { ConditionProps } from './FilterDrawer.tsx';
import { DaysInput, MOST, RangeInput } from './RangeConditions.tsx';

interface CustomConditionsProps extends ConditionProps {
  readonly fields: readonly CustomField[];
}

const DEBOUNCE_MILLISECONDS = 200;

/** One condition for each of the shop's own fields: what it is, or that it is known or not. */
export const CustomConditions = ({ filter, fields, onChange }: CustomConditionsProps) => {
  const present = filter.custom ?? [];
  return (
    <Stack gap="md">
      {fields.map((field) => (
        <FieldCondition
          key={field.id}
          field={field}
          condition={present.find(({ fieldId }) => fieldId === field.id)}
          onChange={(condition) => {
            const others = present.filter(({ fieldId }) => fieldId !== field.id);
            onChange({ custom: condition === null ? others : [...others, condition] });
          }}
        />
      ))}
    </Stack>
  );
};

interface FieldConditionProps {
  readonly field: CustomField;
  readonly condition: CustomCondition | undefined;
  readonly onChange: (condition: CustomCondition | null) => void;
}

export const FieldCondition = ({ field, condition, onChange }: FieldConditionProps) => {
  const { t } = useTranslation();
  const { id: fieldId, type, name } = field;
  const isKnown = condition?.test === 'known' || condition?.test === 'unknown' ? condition.test : null;
  const known = [
    { value: 'known', label: t('lists.filter.custom.isKnown') },
    { value: 'unknown', label: t('lists.filter.custom.isUnknown') },
  ];
  const common = { label: name, placeholder: t('lists.filter.any'), clearable: true } as const;
  if (type === 'text')
    return (
      <TextCondition
        name={name}
        text={condition?.test === 'text_has' ? condition.text : ''}
        onChange={(text) => {
          onChange(text === '' ? null : { test: 'text_has', fieldId, text });
        }}
      />
    );
  if (type === 'yes_no')
    return (
      <Select
        {...common}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`lists.answer.${value}`) }))}
        value={condition?.test === 'yes_no' ? (condition.isYes ? 'yes' : 'no') : null}
        onChange={(value) => {
          onChange(value === null ? null : { test: 'yes_no', fieldId, isYes: value === 'yes' });
        }}
      />
    );
  if (type === 'choice' || type === 'choices')
    return (
      <MultiSelect
        {...common}
        data={field.options.map(({ id, name: label }) => ({ value: id, label }))}
        value={condition?.test === 'options' ? condition.optionIds : []}
        onChange={(values) => {
          const optionIds = field.options.map(({ id }) => id).filter((id) => values.includes(id));
          onChange(optionIds.length === 0 ? null : { test: 'options', fieldId, optionIds });
        }}
      />
    );
  const presence = (
    <Select
      aria-label={t('lists.filter.custom.presence', { name })}
      placeholder={t('lists.filter.custom.presenceAny')}
      clearable
      data={known}
      value={isKnown}
      onChange={(value) => {
        onChange(value === null ? null : { test: value === 'known' ? 'known' : 'unknown', fieldId });
      }}
    />
  );
  // A range asks for a value; without one it can still be asked whether there is any.
  const range = condition?.test === type && (type === 'number' || type === 'date') ? condition : null;
  const ends = { min: undefined, max: undefined, from: undefined, to: undefined };
  if (type === 'number')
    return (
      <Stack gap={6}>
        <RangeInput
          label={name}
          least={-MOST}
          isWhole={false}
          range={range?.test === 'number' ? { min: range.from ?? undefined, max: range.to ?? undefined } : ends}
          onChange={({ min, max }) => {
            const isOpen = min === undefined && max === undefined;
            onChange(isOpen ? null : { test: 'number', fieldId, from: min ?? null, to: max ?? null });
          }}
        />
        {presence}
      </Stack>
    );
  if (type === 'date')
    return (
      <Stack gap={6}>
        <DaysInput
          label={name}
          range={range?.test === 'date' ? { from: range.from ?? undefined, to: range.to ?? undefined } : ends}
          onChange={({ from, to }) => {
            const isOpen = from === undefined && to === undefined;
            onChange(isOpen ? null : { test: 'date', fieldId, from: from ?? null, to: to ?? null });
          }}
        />
        {presence}
      </Stack>
    );
  return presence;
};

interface TextConditionProps {
  readonly name: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const TextCondition = ({ name, text, onChange }: TextConditionProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const apply = useDebouncedCallback((next: string) => {
    onChange(next.trim());
  }, DEBOUNCE_MILLISECONDS);
  return (
    <TextInput
      label={name}
      placeholder={t('lists.filter.any')}
      maxLength={60}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
};
