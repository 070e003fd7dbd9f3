import {
  Autocomplete,
  Checkbox,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { genderSchema, needTypeSchema } from '../../../../shared/contract/customers.ts';
import { channelSchema } from '../../../../shared/contract/values.ts';
import { isMasked } from '../../../../shared/domain/masking/shown.ts';
import type { CustomerId } from '../../../../shared/types/ids.ts';
import { HiddenContactInput } from '../../reveal/HiddenContactInput.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { BirthdayInput } from './BirthdayInput.tsx';
import type { CustomerValues } from './customerValues.ts';
import { isLineField, isTextField, type ChoiceField, type FieldName } from './fields.ts';
import { ReferrerInput } from './ReferrerInput.tsx';
import { SourceInput } from './SourceInput.tsx';

export type CustomerFormApi = UseFormReturnType<CustomerValues>;

interface FieldInputProps {
  readonly form: CustomerFormApi;
  readonly field: FieldName;
  /** The label stays for screen readers only: where the fact is edited on the card its label stands beside it. */
  readonly hideLabel?: boolean;
  /** Whose fact it is; absent or null for somebody new. */
  readonly customerId?: CustomerId | null;
}

/** The field to type or choose one fact of a customer; the same in the form and on the card. */
export const FieldInput = ({ form, field, hideLabel = false, customerId = null }: FieldInputProps) => {
  const { t } = useTranslation();
  const label = t(`customers.fields.${field}`);
  const named = hideLabel ? { 'aria-label': label } : { label };
  if (field === 'source') return <SourceInput form={form} hideLabel={hideLabel} />;
  if (field === 'region') return <RegionInput form={form} field={field} hideLabel={hideLabel} />;
  if (customerId !== null && isContactField(field) && isMasked(form.getValues()[field]))
    return (
      <HiddenContactInput
        customerId={customerId}
        field={field}
        label={label}
        hideLabel={hideLabel}
        value={form.getValues()[field]}
        onShown={(value) => {
          form.setFieldValue(field, value);
        }}
      />
    );
  if (isLineField(field)) {
    const inputMode = field === 'phone' ? 'tel' : field === 'email' ? 'email' : 'text';
    return (
      <TextInput
        {...named}
        inputMode={inputMode}
        autoComplete="off"
        required={field === 'name'}
        withAsterisk={false}
        key={form.key(field)}
        {...form.getInputProps(field)}
      />
    );
  }
  if (isTextField(field)) {
    const hint =
      field === 'safetyNote' ? t('customers.form.safetyHint') : field === 'likes' ? t('customers.form.likesHint') : undefined;
    return (
      <Textarea
        {...named}
        autosize
        minRows={1}
        maxRows={5}
        placeholder={hint}
        key={form.key(field)}
        {...form.getInputProps(field)}
      />
    );
  }
  return <ChoiceInput form={form} field={field} hideLabel={hideLabel} />;
};

const isContactField = (field: FieldName): field is 'phone' | 'wechat' | 'email' =>
  field === 'phone' || field === 'wechat' || field === 'email';

const hours = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const ChoiceInput = ({ form, field, hideLabel = false }: FieldInputProps & { readonly field: ChoiceField }) => {
  const { t } = useTranslation();
  const label = t(`customers.fields.${field}`);
  const named = hideLabel ? { 'aria-label': label } : { label };
  switch (field) {
    case 'birthday':
      return (
        <BirthdayInput
          label={label}
          hideLabel={hideLabel}
          value={form.getValues().birthday}
          onChange={(text) => {
            form.setFieldValue('birthday', text);
          }}
          error={form.errors['birthday']}
        />
      );
    case 'statedAge':
      return (
        <TextInput
          {...named}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          placeholder={t('card.form.statedAgeHint')}
          value={form.getValues().statedAge}
          onChange={(event) => {
            form.setFieldValue('statedAge', event.currentTarget.value);
            // Told anew today.
            form.setFieldValue('statedAgeOn', null);
          }}
          error={form.errors['statedAge']}
        />
      );
    case 'gender':
      return (
        <Input.Wrapper label={hideLabel ? undefined : label}>
          <SegmentedControl
            fullWidth
            aria-label={label}
            data={genderSchema.options.map((value) => ({ value, label: t(`customers.gender.${value}`) }))}
            {...form.getInputProps('gender')}
          />
        </Input.Wrapper>
      );
    case 'needType':
      return (
        <Select
          {...named}
          clearable
          placeholder={t('customers.form.any')}
          data={needTypeSchema.options.map((value) => ({ value, label: t(`customers.needType.${value}`) }))}
          {...form.getInputProps('needType')}
        />
      );
    case 'preferredChannel':
      return (
        <Select
          {...named}
          clearable
          placeholder={t('customers.form.any')}
          data={channelSchema.options.map((value) => ({ value, label: t(`customers.channel.${value}`) }))}
          {...form.getInputProps('preferredChannel')}
        />
      );
    case 'status':
      return (
        <Select
          {...named}
          allowDeselect={false}
          data={(['prospect', 'customer', 'lost'] as const).map((value) => ({ value, label: t(`customers.status.${value}`) }))}
          {...form.getInputProps('status')}
        />
      );
    case 'ownerId':
      return <OwnerInput form={form} hideLabel={hideLabel} field={field} />;
    case 'referrerId':
      return <ReferrerInput form={form} label={label} hideLabel={hideLabel} />;
    case 'hours':
      return (
        <Input.Wrapper
          label={hideLabel ? undefined : label}
          error={form.errors['contactFromHour'] ?? form.errors['contactToHour']}
        >
          <Group gap="xs" grow wrap="nowrap">
            <HourInput form={form} field="contactFromHour" label={t('customers.form.hoursFrom')} options={hours(0, 23)} />
            <HourInput form={form} field="contactToHour" label={t('customers.form.hoursTo')} options={hours(1, 24)} />
          </Group>
        </Input.Wrapper>
      );
    case 'vip':
      return (
        <Stack gap={6}>
          <Input.Wrapper label={hideLabel ? undefined : label}>
            <Group gap="sm" wrap="nowrap" mih="2.25rem">
              <Switch aria-label={label} key={form.key('isVip')} {...form.getInputProps('isVip', { type: 'checkbox' })} />
              {form.getValues().isVip && (
                <TextInput
                  flex={1}
                  aria-label={t('customers.fields.vipReason')}
                  placeholder={t('customers.form.vipReasonHint')}
                  {...form.getInputProps('vipReason')}
                />
              )}
            </Group>
          </Input.Wrapper>
        </Stack>
      );
    case 'doNotContact':
      return (
        <Input.Wrapper label={hideLabel ? undefined : ' '}>
          <Group mih="2.25rem">
            <Checkbox label={label} {...form.getInputProps('doNotContact', { type: 'checkbox' })} />
          </Group>
        </Input.Wrapper>
      );
    case 'consentOn':
    case 'consentWithdrawnOn':
      return <DateInput {...named} clearable valueFormat="YYYY-MM-DD" {...form.getInputProps(field)} />;
  }
};

/** A region is chosen from those in use, so that one place has one name, or typed anew (R003). */
const RegionInput = ({ form, hideLabel = false }: FieldInputProps) => {
  const { t } = useTranslation();
  const label = t('customers.fields.region');
  const regions = useOperation('customers.listRegions', { limit: 50 }).data?.regions ?? [];
  return (
    <Autocomplete
      {...(hideLabel ? { 'aria-label': label } : { label })}
      autoComplete="off"
      placeholder={t('card.form.regionHint')}
      data={regions.map(({ region }) => region)}
      limit={8}
      {...form.getInputProps('region')}
    />
  );
};

const HourInput = ({
  form,
  field,
  label,
  options,
}: {
  readonly form: CustomerFormApi;
  readonly field: 'contactFromHour' | 'contactToHour';
  readonly label: string;
  readonly options: readonly number[];
}) => {
  const { t } = useTranslation();
  const hour = form.getValues()[field];
  return (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      data={options.map((value) => ({ value: String(value), label: t('customers.form.hours', { hour: value }) }))}
      value={hour === null ? null : String(hour)}
      onChange={(value) => {
        form.setFieldValue(field, value === null ? null : Number(value));
      }}
    />
  );
};

const OwnerInput = ({ form, hideLabel = false }: FieldInputProps) => {
  const { t } = useTranslation();
  const label = t('customers.fields.ownerId');
  const staff = useOperation('staff.list', { includeInactive: true }).data?.staff ?? [];
  const { ownerId } = form.getValues();
  const shown = staff.filter((person) => person.isActive || person.id === ownerId);
  return (
    <Select
      {...(hideLabel ? { 'aria-label': label } : { label })}
      clearable
      searchable
      placeholder={t('customers.form.any')}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      {...form.getInputProps('ownerId')}
    />
  );
};
