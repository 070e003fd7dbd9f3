import { Group, Input, NumberInput, SegmentedControl, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { festivalNames, festivals } from '../../../shared/domain/reminders/own/festivalNames.ts';
import {
  MOST_FIRST_VISIT_MONTHS,
  MOST_RUN_OUT_DAYS,
  MOST_STAGE_MONTHS,
  stageBearers,
} from '../../../shared/domain/reminders/own/types.ts';
import { useShop } from '../../app/shop.tsx';
import { ProductScope } from '../products/ProductScope.tsx';
import { SentenceField } from '../settings/SentenceField.tsx';
import { isOfPurchase, type RuleValues } from './ruleValues.ts';

/** What the days of a rule are counted from, by its kind. */
export const BaseFields = ({ form }: { readonly form: UseFormReturnType<RuleValues> }) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const { kind, about } = form.values;
  const number = (field: 'month' | 'day', most: number) => (
    <NumberInput
      label={t(`reminderRules.${field}`)}
      min={1}
      max={most}
      allowDecimal={false}
      clampBehavior="strict"
      {...form.getInputProps(field)}
      onChange={(value) => {
        form.setFieldValue(field, typeof value === 'number' ? value : 1);
      }}
    />
  );
  if (isOfPurchase(kind))
    return (
      <>
        <ProductScope label={t('reminderRules.what')} about={about} input={(field) => form.getInputProps(field)} />
        {form.errors['about'] !== undefined && <Input.Error>{form.errors['about']}</Input.Error>}
        {kind === 'replenish' && (
          <SentenceField
            sentence={t('reminderRules.lasts')}
            min={1}
            max={MOST_RUN_OUT_DAYS}
            input={form.getInputProps('daysPerUnit')}
          />
        )}
      </>
    );
  switch (kind) {
    case 'festival':
      return (
        <Select
          label={t('reminderRules.festival')}
          allowDeselect={false}
          searchable
          data={festivals.map((value) => ({ value, label: festivalNames[value][language] }))}
          {...form.getInputProps('festival')}
        />
      );
    case 'yearly_day':
      return (
        <Group align="flex-start" grow>
          <Input.Wrapper label={t('reminderRules.calendar')}>
            <SegmentedControl
              fullWidth
              aria-label={t('reminderRules.calendar')}
              data={(['solar', 'lunar'] as const).map((value) => ({ value, label: t(`reminderRules.${value}`) }))}
              {...form.getInputProps('calendar')}
            />
          </Input.Wrapper>
          {number('month', 12)}
          {number('day', form.values.calendar === 'lunar' ? 30 : 31)}
        </Group>
      );
    case 'age_stage':
      return (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t('reminderRules.bearer')}
            data={stageBearers.map((value) => ({ value, label: t(`reminderRules.bearers.${value}`) }))}
            {...form.getInputProps('bearer')}
          />
          <SentenceField
            sentence={t('reminderRules.reaches')}
            min={1}
            max={MOST_STAGE_MONTHS}
            input={form.getInputProps('months')}
          />
        </>
      );
    case 'first_visit':
      return (
        <SentenceField
          sentence={t('reminderRules.since')}
          min={1}
          max={MOST_FIRST_VISIT_MONTHS}
          input={form.getInputProps('months')}
        />
      );
  }
};
