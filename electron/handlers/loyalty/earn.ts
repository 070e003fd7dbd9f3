import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { earnPoints, MOST_BIRTHDAY_DAYS, USUAL_PERCENT } from '../../../shared/domain/loyalty/earning.ts';
import type { EarnedPoints, EarningDay } from '../../../shared/domain/loyalty/earning.ts';
import { birthdayOptionsOf, nextOccurrence } from '../../../shared/domain/birthdays.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, ProductId } from '../../../shared/types/ids.ts';
import { addDays, daysBetween } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { lastChangeOf } from '../../store/changes.ts';
import { findTierOf } from '../../store/customerTiers.ts';
import { listStandingRules } from '../../store/earningRules.ts';
import { birthdayAmong, listImportantDates } from '../../store/importantDates.ts';
import { findCategories } from '../../store/products.ts';
import { listTiers } from '../../store/tiers.ts';
import type { StoredTier } from '../../store/tiers.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';

/** A birthday that was told so few days before it came, or after, earns nothing that time (X64). */
const TOLD_TOO_LATE_DAYS = 30;

interface ToEarn {
  readonly customerId: CustomerId;
  readonly on: LocalDate;
  readonly lines: readonly { readonly amountCents: Cents; readonly productId: ProductId | null }[];
  /** What of the whole earns none: it was paid with points. */
  readonly notEarningCents: Cents;
}

/** Days to the birthday nearest to a day; null for none, or one that was told too late to count this time. */
const birthdayAway = (context: BaseContext, customerId: CustomerId, on: LocalDate): number | null => {
  const birthday = birthdayAmong(listImportantDates(context.database, customerId));
  if (birthday === null) return null;
  const options = birthdayOptionsOf(context.settings());
  const nearest = nextOccurrence(birthday, addDays(on, -MOST_BIRTHDAY_DAYS), options);
  if (nearest === null) return null;
  const away = Math.abs(daysBetween(on, nearest));
  const toldOn = lastChangeOf(context.database, customerId, 'birthday');
  return away > MOST_BIRTHDAY_DAYS || (toldOn !== null && addDays(toldOn, TOLD_TOO_LATE_DAYS) > nearest) ? null : away;
};

const dayOf = (context: BaseContext, { customerId, on }: ToEarn, needsBirthday: boolean): EarningDay => ({
  on,
  birthdayAway: needsBirthday ? birthdayAway(context, customerId, on) : null,
});

/** The tier a customer has, which may earn them more. */
const tierOf = ({ database }: BaseContext, customerId: CustomerId): StoredTier | null => {
  const held = findTierOf(database, customerId);
  return held === null ? null : (listTiers(database).find(({ id }) => id === held.tier_id) ?? null);
};

/** What a visit earns, line by line, by the shop's rate, the customer's tier and the rules of that day. */
export const earn = (context: BaseContext, visit: ToEarn): EarnedPoints => {
  const { database } = context;
  const { pointsPerHundred } = context.settings();
  const rules = listStandingRules(database);
  const categories = rules.some(({ category }) => category !== null)
    ? findCategories(
        database,
        visit.lines.flatMap(({ productId }) => productId ?? []),
      )
    : null;
  return earnPoints(
    visit.lines.map((line) => ({
      ...line,
      category: line.productId === null ? null : (categories?.get(line.productId) ?? null),
    })),
    visit.notEarningCents,
    dayOf(
      context,
      visit,
      rules.some(({ birthdayDays }) => birthdayDays !== null),
    ),
    { pointsPerHundred, tierPercent: tierOf(context, visit.customerId)?.earnPercent ?? USUAL_PERCENT },
    rules,
  );
};

/** What a visit would earn, and what makes it more or less than usual: the tier first, then the rules as the lines come. */
export const quote = (context: StoreContext, input: HandlerInput<'loyalty.quote'>): OutputOf<'loyalty.quote'> => {
  const { customerId, lines, notEarningCents } = input;
  requireKnownCustomer(context, customerId);
  const earned = earn(context, { customerId, lines, notEarningCents, on: input.businessDate ?? context.today() });
  const tier = tierOf(context, customerId);
  const rules = new Map(earned.lines.flatMap(({ rule }) => (rule === null ? [] : [[rule.id, rule] as const])));
  return {
    points: earned.points,
    because: [
      ...(tier === null || tier.earnPercent === USUAL_PERCENT ? [] : [{ name: tier.name, percent: tier.earnPercent }]),
      ...[...rules.values()].map(({ name, percent }) => ({ name, percent })),
    ],
  };
};
