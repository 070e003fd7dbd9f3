import { lookbackDays } from '../../shared/domain/reminders/own/own.ts';
import type { BoughtItem, KnownBirth, OwnRule, StageBearer } from '../../shared/domain/reminders/own/types.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import { boughtBetween, familyBirthsBetween, petBirthsBetween } from '../store/engineOwnFacts.ts';
import type { IdRange } from '../store/tradeSums.ts';
import { groupBy } from './groupBy.ts';

export interface OwnFacts {
  readonly bought: readonly BoughtItem[];
  readonly births: readonly KnownBirth[];
}
const none: OwnFacts = { bought: [], births: [] };

const purchasesFor = (database: StoreDatabase, rules: readonly OwnRule[], range: IdRange, earliest: LocalDate) => {
  const asking = rules.filter((rule) => lookbackDays(rule) !== null);
  if (asking.length === 0) return new Map<CustomerId, never[]>();
  const since = addDays(earliest, -Math.max(...asking.map((rule) => lookbackDays(rule) ?? 0)));
  const wanted = asking.flatMap(({ products }) => products ?? []);
  const isAnything = asking.some(({ products }) => products === null);
  return groupBy(boughtBetween(database, range, since, isAnything ? null : [...new Set(wanted)]));
};

const isAbout = (rules: readonly OwnRule[], bearer: StageBearer): boolean =>
  rules.some(({ base }) => base.kind === 'age_stage' && base.bearer === bearer);

const birthsFor = (database: StoreDatabase, rules: readonly OwnRule[], range: IdRange) => {
  const of = (bearer: StageBearer, read: typeof familyBirthsBetween) =>
    isAbout(rules, bearer) ? read(database, range).map((row) => ({ ...row, bearer })) : [];
  return groupBy([...of('family', familyBirthsBetween), ...of('pet', petBirthsBetween)]);
};

/** What the shop's own rules go by from a day on, of those within the range; read only as far as some rule asks for it. */
export const ownFactsIn = (
  database: StoreDatabase,
  rules: readonly OwnRule[],
  range: IdRange,
  earliest: LocalDate,
): ((id: CustomerId) => OwnFacts) => {
  if (rules.length === 0) return () => none;
  const bought = purchasesFor(database, rules, range, earliest);
  const births = birthsFor(database, rules, range);
  return (id) => ({
    bought: (bought.get(id) ?? []).map(({ on, productId, name, quantity }) => ({ on, productId, name, quantity })),
    births: (births.get(id) ?? []).map(({ id: of, bearer, name, calendar, year, month, day, is_leap_month: isLeap }) => ({
      id: of,
      bearer,
      name,
      date: { calendar, year, month, day, isLeapMonth: isLeap === 1 },
    })),
  });
};
