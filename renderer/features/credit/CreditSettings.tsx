import { Checkbox, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { MoneySetting } from '../settings/MoneySetting.tsx';
import { SentenceField } from '../settings/SentenceField.tsx';

/** Whether a visit can be put on account, how much and for how long (X50). */
export const CreditSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Checkbox label={t('credit.settings.on')} {...form.getInputProps('isOnAccount', { type: 'checkbox' })} />
      {form.values.isOnAccount && (
        <>
          <MoneySetting form={form} name="creditLimitCents" words={t('credit.settings.limit')} />
          <SentenceField sentence={t('credit.settings.days')} min={0} max={3650} input={form.getInputProps('creditTermDays')} />
          <Checkbox label={t('credit.settings.earns')} {...form.getInputProps('creditEarnsPoints', { type: 'checkbox' })} />
        </>
      )}
      <Text size="sm" c="dimmed">
        {t('credit.settings.about')}
      </Text>
    </Stack>
  );
};
