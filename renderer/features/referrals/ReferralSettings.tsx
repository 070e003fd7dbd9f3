import { Select, Stack, Switch, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { MoneySetting } from '../settings/MoneySetting.tsx';
import { SentenceField } from '../settings/SentenceField.tsx';
import { ShareSettings } from './ShareSettings.tsx';

/** What the shop gives for bringing somebody, when, and how often (R078, R093). Off until it is switched on. */
export const ReferralSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const types = useOperation('coupons.types', {}).data?.types ?? [];
  const couponOf = (name: 'referrerCouponType' | 'newcomerCouponType', label: string) => (
    <Select
      w="22rem"
      label={label}
      clearable
      searchable
      placeholder={t('referrals.programme.noCoupon')}
      data={types.map((type) => ({ value: type.id, label: type.name }))}
      value={form.values[name]}
      onChange={(wanted) => {
        form.setFieldValue(name, types.find(({ id }) => id === wanted)?.id ?? null);
      }}
    />
  );
  return (
    <Stack gap="sm">
      <Switch label={t('referrals.programme.on')} {...form.getInputProps('referralsPaid', { type: 'checkbox' })} />
      <Text size="sm" c="dimmed">
        {t('referrals.programme.about')}
      </Text>
      {form.values.referralsPaid && (
        <>
          <MoneySetting form={form} name="referralLeastCents" words={t('referrals.programme.least')} />
          <SentenceField
            sentence={t('referrals.programme.within')}
            min={1}
            max={730}
            input={form.getInputProps('referralWithinDays')}
          />
          <SentenceField
            sentence={t('referrals.programme.most')}
            min={0}
            max={1000}
            input={form.getInputProps('referralMostPerMonth')}
          />
          <SentenceField
            sentence={t('referrals.programme.referrerPoints')}
            min={0}
            max={100_000}
            input={form.getInputProps('referrerPoints')}
          />
          {couponOf('referrerCouponType', t('referrals.programme.referrerCoupon'))}
          <SentenceField
            sentence={t('referrals.programme.newcomerPoints')}
            min={0}
            max={100_000}
            input={form.getInputProps('newcomerPoints')}
          />
          {couponOf('newcomerCouponType', t('referrals.programme.newcomerCoupon'))}
        </>
      )}
      <ShareSettings form={form} />
    </Stack>
  );
};
