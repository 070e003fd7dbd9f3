import { Chip, Group, Input, MultiSelect, Select, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../../shared/contract/customerFilter.ts';
import { customerStatusSchema, genderSchema } from '../../../../shared/contract/values.ts';
import { monthKey, yesNo, type FilterOptions } from './conditions.ts';
import { ConsentConditions } from './ConsentConditions.tsx';
import type { ConditionProps } from './FilterDrawer.tsx';

interface ChoiceConditionsProps extends ConditionProps {
  readonly options: FilterOptions;
}

const inactiveChoices = ['only', 'also'] as const;
const flags = ['hasValidPhone', 'hasConsent', 'doNotContact', 'isVip'] as const;
const matches = ['any', 'all', 'none'] as const;
const NONE = '\u2014';

/** Those of the offered values that were chosen, in the type they were offered in. */
const chosenOf = <Value extends string>(offered: readonly Value[], chosen: readonly string[]): Value[] =>
  offered.filter((value) => chosen.includes(value));

/** Conditions chosen from a list: status, owner, tags, region and the like. */
export const ChoiceConditions = ({ filter, options, onChange }: ChoiceConditionsProps) => {
  const { t } = useTranslation();
  const owners = options.staff.map(({ id }) => id);
  const tagIds = options.tags.map(({ id }) => id);
  const match = filter.tags?.match ?? 'any';
  const groups = [...new Set(options.tags.map(({ groupName }) => groupName))];
  const texts = (name: 'regions' | 'provinces' | 'cities' | 'districts' | 'sources') => (
    <MultiSelect
      label={t(`lists.filter.names.${name}`)}
      placeholder={filter[name] === undefined ? t('lists.filter.any') : ''}
      searchable
      clearable
      nothingFoundMessage={t('lists.nothing')}
      data={[{ value: NONE, label: t('lists.none') }, ...options[name].map((value) => ({ value, label: value }))]}
      value={(filter[name] ?? []).map((value) => (value === '' ? NONE : value))}
      onChange={(values) => {
        onChange({ [name]: values.map((value) => (value === NONE ? '' : value)) });
      }}
    />
  );
  return (
    <Stack gap="md">
      <Chips
        label={t('lists.filter.names.statuses')}
        offered={customerStatusSchema.options}
        chosen={filter.statuses ?? []}
        word={(status) => t(`customers.status.${status}`)}
        onChange={(statuses) => {
          onChange({ statuses });
        }}
      />
      <MultiSelect
        label={t('lists.filter.names.owners')}
        placeholder={filter.owners === undefined ? t('lists.filter.any') : ''}
        searchable
        clearable
        nothingFoundMessage={t('lists.nothing')}
        data={[
          { value: 'unowned', label: t('lists.unowned') },
          ...options.staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.owners ?? []}
        onChange={(values) => {
          onChange({ owners: chosenOf([...owners, 'unowned' as const], values) });
        }}
      />
      {options.tags.length > 0 && (
        <Stack gap={6}>
          <MultiSelect
            label={t('lists.filter.names.tags')}
            placeholder={filter.tags === undefined ? t('lists.filter.any') : ''}
            searchable
            clearable
            nothingFoundMessage={t('lists.nothing')}
            data={groups.map((group) => ({
              group,
              items: options.tags
                .filter(({ groupName }) => groupName === group)
                .map(({ id, name }) => ({ value: id, label: name })),
            }))}
            value={filter.tags?.tagIds ?? []}
            onChange={(values) => {
              onChange({ tags: { tagIds: chosenOf(tagIds, values), match } });
            }}
          />
          {filter.tags !== undefined && (
            <SegmentedControl
              size="xs"
              aria-label={t('lists.filter.tags.label')}
              data={matches.map((value) => ({ value, label: t(`lists.filter.tags.${value}Of`) }))}
              value={match}
              onChange={(value) => {
                onChange({
                  tags: { tagIds: filter.tags?.tagIds ?? [], match: matches.find((known) => known === value) ?? 'any' },
                });
              }}
            />
          )}
        </Stack>
      )}
      {options.ownSegments.length > 0 && (
        <Select
          label={t('lists.filter.names.ownSegment')}
          placeholder={t('lists.filter.any')}
          searchable
          clearable
          nothingFoundMessage={t('lists.nothing')}
          data={options.ownSegments.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.ownSegment ?? null}
          onChange={(value) => {
            onChange({ ownSegment: options.ownSegments.find(({ id }) => id === value)?.id });
          }}
        />
      )}
      {options.tiers.length > 0 && (
        <MultiSelect
          label={t('lists.filter.names.tiers')}
          placeholder={filter.tiers === undefined ? t('lists.filter.any') : ''}
          clearable
          data={[
            ...options.tiers.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: t('lists.noTier') },
          ]}
          value={filter.tiers ?? []}
          onChange={(values) => {
            onChange({ tiers: chosenOf([...options.tiers.map(({ id }) => id), 'none' as const], values) });
          }}
        />
      )}
      {texts('regions')}
      {options.provinces.length + options.cities.length + options.districts.length > 0 && (
        <Group grow gap="sm" align="flex-start">
          {texts('provinces')}
          {texts('cities')}
          {texts('districts')}
        </Group>
      )}
      {texts('sources')}
      <Chips
        label={t('lists.filter.names.genders')}
        offered={genderSchema.options}
        chosen={filter.genders ?? []}
        word={(gender) => t(`customers.gender.${gender}`)}
        onChange={(genders) => {
          onChange({ genders });
        }}
      />
      <MultiSelect
        label={t('lists.filter.names.birthdayMonths')}
        placeholder={filter.birthdayMonths === undefined ? t('lists.filter.any') : ''}
        clearable
        data={Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1),
          label: t(`lists.months.${monthKey(index + 1)}`),
        }))}
        value={(filter.birthdayMonths ?? []).map(String)}
        onChange={(values) => {
          onChange({ birthdayMonths: values.map(Number).sort((one, other) => one - other) });
        }}
      />
      <Group grow gap="sm" align="flex-end">
        {flags.slice(0, 2).map((name) => (
          <Flag key={name} name={name} filter={filter} onChange={onChange} />
        ))}
      </Group>
      <Group grow gap="sm" align="flex-end">
        {flags.slice(2).map((name) => (
          <Flag key={name} name={name} filter={filter} onChange={onChange} />
        ))}
      </Group>
      <ConsentConditions filter={filter} onChange={onChange} />
      <Select
        label={t('lists.filter.names.inactive')}
        placeholder={t('lists.filter.inactive.not')}
        clearable
        data={inactiveChoices.map((value) => ({ value, label: t(`lists.filter.inactive.${value}`) }))}
        value={filter.inactive ?? null}
        onChange={(value) => {
          onChange({ inactive: inactiveChoices.find((known) => known === value) });
        }}
      />
    </Stack>
  );
};

