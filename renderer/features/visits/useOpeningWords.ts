import { useTranslation } from 'react-i18next';
import { birthdayOptionsOf } from '../../../shared/domain/birthdays.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { upcomingDates } from '../customers/card/upcoming.ts';
import type { Card } from '../customers/form/customerValues.ts';

/** So many openings are enough to choose from. */
const MOST = 2;

/** What one could say to somebody who has just come in (R015), from what is known of them; promises nothing. */
export const useOpeningWords = (card: Card): readonly string[] => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const wishes = useOperation('interests.overview', { customerId: card.id }).data?.open ?? [];
  const [nearest] = upcomingDates(card, today, birthdayOptionsOf(settings));
  const followUp = card.openReasons.find(({ code }) => code === 'follow_up');
  return [
    ...(card.summary.lastVisitOn === null ? [t('visits.arrival.say.first')] : []),
    ...(nearest?.what === 'own' ? [t('visits.arrival.say.birthday', { when: dateWords(t, nearest.on, today) })] : []),
    ...(followUp?.code === 'follow_up' && followUp.params.items !== ''
      ? [t('visits.arrival.say.followUp', { items: followUp.params.items })]
      : []),
    ...wishes.slice(0, 1).map(({ name }) => t('visits.arrival.say.wish', { name })),
    ...(nearest?.what === 'family'
      ? [t('visits.arrival.say.family', { name: nearest.name, when: dateWords(t, nearest.on, today) })]
      : []),
  ].slice(0, MOST);
};
