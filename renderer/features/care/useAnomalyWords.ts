import { useTranslation } from 'react-i18next';
import type { CareAnomaly } from '../../../shared/contract/care.ts';
import { formatPhone } from '../../components/phone.ts';

/** What looks wrong, in a sentence with its figures. */
export const useAnomalyWords = () => {
  const { t } = useTranslation();
  return ({ kind, value, figure, usual }: Pick<CareAnomaly, 'kind' | 'value' | 'figure' | 'usual'>): string => {
    const count = figure ?? 0;
    switch (kind) {
      case 'phone_unreadable':
        return t('care.says.phone_unreadable', { value, count });
      case 'phone_shared':
        return t('care.says.phone_shared', { value: formatPhone(value.replace(/^\+86/, '')), count });
      case 'birthday_impossible':
        return count < 0 ? t('care.says.birthday_future') : t('care.says.birthday_impossible', { count });
      case 'birthday_crowded':
        return t('care.says.birthday_crowded', { count });
      case 'child_spending':
        return t('care.says.child_spending', { count });
      case 'region_variant':
        return t('care.says.region_variant', { value, usual: usual ?? '' });
      case 'consent_old':
        return t('care.says.consent_old', { value, count });
      case 'name_odd':
      case 'card_odd':
      case 'email_malformed':
        return t(`care.says.${kind}`, { value });
    }
  };
};
