import { Group, NumberInput, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { cents } from '../../../shared/types/amounts.ts';

const CENTS = 100;
const fields = [
  ['grantMostCents', 'settings.grants.most'],
  ['grantMonthCents', 'settings.grants.month'],
] as const;

/** What the desk may grant in coupons without asking (R177). */
export const GrantSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {fields.map(([field, words]) => (
        <Group key={field} gap="xs" align="baseline">
          <Text size="sm">{t(words)}</Text>
          <NumberInput
            size="xs"
            w="7rem"
            min={0}
            decimalScale={2}
            hideControls
            aria-label={t(words)}
            value={form.values[field] / CENTS}
            error={form.errors[field]}
            onChange={(value) => {
              form.setFieldValue(field, cents(Math.round(Number(value) * CENTS)));
            }}
          />
        </Group>
      ))}
      <Text size="sm" c="dimmed">
        {t('settings.grants.about')}
      </Text>
    </Stack>
  );
};
