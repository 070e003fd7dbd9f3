import { useTranslation } from 'react-i18next';
import type { TypedDetails } from '../../../shared/contract/intake.ts';
import type { IntakeField } from '../../../shared/contract/intakeFields.ts';
import { useShop } from '../../app/shop.tsx';
import { formatPhone } from '../../components/phone.ts';
import { partialDateWords } from '../customers/partialDateWords.ts';

/** One typed value as people read it; a dash where nothing is known. */
export const useTypedWords = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  return (details: TypedDetails, field: IntakeField): string => {
    switch (field) {
      case 'birthday':
        return details.birthday == null ? '—' : partialDateWords(t, details.birthday, settings.language);
      case 'gender':
        return details.gender == null || details.gender === 'unknown' ? '—' : t(`common.gender.${details.gender}`);
      case 'preferredChannel':
        return details.preferredChannel == null ? '—' : t(`customers.channel.${details.preferredChannel}`);
      case 'consent':
        return details.consent === true ? t('intake.yes') : '—';
      case 'phone':
        return details.phone == null || details.phone === '' ? '—' : formatPhone(details.phone);
      case 'name':
      case 'wechat':
      case 'email':
      case 'region':
      case 'likes': {
        const text = details[field];
        return text == null || text === '' ? '—' : text;
      }
    }
  };
};
