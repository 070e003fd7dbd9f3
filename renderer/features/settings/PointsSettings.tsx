import { Checkbox, Select, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { MOST_PENDING_DAYS } from '../../../shared/domain/loyalty/pending.ts';
import { SentenceField } from './SentenceField.tsx';
import { SignUpCoupon } from './SignUpCoupon.tsx';

const expiries = shopSettingsSchema.shape.pointsExpiry.options;

/** How points are earned, what they pay, and when they lapse (R074). */
export const PointsSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const { pointsExpiry, pointsPerMoneyUnit } = form.values;
  return (
    <Stack gap="sm">
      <SentenceField sentence={t('settings.points.rate')} min={0} max={10_000} input={form.getInputProps('pointsPerHundred')} />
      <Text size="sm" c="dimmed">
        {t('settings.points.fractions')}
      </Text>
      <SentenceField
        sentence={t('settings.points.worth')}
        min={0}
        max={99_999}
        input={form.getInputProps('pointsPerMoneyUnit')}
      />
      {pointsPerMoneyUnit > 0 && (
        <>
          <SentenceField sentence={t('settings.points.share')} min={1} max={100} input={form.getInputProps('pointsShareLimit')} />
          <SentenceField
            sentence={t('settings.points.mostPerVisit')}
            min={0}
            max={1_000_000}
            input={form.getInputProps('pointsMostPerVisit')}
          />
        </>
      )}
      <SentenceField
        sentence={t('settings.points.stored')}
        min={0}
        max={99_999}
        input={form.getInputProps('pointsPerStoredUnit')}
      />
      <SentenceField
        sentence={t('settings.points.pending')}
        min={0}
        max={MOST_PENDING_DAYS}
        input={form.getInputProps('pointsPendingDays')}
      />
      <Select
        w="22rem"
        label={t('settings.points.expiry')}
        allowDeselect={false}
        data={expiries.map((value) => ({ value, label: t(`settings.points.expiries.${value}`) }))}
        {...form.getInputProps('pointsExpiry')}
      />
      {(pointsExpiry === 'months' || pointsExpiry === 'idle') && (
        <SentenceField
          sentence={t(pointsExpiry === 'months' ? 'settings.points.months' : 'settings.points.idleMonths')}
          min={1}
          max={120}
          input={form.getInputProps('pointsExpiryMonths')}
        />
      )}
      {pointsExpiry === 'year_end' && (
        <SentenceField sentence={t('settings.points.years')} min={0} max={10} input={form.getInputProps('pointsExpiryYears')} />
      )}
      {pointsExpiry !== 'none' && (
        <Text size="sm" c="dimmed">
          {t('settings.points.kept')}
        </Text>
      )}
      <SentenceField sentence={t('settings.points.signUp')} min={0} max={100_000} input={form.getInputProps('signUpPoints')} />
      <SignUpCoupon form={form} />
      <SentenceField sentence={t('settings.points.checkIn')} min={0} max={10_000} input={form.getInputProps('checkInPoints')} />
      <SentenceField sentence={t('settings.points.unusual')} min={2} max={100} input={form.getInputProps('unusualEarnings')} />
      <Checkbox label={t('settings.points.negative')} {...form.getInputProps('pointsMayGoNegative', { type: 'checkbox' })} />
    </Stack>
  );
};
