import { Checkbox, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { intakeFieldSchema } from '../../../shared/contract/intakeFields.ts';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { careFields } from '../../../shared/domain/care/fields.ts';
import { SentenceField } from './SentenceField.tsx';

/** How the shop looks after its customers' data (R183, R186, R188), and what customers type themselves (X39). */
export const CareSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <SentenceField sentence={t('care.settings.size')} min={1} max={200} input={form.getInputProps('careCheckSize')} />
      <SentenceField sentence={t('care.settings.verified')} min={1} max={60} input={form.getInputProps('careVerifiedMonths')} />
      <SentenceField sentence={t('care.settings.consent')} min={1} max={60} input={form.getInputProps('careConsentMonths')} />
      <SentenceField sentence={t('care.settings.askAgain')} min={1} max={365} input={form.getInputProps('careAskAgainDays')} />
      <SentenceField
        sentence={t('care.settings.reward')}
        min={0}
        max={100_000}
        input={form.getInputProps('profileRewardPoints')}
      />
      <SentenceField
        sentence={t('care.settings.rewardScore')}
        min={0}
        max={100}
        input={form.getInputProps('profileRewardScore')}
      />
      <SentenceField
        sentence={t('care.settings.rewardMonths')}
        min={1}
        max={60}
        input={form.getInputProps('profileRewardMonths')}
      />
      <Checkbox.Group label={t('care.settings.intake')} {...form.getInputProps('intakeFields')}>
        <Group gap="lg" mt="xs">
          {intakeFieldSchema.options.map((field) => (
            <Checkbox key={field} value={field} label={t(`intake.field.${field}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Text size="sm" fw={700} mt="xs">
        {t('care.settings.weights')}
      </Text>
      <SimpleGrid cols={5} spacing="sm">
        {careFields.map((field) => (
          <NumberInput
            key={field}
            size="xs"
            label={t(`customers.fields.${field}`)}
            min={0}
            max={100}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="none"
            hideControls
            {...form.getInputProps(`careWeights.${field}`)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
};
