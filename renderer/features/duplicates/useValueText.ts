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
    switch (field) {
      case 'gender':
        return t(`customers.gender.${fields.gender}`);
      case 'birthday':
        return fields.birthday === null ? '—' : partialDateWords(t, fields.birthday, settings.language);
      case 'phone':
        return fields.phone === null ? '—' : formatPhone(fields.phone);
      case 'needType':
        return fields.needType === null ? '—' : t(`customers.needType.${fields.needType}`);
      case 'preferredChannel':
        return fields.preferredChannel === null ? '—' : t(`customers.channel.${fields.preferredChannel}`);
      case 'status':
        return t(`customers.status.${fields.status}`);
      case 'ownerId':
        return side.ownerName ?? '—';
      case 'referrerId':
        return side.referrerName ?? '—';
      default: {
        const value = fields[field];
        if (typeof value === 'boolean') return value ? t('duplicates.pair.yes') : t('duplicates.pair.no');
        return value === null || value === '' ? '—' : String(value);
      }
    }
  };
};
