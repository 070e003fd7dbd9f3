import { Checkbox, Select, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { storedSpendOrders } from '../../../shared/domain/storedValue/spending.ts';

/** In which order stored value is spent, whether its gift earns points, who earns where a sharer pays with it (X55), and whether a return may become it. */
export const StoredValueSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Select
        w="22rem"
        label={t('storedValue.settings.order')}
        allowDeselect={false}
        data={storedSpendOrders.map((value) => ({ value, label: t(`storedValue.settings.orders.${value}`) }))}
        {...form.getInputProps('storedSpendOrder')}
      />
      <Checkbox label={t('storedValue.settings.giftEarns')} {...form.getInputProps('giftEarnsPoints', { type: 'checkbox' })} />
      <Select
        w="22rem"
        label={t('sharers.settings.earner')}
        description={t('sharers.settings.earnerHint')}
        allowDeselect={false}
        data={shopSettingsSchema.shape.sharedVisitEarner.options.map((value) => ({
          value,
          label: t(`sharers.settings.earners.${value}`),
        }))}
        {...form.getInputProps('sharedVisitEarner')}
      />
      <Checkbox
        label={t('storedValue.settings.returnsStored')}
        {...form.getInputProps('returnsMayBeStored', { type: 'checkbox' })}
      />
      <Text size="sm" c="dimmed">
        {t('storedValue.settings.legal')}
      </Text>
    </Stack>
  );
};
