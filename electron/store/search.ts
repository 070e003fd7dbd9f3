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
  one.rank - other.rank || other.lastVisit - one.lastVisit || (one.id < other.id ? -1 : 1);

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
 * beginnings and tails, then parts; within these who came last; then by id.
 */
export const searchCustomers = (database: StoreDatabase, text: string, limit: number): SearchHitRow[] => {
  const query = parseQuery(text);
  if (query === null) return [];
  const ids = firstOf(searchIndex(database, query), limit).map(({ id }) => id);
  const customers = new Map(findSearchables(database, ids).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const customer = customers.get(id);
    const match = customer && matchCustomer(customer, query);
    return customer && match ? [{ customer, match }] : [];
  });
};

/** Ids of everyone a text finds, in no order; null when the text holds nothing to search by. */
export const findMatchingIds = (database: StoreDatabase, text: string): CustomerId[] | null => {
  const query = parseQuery(text);
  return query === null ? null : searchIndex(database, query).map(({ id }) => id);
};
