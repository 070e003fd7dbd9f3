import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { SentenceField } from '../settings/SentenceField.tsx';

/** When the renewal of a paid membership is thought of; nothing in a shop that sells none. */
export const MembershipSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const plans = useOperation('memberships.plans', { includeArchived: true }).data?.plans ?? [];
  if (plans.length === 0) return null;
  return (
    <SentenceField
      sentence={t('memberships.settings.ahead')}
      min={0}
      max={366}
      input={form.getInputProps('membershipAheadDays')}
    />
  );
};
