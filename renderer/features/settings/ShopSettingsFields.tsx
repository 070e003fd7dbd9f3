import { Group, Input, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { ReceiptSettingsFields } from './ReceiptSettingsFields.tsx';
import { SentenceField } from './SentenceField.tsx';

const { language, colorScheme, currency } = shopSettingsSchema.shape;

/** A time zone as people of the language name it: "中国时间". English names stand for several zones, so there it is the id. */
const timeZoneName = (timeZone: string, of: string): string =>
  of === language.enum.en
    ? timeZone
    : (new Intl.DateTimeFormat(of, { timeZone, timeZoneName: 'shortGeneric' })
        .formatToParts(0)
        .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone);

/** Name, language, look, currency, and when the business day turns. */
export const ShopSettingsFields = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t, i18n } = useTranslation();
  const currencyNames = new Intl.DisplayNames(i18n.language, { type: 'currency' });
  return (
    <Stack gap="sm">
      <TextInput label={t('settings.shop.name')} {...form.getInputProps('shopName')} maw="24rem" />
      <Group gap="xl">
        <Input.Wrapper label={t('settings.shop.language')} labelElement="div">
          <SegmentedControl
            display="flex"
            {...form.getInputProps('language')}
            aria-label={t('settings.shop.language')}
            data={[
              { value: language.enum['zh-CN'], label: '中文' },
              { value: language.enum.en, label: 'English' },
            ]}
          />
        </Input.Wrapper>
        <Input.Wrapper label={t('settings.shop.look')} labelElement="div">
          <SegmentedControl
            display="flex"
            {...form.getInputProps('colorScheme')}
            aria-label={t('settings.shop.look')}
            data={colorScheme.options.map((value) => ({ value, label: t(`settings.shop.scheme.${value}`) }))}
          />
        </Input.Wrapper>
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
          data={[...new Set([...Intl.supportedValuesOf('timeZone'), form.values.timeZone])].map((value) => ({
            value,
            label: timeZoneName(value, i18n.language),
          }))}
          {...form.getInputProps('timeZone')}
          w="14rem"
        />
      </Group>
      <SentenceField
        sentence={t('settings.shop.firstNumber')}
        min={1}
        max={99_999_999}
        input={form.getInputProps('firstCustomerNumber')}
      />
      <SentenceField sentence={t('settings.shop.dayTurn')} min={0} max={12} input={form.getInputProps('dayTurnHour')} />
      <SentenceField sentence={t('settings.shop.autoLock')} min={0} max={240} input={form.getInputProps('autoLockMinutes')} />
      <SentenceField
        sentence={t('settings.shop.attachmentQuota')}
        min={10}
        max={100_000}
        input={form.getInputProps('attachmentQuotaMegabytes')}
      />
      <SentenceField sentence={t('settings.shop.walkInClaim')} min={0} max={365} input={form.getInputProps('walkInClaimDays')} />
      <SentenceField sentence={t('settings.shop.timingStep')} min={1} max={60} input={form.getInputProps('timingStepMinutes')} />
      <ReceiptSettingsFields form={form} />
    </Stack>
  );
};
