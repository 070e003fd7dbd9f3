import { Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { MOST_LEAD_DAYS, expiringDefinitions, expiringKinds } from '../../../shared/domain/things/expiring.ts';
import { useShop } from '../../app/shop.tsx';
import { SentenceField } from './SentenceField.tsx';

/** How many days ahead each kind of what runs out is brought up (X21). */
export const LeadDays = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  return (
    <Stack gap="xs" role="group" aria-label={t('settings.list.leadDays')}>
      <Text size="sm">{t('settings.list.leadDays')}</Text>
      <Group gap="md">
        {expiringKinds.map((kind) => (
          <SentenceField
            key={kind}
            sentence={t('settings.list.leadDaysOf', { kind: expiringDefinitions[kind].label[language] })}
            min={0}
            max={MOST_LEAD_DAYS}
            input={form.getInputProps(`expiringLeadDays.${kind}`)}
          />
        ))}
      </Group>
    </Stack>
  );
};
