import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { formatPhone } from '../../components/phone.ts';
import { partialDateWords } from '../customers/partialDateWords.ts';

export type Side = OutputOf<'merges.preview'>['survivor'];
export type Field = OutputOf<'merges.preview'>['differences'][number]['field'];

/** What one card says in a field, in words; a dash where it says nothing. */
export const useValueText = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  return (side: Side, field: Field): string => {
    const { fields } = side;
    const worded: Partial<Record<Field, string | null>> = {
      gender: t(`customers.gender.${fields.gender}`),
      birthday: fields.birthday && partialDateWords(t, fields.birthday, settings.language),
      phone: fields.phone && formatPhone(fields.phone),
      needType: fields.needType && t(`customers.needType.${fields.needType}`),
      preferredChannel: fields.preferredChannel && t(`customers.channel.${fields.preferredChannel}`),
      status: t(`customers.status.${fields.status}`),
      ownerId: side.ownerName,
      referrerId: side.referrerName,
    };
    const value = field in worded ? worded[field] : fields[field];
    if (typeof value === 'boolean') return value ? t('duplicates.pair.yes') : t('duplicates.pair.no');
    return typeof value === 'string' || typeof value === 'number' ? String(value) || '—' : '—';
  };
};
