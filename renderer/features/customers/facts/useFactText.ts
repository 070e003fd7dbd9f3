import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { formatPhone } from '../../../components/phone.ts';
import type { Card } from '../form/customerValues.ts';
import { isLineField, isTextField, type FieldName } from '../form/fields.ts';
import { partialDateWords } from '../partialDateWords.ts';

/** A fact as it is read on the card; null when it is not known. */
export const useFactText = (card: Card) => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { fields } = card;
  return (field: FieldName): string | null => {
    if (field === 'phone') return fields.phone === null ? null : formatPhone(fields.phone);
    if (isLineField(field) || isTextField(field)) return fields[field];
    switch (field) {
      case 'gender':
        return fields.gender === 'unknown' ? null : t(`customers.gender.${fields.gender}`);
      case 'birthday':
        return fields.birthday === null ? null : partialDateWords(t, fields.birthday, settings.language);
      case 'statedAge':
        return fields.statedAge === null
          ? null
          : t('card.facts.statedAge', { age: fields.statedAge.years, on: fields.statedAge.on });
      case 'needType':
        return fields.needType === null ? null : t(`customers.needType.${fields.needType}`);
      case 'preferredChannel':
        return fields.preferredChannel === null ? null : t(`customers.channel.${fields.preferredChannel}`);
      case 'hours':
        return fields.contactFromHour === null && fields.contactToHour === null
          ? null
          : t('customers.facts.hours', { from: fields.contactFromHour ?? 0, to: fields.contactToHour ?? 24 });
      case 'doNotContact':
        return fields.doNotContact ? t('customers.facts.yes') : null;
      case 'consentOn':
        return fields.consentOn;
      case 'consentWithdrawnOn':
        return fields.consentWithdrawnOn;
      case 'ownerId':
        return card.ownerName;
      case 'referrerId':
        return card.referrerName;
      case 'status':
        return t(`customers.status.${fields.status}`);
      case 'vip':
        return fields.isVip ? (fields.vipReason ?? t('customers.facts.yes')) : null;
    }
  };
};
