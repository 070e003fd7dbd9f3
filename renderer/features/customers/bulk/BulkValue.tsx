import { Autocomplete, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MOST_REASON_CHARACTERS } from '../../../../shared/contract/inactive.ts';
import { customerStatusSchema } from '../../../../shared/contract/values.ts';
import type { CustomField } from '../../../../shared/contract/customFields.ts';
import { sourcesOf } from '../../../../shared/domain/referrals/sources.ts';
import { useShop } from '../../../app/shop.tsx';
import { NOBODY, type BulkDraft, type BulkOptions } from './actions.ts';

interface BulkValueProps {
  readonly draft: BulkDraft;
  readonly options: BulkOptions;
  readonly onChange: (changes: Partial<BulkDraft>) => void;
}

/** What the chosen change asks for: a tag, a person, a region and so on. */
export const BulkValue = ({ draft, options, onChange }: BulkValueProps) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { kind, value } = draft;
  const set = (next: string | null): void => {
    onChange({ value: next });
  };
  const choice = (label: string, data: readonly { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t('lists.bulk.choose')}
      searchable={data.length > 8}
      nothingFoundMessage={t('lists.nothing')}
      data={[...data]}
      value={value}
      onChange={set}
    />
  );
  const answers = (['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(`lists.answer.${answer}`) }));
  switch (kind) {
    case null:
    case 'remove':
      return null;
    case 'add_tag':
    case 'remove_tag':
      return choice(
        t('lists.filter.names.tags'),
        options.tags.map(({ id, name, groupName }) => ({ value: id, label: `${groupName} · ${name}` })),
      );
    case 'set_owner':
      return choice(t('lists.filter.names.owners'), [
        { value: NOBODY, label: t('lists.unowned') },
        ...options.staff.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name })),
      ]);
    case 'set_region':
    case 'set_source': {
      const name = kind === 'set_region' ? 'regions' : 'sources';
      return (
        <Autocomplete
          label={t(`lists.filter.names.${name}`)}
          description={t('lists.bulk.emptyClears')}
          maxLength={60}
          data={kind === 'set_source' ? [...new Set([...sourcesOf(settings), ...options.sources])] : options[name]}
          value={value ?? ''}
          onChange={set}
        />
      );
    }
    case 'set_status':
      return choice(
        t('lists.filter.names.statuses'),
        customerStatusSchema.options.map((status) => ({ value: status, label: t(`customers.status.${status}`) })),
      );
    case 'set_vip':
      return choice(t('lists.filter.names.isVip'), answers);
    case 'set_do_not_contact':
      return choice(t('lists.filter.names.doNotContact'), answers);
    case 'set_inactive':
      return (
        <Stack gap="md">
          {choice(
            t('lists.bulk.inactive.what'),
            (['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(`lists.bulk.inactive.${answer}`) })),
          )}
          {value === 'yes' && (
            <TextInput
              label={t('inactive.reason')}
              placeholder={t('inactive.reasonHint')}
              maxLength={MOST_REASON_CHARACTERS}
              value={draft.values[0] ?? ''}
              onChange={(event) => {
                onChange({ values: [event.currentTarget.value] });
              }}
            />
          )}
        </Stack>
      );
    case 'issue_coupon':
      return (
        <Stack gap="md">
          {choice(
            t('coupons.card.type'),
            options.couponTypes.map(({ id, name }) => ({ value: id, label: name })),
          )}
          <TextInput
            label={t('coupons.card.reason')}
            placeholder={t('lists.bulk.couponReason')}
            maxLength={200}
            value={draft.values[0] ?? ''}
            onChange={(event) => {
              onChange({ values: [event.currentTarget.value] });
            }}
          />
        </Stack>
      );
    case 'set_custom_field': {
      const field = options.customFields.find(({ id }) => id === draft.fieldId);
      return (
        <Stack gap="md">
          <Select
            label={t('lists.bulk.field')}
            placeholder={t('lists.bulk.choose')}
            data={options.customFields.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.fieldId}
            onChange={(fieldId) => {
              onChange({ fieldId, value: null, values: [] });
            }}
          />
          {field !== undefined && <FieldValue field={field} draft={draft} onChange={onChange} />}
        </Stack>
      );
    }
  }
};

const FieldValue = ({ field, draft, onChange }: Pick<BulkValueProps, 'draft' | 'onChange'> & { readonly field: CustomField }) => {
  const { t } = useTranslation();
  const offered = field.options.filter(({ isArchived }) => !isArchived).map(({ id, name }) => ({ value: id, label: name }));
  const common = { label: field.name, description: t('lists.bulk.emptyClears') } as const;
  const set = (value: string | null): void => {
    onChange({ value });
  };
  if (field.type === 'choices')
    return (
      <MultiSelect
        {...common}
        clearable
        data={offered}
        value={[...draft.values]}
        onChange={(values) => {
          onChange({ values });
        }}
      />
    );
  if (field.type === 'choice' || field.type === 'yes_no')
    return (
      <Select
        {...common}
        clearable
        data={
          field.type === 'choice'
            ? offered
            : (['yes', 'no'] as const).map((answer) => ({ value: answer, label: t(`lists.answer.${answer}`) }))
        }
        value={draft.value}
        onChange={set}
      />
    );
  return (
    <TextInput
      {...common}
      placeholder={field.type === 'date' ? 'YYYY-MM-DD' : undefined}
      maxLength={500}
      value={draft.value ?? ''}
      onChange={(event) => {
        set(event.currentTarget.value);
      }}
    />
  );
};
