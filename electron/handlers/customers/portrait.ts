import type { OutputOf } from '../../../shared/contract.ts';
import { ageInMonthsOn, ageOn } from '../../../shared/domain/ages.ts';
import type { BirthdayOptions } from '../../../shared/domain/birthdays.ts';
import { portraitOf } from '../../../shared/domain/portrait/portrait.ts';
import type { PortraitSentence } from '../../../shared/domain/portrait/types.ts';
import { usualItemsOf } from '../../../shared/domain/visits/usualItems.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listLatestLines } from '../../store/usualItems.ts';
import type { StoreContext } from '../context.ts';

type Card = OutputOf<'customers.findById'>;

const USUAL_ITEMS = 2;
/** A mean is told in whole units of money. */
const UNIT_CENTS = 100;

/** The portrait of a card that is otherwise complete (R013). */
export const portraitOfCard = (
  { database, today }: StoreContext,
  card: Omit<Card, 'portrait'>,
  options: BirthdayOptions,
): PortraitSentence[] => {
  const { fields, summary, yearSpendCents, yearPurchaseDays } = card;
  return portraitOf({
    ...fields,
    age: card.age,
    isAgeStated: card.isAgeStated,
    family: card.familyMembers.map(({ name, birthDate }) => ({
      name,
      months: birthDate === null ? null : ageInMonthsOn(birthDate, today(), options),
      years: birthDate === null ? null : ageOn(birthDate, today(), options),
    })),
    ...summary,
    ticketCents: yearPurchaseDays === 0 ? null : Math.round(yearSpendCents / yearPurchaseDays / UNIT_CENTS) * UNIT_CENTS,
    usualItems: usualItemsOf(listLatestLines(database, card.id), USUAL_ITEMS).map(({ name }) => name),
    verifiedOn: Object.fromEntries(card.verifications.map(({ field, verifiedOn }): [string, LocalDate] => [field, verifiedOn])),
  });
};
