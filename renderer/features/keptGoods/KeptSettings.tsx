import { Checkbox, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';

/** Whether customers leave things with the shop (X51). */
export const KeptSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Checkbox label={t('keptGoods.settings.keeps')} {...form.getInputProps('keepsGoods', { type: 'checkbox' })} />
      <Text size="sm" c="dimmed">
        {t('keptGoods.settings.about')}
      </Text>
    </Stack>
  );
};
