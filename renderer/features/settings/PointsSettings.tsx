import { Checkbox, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { SentenceField } from './SentenceField.tsx';

/** How points are earned. */
export const PointsSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <SentenceField sentence={t('settings.points.rate')} min={0} max={10_000} input={form.getInputProps('pointsPerHundred')} />
      <Text size="sm" c="dimmed">
        {t('settings.points.fractions')}
      </Text>
      <Checkbox label={t('settings.points.negative')} {...form.getInputProps('pointsMayGoNegative', { type: 'checkbox' })} />
    </Stack>
  );
};
