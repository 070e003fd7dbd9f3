import { Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { LeadDays } from './LeadDays.tsx';
import { SentenceField } from './SentenceField.tsx';

const rules = shopSettingsSchema.shape.reminderRules.keyof().options;

/** Which rules fill the morning list, and how many people fit in a day. */
export const ListSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <SentenceField sentence={t('settings.list.capacity')} min={1} max={200} input={form.getInputProps('dailyCapacity')} />
      <SentenceField sentence={t('settings.list.attempts')} min={1} max={10} input={form.getInputProps('maximumAttempts')} />
      <Text size="sm" fw={700} mt="xs">
        {t('settings.list.rules')}
      </Text>
      <Group gap="lg">
        {rules.map((rule) => (
          <Checkbox
            key={rule}
            label={t(`settings.list.rule.${rule}`)}
            {...form.getInputProps(`reminderRules.${rule}`, { type: 'checkbox' })}
          />
        ))}
      </Group>
      <SentenceField sentence={t('settings.list.birthday')} min={0} max={60} input={form.getInputProps('birthdayAheadDays')} />
      <SentenceField sentence={t('settings.list.lapsingAhead')} min={0} max={90} input={form.getInputProps('lapsingAheadDays')} />
      <SentenceField
        sentence={t('settings.list.lapsingPoints')}
        min={1}
        max={1_000_000}
        input={form.getInputProps('lapsingLeastPoints')}
      />
      <LeadDays form={form} />
      <Group gap="sm">
        <Text size="sm">{t('settings.list.leap')}</Text>
        <SegmentedControl
          {...form.getInputProps('lunarLeapBirthday')}
          aria-label={t('settings.list.leap')}
          data={shopSettingsSchema.shape.lunarLeapBirthday.options.map((value) => ({
            value,
            label: t(`settings.list.leapChoice.${value}`),
          }))}
        />
      </Group>
      <Group gap="sm">
        <Text size="sm">{t('settings.list.feb29')}</Text>
        <SegmentedControl
          {...form.getInputProps('feb29Birthday')}
          aria-label={t('settings.list.feb29')}
          data={shopSettingsSchema.shape.feb29Birthday.options.map((value) => ({
            value,
            label: t(`settings.list.feb29Choice.${value}`),
          }))}
        />
      </Group>
      <SentenceField sentence={t('settings.list.followUp')} min={1} max={60} input={form.getInputProps('followUpAfterDays')} />
      <SentenceField sentence={t('settings.list.silenceHigh')} min={0} max={730} input={form.getInputProps('silenceHighDays')} />
      <SentenceField
        sentence={t('settings.list.silenceMiddle')}
        min={0}
        max={730}
        input={form.getInputProps('silenceMiddleDays')}
      />
      <SentenceField sentence={t('settings.list.silenceLow')} min={0} max={730} input={form.getInputProps('silenceLowDays')} />
    </Stack>
  );
};
