import { matchCustomer } from '../../shared/domain/searchMatch.ts';
import type { SearchMatch } from '../../shared/domain/searchMatch.ts';
import { parseQuery } from '../../shared/domain/search.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { StoreDatabase } from './database.ts';
import { searchIndex } from './searchIndex.ts';
import type { Candidate } from './searchIndex.ts';
import { findSearchables } from './searchSource.ts';
import type { SearchableRow } from './searchSource.ts';

/** One person the box found. */
export interface SearchHitRow {
  readonly customer: SearchableRow;
  readonly match: SearchMatch;
}

const later = (one: Candidate, other: Candidate): number =>
  Number(one.isInactive) - Number(other.isInactive) ||
  one.rank - other.rank ||
  other.lastVisit - one.lastVisit ||
  (one.id < other.id ? -1 : 1);

/** The first `limit` in order, without sorting the others. */
const firstOf = (found: readonly Candidate[], limit: number): Candidate[] => {
  const first: Candidate[] = [];
  for (const candidate of found) {
    const last = first[limit - 1];
    if (last !== undefined && later(candidate, last) > 0) continue;
    const at = first.findIndex((kept) => later(candidate, kept) < 0);
    first.splice(at === -1 ? first.length : at, 0, candidate);
    if (first.length > limit) first.pop();
  }
  return first;
};

/**
 * The people a text finds by name, pinyin, initials, phone, card or customer number (R020): a whole match first, then
 * beginnings and tails, then parts; within these who came last; then by id. Inactive customers (X37) come last, and only when asked for;
 * `inactiveLeftOut` says how many were found and are not among the hits.
 */
export const searchEveryone = (
  database: StoreDatabase,
  text: string,
  {
    limit,
    withInactive,
    hidesNumbers = false,
  }: { readonly limit: number; readonly withInactive: boolean; readonly hidesNumbers?: boolean },
): { readonly hits: SearchHitRow[]; readonly inactiveLeftOut: number } => {
  const query = parseQuery(text, hidesNumbers);
  if (query === null) return { hits: [], inactiveLeftOut: 0 };
  const all = searchIndex(database, query);
  const inactive = all.reduce((count, { isInactive }) => (isInactive ? count + 1 : count), 0);
  const first = firstOf(withInactive || inactive === 0 ? all : all.filter(({ isInactive }) => !isInactive), limit);
  const ids = first.map(({ id }) => id);
  const customers = new Map(findSearchables(database, ids).map((row) => [row.id, row]));
  const hits = ids.flatMap((id) => {
    const customer = customers.get(id);
    const match = customer && matchCustomer(customer, query);
    return customer && match ? [{ customer, match }] : [];
  });
  return { hits, inactiveLeftOut: inactive - first.filter(({ isInactive }) => isInactive).length };
};

/** The hits of `searchEveryone` among active customers. */
export const searchCustomers = (database: StoreDatabase, text: string, limit: number): SearchHitRow[] =>
  searchEveryone(database, text, { limit, withInactive: false }).hits;

/** Ids of everyone a text finds, in no order, the inactive ones also or not; null when the text holds nothing to search by. */
export const findMatchingIds = (
  database: StoreDatabase,
  text: string,
  inactive: 'also' | 'not' = 'also',
  hidesNumbers = false,
): CustomerId[] | null => {
  const query = parseQuery(text, hidesNumbers);
  if (query === null) return null;
  return searchIndex(database, query).flatMap(({ id, isInactive }) => (isInactive && inactive === 'not' ? [] : [id]));
};
