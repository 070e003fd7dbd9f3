import { Group, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';

interface ValueLineFieldProps {
  readonly form: UseFormReturnType<ShopSettings>;
  readonly name: 'valueHighCents' | 'valueMiddleCents';
}

/** Where a value class begins; empty takes the shop's own percentile. */
export const ValueLineField = ({ form, name }: ValueLineFieldProps) => {
  const { t } = useTranslation();
  const value = form.values[name];
  const [text, setText] = useState(value === null ? '' : moneyInputText(value));
  const [before = '', after = ''] = t(`settings.segments.${name}`).split('[]');
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      {before !== '' && <Text size="sm">{before}</Text>}
      <TextInput
        size="xs"
        w="7rem"
        flex="none"
        value={text}
        placeholder={t('settings.segments.automatic')}
        aria-label={`${before}…${after}`}
        error={form.errors[name]}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          const amount = typed.trim() === '' ? null : parseMoney(typed);
          if (amount === null && typed.trim() !== '') form.setFieldError(name, t('errors.issue.invalid'));
          else form.setFieldValue(name, amount);
        }}
      />
      <Text size="sm">{after}</Text>
    </Group>
  );
};
