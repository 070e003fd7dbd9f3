import { Group, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { TierValues } from './tierValues.ts';

/** What the step up to a tier brings: points, a coupon, both or nothing (X63). */
export const TierGift = ({ form }: { readonly form: UseFormReturnType<TierValues> }) => {
  const { t } = useTranslation();
  const types = useOperation('coupons.types', {}).data?.types ?? [];
  return (
    <Group grow align="flex-start">
      <NumberInput
        label={t('tiers.giftPoints')}
        min={0}
        max={1_000_000}
        allowDecimal={false}
        clampBehavior="strict"
        {...form.getInputProps('giftPoints')}
        onChange={(value) => {
          form.setFieldValue('giftPoints', typeof value === 'number' ? value : 0);
        }}
      />
      <Select
        label={t('tiers.giftCoupon')}
        placeholder={t('tiers.noGift')}
        clearable
        searchable
        nothingFoundMessage={t('coupons.card.noTypes')}
        data={types.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('giftCouponTypeId')}
      />
    </Group>
  );
};
