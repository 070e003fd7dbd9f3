import { Checkbox, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { couponKinds } from '../../../shared/domain/coupons/terms.ts';
import { asksFor, categoryValue, kindOf, productValue, type TermsValues } from './termsValues.ts';
import { useCouponWords } from './useCouponWords.ts';

interface TermsFieldsProps {
  readonly values: TermsValues;
  /** By the name of the field. */
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly onChange: (changes: Partial<TermsValues>) => void;
  /** A code has days and uses of its own. */
  readonly isCode?: boolean;
}

/** What a coupon gives and on which terms; fields that a kind has no use for are not there. */
export const TermsFields = ({ values, errors, onChange, isCode = false }: TermsFieldsProps) => {
  const { t } = useTranslation();
  const { products, dayNames } = useCouponWords();
  const asks = asksFor(values.kind);
  const categories = [...new Set(products.flatMap(({ category }) => category ?? []))];
  const things = [
    ...categories.map((name) => ({ value: categoryValue(name), label: t('coupons.fields.category', { name }) })),
    ...products.map(({ id, name }) => ({ value: productValue(id), label: name })),
  ];
  const text = (field: 'amount' | 'percent' | 'cap' | 'least' | 'text', placeholder?: string) => (
    <TextInput
      label={t(`coupons.fields.${field}`)}
      placeholder={placeholder}
      autoComplete="off"
      maxLength={field === 'text' ? 200 : 20}
      inputMode={field === 'text' ? 'text' : 'decimal'}
      error={errors[field]}
      value={values[field]}
      onChange={(event) => {
        onChange({ [field]: event.currentTarget.value });
      }}
    />
  );
  const pick = (field: 'scope' | 'main') => (
    <MultiSelect
      label={t(`coupons.fields.${field}`)}
      placeholder={field === 'scope' && values.scope.length === 0 && !asks.needsScope ? t('coupons.fields.scopeHint') : undefined}
      data={things}
      searchable
      hidePickedOptions
      error={errors[field]}
      value={values[field]}
      onChange={(chosen) => {
        onChange({ [field]: chosen });
      }}
    />
  );
  const number = (field: 'uses' | 'buys', max: number) => (
    <NumberInput
      label={t(`coupons.fields.${field}`)}
      min={1}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      value={values[field]}
      onChange={(value) => {
        onChange({ [field]: typeof value === 'number' ? value : 1 });
      }}
    />
  );
  return (
    <Stack gap="sm">
      <Select
        label={t('coupons.fields.kind')}
        allowDeselect={false}
        data={couponKinds.map((kind) => ({ value: kind, label: t(`coupons.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(value) => {
          onChange({ kind: kindOf(value) });
        }}
      />
      <Group grow align="flex-start">
        {asks.amount && text('amount')}
        {asks.percent && text('percent', t('coupons.fields.percentHint'))}
        {asks.buys && number('buys', 99)}
        {asks.cap && text('cap', t('coupons.fields.capHint'))}
        {text('least', t('coupons.fields.leastHint'))}
      </Group>
      {pick('scope')}
      {asks.main && pick('main')}
      <MultiSelect
        label={t('coupons.fields.weekdays')}
        placeholder={values.weekdays.length === 0 ? t('coupons.fields.weekdaysHint') : undefined}
        data={dayNames.map((label, index) => ({ value: String(index + 1), label }))}
        value={values.weekdays}
        onChange={(chosen) => {
          onChange({ weekdays: chosen });
        }}
      />
      {!isCode && (
        <Group grow align="flex-start">
          {number('uses', 100)}
          <NumberInput
            label={t('coupons.fields.validDays')}
            placeholder={t('coupons.fields.validDaysHint')}
            min={0}
            max={3650}
            allowDecimal={false}
            clampBehavior="strict"
            value={values.validDays}
            onChange={(value) => {
              onChange({ validDays: typeof value === 'number' ? value : '' });
            }}
          />
          <DateInput
            label={t('coupons.fields.validUntil')}
            valueFormat="YYYY-MM-DD"
            clearable
            value={values.validUntil}
            onChange={(value) => {
              onChange({ validUntil: value });
            }}
          />
        </Group>
      )}
      <Checkbox
        label={t('coupons.fields.withCoupons')}
        checked={values.goesWithCoupons}
        onChange={(event) => {
          onChange({ goesWithCoupons: event.currentTarget.checked });
        }}
      />
      <Checkbox
        label={t('coupons.fields.withDiscounts')}
        checked={values.goesWithDiscounts}
        onChange={(event) => {
          onChange({ goesWithDiscounts: event.currentTarget.checked });
        }}
      />
      {text('text')}
    </Stack>
  );
};
