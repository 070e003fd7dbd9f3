import { useTranslation } from 'react-i18next';
import type { CallRow, Reason } from '../../../shared/contract/callbacks.ts';
import { useShop } from '../../app/shop.tsx';
import { factName } from '../things/thingWords.ts';
import { dateWords, shortDate } from '../../components/dateWords.ts';

/** What the clerk could say or send, from the strongest reason. Promises nothing that the shop did not promise. */
export const useSuggestedWords = () => {
  const { t } = useTranslation();
  const { settings, today } = useShop();

  const say = (reason: Reason): string => {
    switch (reason.code) {
      case 'birthday': {
        const { on, inDays, label } = reason.params;
        const when = dateWords(t, on, today);
        if (label !== null) return t('callbacks.say.birthdayOther', { when, label });
        return inDays < 0 ? t('callbacks.say.birthdayPast') : t('callbacks.say.birthday', { when });
      }
      case 'follow_up': {
        const { items, isFirstVisit } = reason.params;
        if (items === '') return t('callbacks.say.follow_upPlain');
        return isFirstVisit ? t('callbacks.say.follow_upFirst', { items }) : t('callbacks.say.follow_up', { items });
      }
      case 'overdue':
        return t('callbacks.say.overdue', { last: shortDate(reason.params.lastOn, today) });
      case 'promised':
        return t('callbacks.say.promised');
      case 'dormant':
        return t('callbacks.say.dormant');
      case 'expiring': {
        const { thingName, validUntil, inDays } = reason.params;
        const fact = factName(reason.params, settings.language);
        const what = thingName === null ? fact : `${thingName} ${fact}`;
        return t(inDays < 0 ? 'callbacks.say.expiringPast' : 'callbacks.say.expiring', {
          what,
          on: shortDate(validUntil, today),
        });
      }
      case 'missed': {
        const { service } = reason.params;
        return service === '' ? t('callbacks.say.missedPlain') : t('callbacks.say.missed', { service });
      }
      case 'lapsing': {
        const { kind, name, amount, lastDay } = reason.params;
        return t(`callbacks.say.lapsing.${kind}`, { name, amount: amount ?? 0, on: shortDate(lastDay, today) });
      }
      case 'waiting':
        return t('callbacks.say.waiting', { number: reason.params.number });
      case 'debt':
        return t('callbacks.say.debt', { on: shortDate(reason.params.dueOn, today) });
      case 'own':
        return reason.params.say === '' ? t('callbacks.say.own') : reason.params.say;
      case 'data_check':
        return t('callbacks.say.data_check');
      case 'silence':
        return t('callbacks.say.silence');
    }
  };

  return ({ name, reasons }: CallRow): string => {
    const greeting =
      settings.shopName === ''
        ? t('callbacks.greetingWithoutShop', { name })
        : t('callbacks.greeting', { name, shop: settings.shopName });
    const [strongest] = reasons;
    return strongest === undefined ? greeting : `${greeting}${say(strongest)}`;
  };
};
