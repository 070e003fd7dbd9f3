import { Checkbox, Select, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { MoneySetting } from './MoneySetting.tsx';
import { MembershipSettings } from '../memberships/MembershipSettings.tsx';
import { SentenceField } from './SentenceField.tsx';

const bases = shopSettingsSchema.shape.tierBasis.options;
const terms = shopSettingsSchema.shape.tierTerm.options;

const rates = [
  { name: 'growthPerHundred', max: 10_000 },
  { name: 'growthPerVisit', max: 10_000 },
  { name: 'growthPerDay', max: 10_000 },
  { name: 'growthDayCap', max: 1_000_000 },
] as const;

/** What counts towards a tier, and how long one holds (R075, X63). */
export const TierSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const { tierTerm, tierBasis } = form.values;
  return (
    <Stack gap="sm">
      <Select
        w="22rem"
        label={t('settings.tiers.basis')}
        allowDeselect={false}
        data={bases.map((value) => ({ value, label: t(`settings.tiers.bases.${value}`) }))}
        {...form.getInputProps('tierBasis')}
      />
      {tierBasis === 'growth' &&
        rates.map(({ name, max }) => (
          <SentenceField key={name} sentence={t(`settings.tiers.${name}`)} min={0} max={max} input={form.getInputProps(name)} />
        ))}
      <Select
        w="22rem"
        label={t('settings.tiers.term')}
        allowDeselect={false}
        data={terms.map((value) => ({ value, label: t(`settings.tiers.terms.${value}`) }))}
        {...form.getInputProps('tierTerm')}
      />
      {tierTerm === 'rolling' && (
        <SentenceField sentence={t('settings.tiers.months')} min={1} max={60} input={form.getInputProps('tierTermMonths')} />
      )}
      {tierTerm !== 'year' && (
        <SentenceField sentence={t('settings.tiers.window')} min={0} max={60} input={form.getInputProps('tierWindowMonths')} />
      )}
      <MembershipSettings form={form} />
      <Checkbox label={t('settings.tiers.dropsAtReturn')} {...form.getInputProps('tierDropsAtReturn', { type: 'checkbox' })} />
      <Text size="sm" c="dimmed">
        {t('settings.score.about')}
      </Text>
      <SentenceField sentence={t('settings.score.days')} min={1} max={366} input={form.getInputProps('loyaltyScoreDays')} />
      <MoneySetting form={form} name="loyaltyScoreCents" words={t('settings.score.money')} />
      <SentenceField
        sentence={t('settings.score.priority')}
        min={1}
        max={100}
        input={form.getInputProps('loyaltyScorePriority')}
      />
    </Stack>
  );
};
