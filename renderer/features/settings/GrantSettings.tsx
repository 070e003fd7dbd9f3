import { Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { MoneySetting } from './MoneySetting.tsx';

/** What the desk may grant in coupons without asking (R177). */
export const GrantSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <MoneySetting form={form} name="grantMostCents" words={t('settings.grants.most')} />
      <MoneySetting form={form} name="grantMonthCents" words={t('settings.grants.month')} />
      <Text size="sm" c="dimmed">
        {t('settings.grants.about')}
      </Text>
    </Stack>
  );
};
