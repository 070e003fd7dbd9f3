import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** Which coupon signing up with a phone brings besides points (X61). */
export const SignUpCoupon = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const types = useOperation('coupons.types', {}).data?.types ?? [];
  return (
    <Select
      w="22rem"
      label={t('settings.points.signUpCoupon')}
      clearable
      searchable
      placeholder={t('settings.points.noCoupon')}
      nothingFoundMessage={t('coupons.card.noTypes')}
      data={types.map(({ id, name }) => ({ value: id, label: name }))}
      value={form.values.signUpCouponType}
      onChange={(wanted) => {
        form.setFieldValue('signUpCouponType', types.find(({ id }) => id === wanted)?.id ?? null);
      }}
    />
  );
};
