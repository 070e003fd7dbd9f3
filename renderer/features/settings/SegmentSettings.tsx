import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { SentenceField } from './SentenceField.tsx';
import { ThresholdMoves } from './ThresholdMoves.tsx';
import { ValueLineField } from './ValueLineField.tsx';

const { rfmMethod } = shopSettingsSchema.shape;
const TYPING_MILLISECONDS = 150;

/** Every threshold of the classes, and how many people it moves before it is saved (R021, R022, R029). */
export const SegmentSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t, i18n } = useTranslation();
  const { dormantMonths, activeMonths, semiActiveMonths } = form.values;
  const [dormant] = useDebouncedValue(dormantMonths, TYPING_MILLISECONDS);
  const [active] = useDebouncedValue(activeMonths, TYPING_MILLISECONDS);
  const [semiActive] = useDebouncedValue(semiActiveMonths, TYPING_MILLISECONDS);
  const typed = { dormantMonths: dormant, activeMonths: active, semiActiveMonths: semiActive };
  const isWhole = Object.values(typed).every((value) => Number.isInteger(value) && value >= 1 && value <= 60);
  const preview = useOperation('settings.previewThresholds', typed, { enabled: isWhole, keepPrevious: true }).data;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  return (
    <Stack gap="sm">
      <SentenceField sentence={t('settings.segments.dormant')} min={1} max={60} input={form.getInputProps('dormantMonths')} />
      <SentenceField sentence={t('settings.segments.active')} min={1} max={60} input={form.getInputProps('activeMonths')} />
      <SentenceField
        sentence={t('settings.segments.semiActive')}
        min={1}
        max={60}
        input={form.getInputProps('semiActiveMonths')}
      />
      {preview && (
        <Text size="sm" c="var(--mantine-color-jade-text)" aria-live="polite">
          {t('settings.segments.preview', {
            dormant: figure(preview.dormant),
            active: figure(preview.active),
            semiActive: figure(preview.semiActive),
            inactive: figure(preview.inactive),
          })}
        </Text>
      )}
      <SentenceField sentence={t('settings.segments.giveUp')} min={1} max={60} input={form.getInputProps('giveUpMonths')} />
      <SentenceField
        sentence={t('settings.segments.falling')}
        min={10}
        max={90}
        input={form.getInputProps('fallingSpendPercent')}
      />
      <ValueLineField form={form} name="valueHighCents" />
      <ValueLineField form={form} name="valueMiddleCents" />
      <SentenceField sentence={t('settings.segments.window')} min={1} max={60} input={form.getInputProps('rfmWindowMonths')} />
      <SentenceField sentence={t('settings.segments.near')} min={1} max={5} input={form.getInputProps('rfm8Scores.recency')} />
      <SentenceField sentence={t('settings.segments.often')} min={1} max={5} input={form.getInputProps('rfm8Scores.frequency')} />
      <SentenceField sentence={t('settings.segments.much')} min={1} max={5} input={form.getInputProps('rfm8Scores.money')} />
      <Group gap="sm">
        <Text size="sm">{t('settings.segments.method')}</Text>
        <SegmentedControl
          {...form.getInputProps('rfmMethod')}
          aria-label={t('settings.segments.method')}
          data={rfmMethod.options.map((value) => ({ value, label: t(`settings.segments.methods.${value}`) }))}
        />
      </Group>
      <ThresholdMoves values={form.values} />
    </Stack>
  );
};
