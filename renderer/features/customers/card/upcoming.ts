import { nextCelebration, nextOccasion, turningOn, type BirthdayOptions } from '../../../../shared/domain/birthdays.ts';
import type { PartialDateParts } from '../../../../shared/domain/partialDate.ts';
import { daysBetween, type LocalDate } from '../../../../shared/types/time.ts';
import type { Card } from '../form/customerValues.ts';

/** How long before a date the card speaks of it. */
const AHEAD_DAYS = 30;

/** A day that is near: the customer's own, or a birthday in the family. */
export interface UpcomingDate {
  readonly key: string;
  /** 'own' is the customer's birthday; the others have a name of their own. */
  readonly what: 'own' | 'named' | 'family';
  readonly name: string;
  readonly date: PartialDateParts;
  readonly on: LocalDate;
  /** Age or years on that day, where the year is known. */
  readonly turning: number | null;
}

type Known = Omit<UpcomingDate, 'on' | 'turning'> & { readonly isYearly: boolean };

const knownDates = ({ importantDates, familyMembers }: Pick<Card, 'importantDates' | 'familyMembers'>): Known[] => [
  ...importantDates.map(({ id, kind, label, date, isYearly }): Known => ({
    key: id,
    what: kind === 'birthday' ? 'own' : 'named',
    name: label,
    date,
    isYearly,
  })),
  ...familyMembers.flatMap(({ id, name, relation, birthDate }): Known[] =>
    birthDate === null
      ? []
      : [
          {
            key: id,
            what: 'family',
            name: `${relation}${/[a-z]$/i.test(relation) ? ' ' : ''}${name}`,
            date: birthDate,
            isYearly: true,
          },
        ],
  ),
];

/** Dates of the next 30 days, nearest first, without those that already stand among the reasons. */
export const upcomingDates = (
  card: Pick<Card, 'importantDates' | 'familyMembers' | 'openReasons'>,
  today: LocalDate,
  options: BirthdayOptions,
): UpcomingDate[] => {
  const told = new Set<string>(card.openReasons.flatMap((reason) => (reason.code === 'birthday' ? [reason.params.on] : [])));
  return knownDates(card)
    .flatMap((known): UpcomingDate[] => {
      const on = nextOccasion(known, today, options);
      if (on === null || daysBetween(today, on) > AHEAD_DAYS || told.has(on)) return [];
      const next = known.isYearly ? nextCelebration(known.date, today, options) : null;
      const { isYearly: _isYearly, ...shown } = known;
      return [{ ...shown, on, turning: next === null ? null : turningOn(known.date, next) }];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on));
};