interface ChipsProps<Value extends string> {
  readonly label: string;
  readonly offered: readonly Value[];
  readonly chosen: readonly Value[];
  readonly word: (value: Value) => string;
  readonly onChange: (chosen: Value[]) => void;
}

const Chips = <Value extends string>({ label, offered, chosen, word, onChange }: ChipsProps<Value>) => (
  <Input.Wrapper label={label} labelElement="div" role="group" aria-label={label}>
    <Chip.Group
      multiple
      value={[...chosen]}
      onChange={(values) => {
        onChange(chosenOf(offered, values));
      }}
    >
      <Group gap={6} mt={4}>
        {offered.map((value) => (
          <Chip key={value} value={value} size="xs" variant="light">
            {word(value)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  </Input.Wrapper>
);

const Flag = ({ name, filter, onChange }: ConditionProps & { readonly name: (typeof flags)[number] }) => {
  const { t } = useTranslation();
  const value: CustomerFilter[typeof name] = filter[name];
  return (
    <Select
      label={t(`lists.filter.names.${name}`)}
      placeholder={t('lists.filter.any')}
      clearable
      data={(['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(`lists.filter.${name}.${answer}`) }))}
      value={value === undefined ? null : yesNo(value)}
      onChange={(answer) => {
        onChange({ [name]: answer === null ? undefined : answer === 'yes' });
      }}
    />
  );
};
