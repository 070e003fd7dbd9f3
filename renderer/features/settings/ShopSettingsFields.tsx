import { Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { SentenceField } from './SentenceField.tsx';

const { language, colorScheme, currency } = shopSettingsSchema.shape;

/** Name, language, look, currency, and when the business day turns. */
export const ShopSettingsFields = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t, i18n } = useTranslation();
  const currencyNames = new Intl.DisplayNames(i18n.language, { type: 'currency' });
  return (
    <Stack gap="sm">
      <TextInput label={t('settings.shop.name')} {...form.getInputProps('shopName')} maw="24rem" />
      <Group gap="xl">
        <Stack gap={4}>
          <Text size="sm">{t('settings.shop.language')}</Text>
          <SegmentedControl
            {...form.getInputProps('language')}
            aria-label={t('settings.shop.language')}
            data={[
              { value: language.enum['zh-CN'], label: '中文' },
              { value: language.enum.en, label: 'English' },
            ]}
          />
        </Stack>
        <Stack gap={4}>
          <Text size="sm">{t('settings.shop.look')}</Text>
          <SegmentedControl
            {...form.getInputProps('colorScheme')}
            aria-label={t('settings.shop.look')}
            data={colorScheme.options.map((value) => ({ value, label: t(`settings.shop.scheme.${value}`) }))}
          />
        </Stack>
        <Select
          label={t('settings.shop.currency')}
          allowDeselect={false}
          data={currency.options.map((value) => ({ value, label: currencyNames.of(value) ?? value }))}
          {...form.getInputProps('currency')}
          w="12rem"
        />
        <Select
          label={t('settings.shop.timeZone')}
          allowDeselect={false}
          searchable
          data={[...new Set([...Intl.supportedValuesOf('timeZone'), form.values.timeZone])]}
          {...form.getInputProps('timeZone')}
          w="14rem"
        />
      </Group>
      <SentenceField sentence={t('settings.shop.dayTurn')} min={0} max={12} input={form.getInputProps('dayTurnHour')} />
    </Stack>
  );
};
