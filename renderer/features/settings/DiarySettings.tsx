import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { MoneySetting } from './MoneySetting.tsx';
import { SentenceField } from './SentenceField.tsx';

/** The hours of the diary, what a late cancelling is, when a deposit is asked, and how the queue is served (X34). */
export const DiarySettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const { queueByTurns } = form.values;
  return (
    <Stack gap="sm">
      <SentenceField
        sentence={t('appointments.settings.fromHour')}
        min={0}
        max={23}
        input={form.getInputProps('diaryFromHour')}
      />
      <SentenceField sentence={t('appointments.settings.toHour')} min={1} max={24} input={form.getInputProps('diaryToHour')} />
      <SentenceField sentence={t('appointments.settings.late')} min={0} max={168} input={form.getInputProps('lateCancelHours')} />
      <SentenceField
        sentence={t('appointments.settings.noShows')}
        min={0}
        max={20}
        input={form.getInputProps('depositAfterNoShows')}
      />
      <MoneySetting form={form} name="depositCents" words={t('appointments.settings.deposit')} />
      <Group gap="sm">
        <Text size="sm">{t('appointments.settings.queue')}</Text>
        <SegmentedControl
          aria-label={t('appointments.settings.queue')}
          value={queueByTurns ? 'turns' : 'arrival'}
          onChange={(value) => {
            form.setFieldValue('queueByTurns', value === 'turns');
          }}
          data={(['arrival', 'turns'] as const).map((value) => ({ value, label: t(`appointments.settings.by.${value}`) }))}
        />
      </Group>
    </Stack>
  );
};
