import type { LocalDate } from '../../types/time.ts';
import { dayNumber } from '../../types/time.ts';
import { DAYS_IN } from './names.ts';
import type { ForecastUnit } from './names.ts';

/** One customer's purchases: the days, each once and earliest first, as whole days since 1970, and what was left of each after returns. */
export interface Purchases {
  readonly days: readonly number[];
  /** Cents, one sum a day. */
  readonly cents: readonly number[];
}

/**
 * What BG/NBD wants to know of a customer, times in weeks or days from the first purchase (Fader, Hardie & Lee 2005: x, t_x, T). Two purchases on
 * one day are one.
 */
export interface BuyingHistory {
  /** How often they bought again: purchase days after the first. */
  readonly frequency: number;
  /** When they did so last; 0 for who never did. */
  readonly recency: number;
  /** How long they have been known. */
  readonly age: number;
}

/** As many people with the same history. */
export interface CountedHistory extends BuyingHistory {
  readonly people: number;
}

/** How many of the days are not later than one. */
export const countUntil = (days: readonly number[], until: number): number => {
  const after = days.findIndex((day) => day > until);
  return after === -1 ? days.length : after;
};

/** The history as it looked on the evening of a day, given as days since 1970; null for who had not bought yet. */
export const historyOf = ({ days }: Purchases, until: number, unit: ForecastUnit): BuyingHistory | null => {
  const count = countUntil(days, until);
  const [first, last] = [days[0], days[count - 1]];
  if (first === undefined || last === undefined) return null;
  return { frequency: count - 1, recency: (last - first) / DAYS_IN[unit], age: (until - first) / DAYS_IN[unit] };
};

/** Like histories counted together, in the order in which they first come: a shop's customers share few. */
export const countAlike = (histories: Iterable<BuyingHistory>): CountedHistory[] => {
  const found = new Map<string, { history: BuyingHistory; people: number }>();
  for (const history of histories) {
    const key = `${history.frequency} ${history.recency} ${history.age}`;
    const known = found.get(key);
    if (known) known.people += 1;
    else found.set(key, { history, people: 1 });
  }
  return [...found.values()].map(({ history, people }) => ({ ...history, people }));
};

/** A customer's mean spend on the days on which they bought again, in whole units of money; null for who never did. */
export const meanSpendOf = ({ days, cents }: Purchases, until: number): number | null => {
  const again = cents.slice(1, countUntil(days, until));
  return again.length === 0 ? null : again.reduce((sum, part) => sum + part, 0) / again.length / 100;
};

/** Gathers purchases from rows that come each customer's by day. */
export const gatherPurchases = () => {
  const byCustomer = new Map<string, { readonly days: number[]; readonly cents: number[] }>();
  return {
    /** Two on one day are one, of their sum. */
    add: (customerId: string, on: LocalDate, cents: number): void => {
      const day = dayNumber(on);
      const known = byCustomer.get(customerId);
      if (!known) byCustomer.set(customerId, { days: [day], cents: [cents] });
      else if (known.days.at(-1) === day) known.cents.push((known.cents.pop() ?? 0) + cents);
      else {
        known.days.push(day);
        known.cents.push(cents);
      }
    },
    /** Takes `cents` (below 0) off what was bought on that day, or else last before it; without such a purchase it counts nowhere. */
    takeOff: (customerId: string, on: LocalDate, cents: number): void => {
      const known = byCustomer.get(customerId);
      const index = known ? countUntil(known.days, dayNumber(on)) - 1 : -1;
      const was = known?.cents[index];
      if (known && was !== undefined) known.cents[index] = was + cents;
    },
    all: (): readonly Purchases[] => [...byCustomer.values()],
  };
};
