import type { ListFilter } from './usePages.ts';

export type SortKey = NonNullable<ListFilter['sort']>;

/** By what the list is ordered. */
export interface ListOrder {
  readonly sort: SortKey;
  readonly direction: 'ascending' | 'descending';
}

/** Names and owners from A, birthdays from the next one, and the data that wants care most. */
const fromTheSmallest: readonly SortKey[] = ['name', 'region', 'owner', 'birthday', 'completeness'];

/** The order after a click on a column: names from A, figures from the largest, and the same column again turns it round. */
export const nextOrder = (order: ListOrder, key: SortKey): ListOrder => {
  if (order.sort === key) return { sort: key, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
  return { sort: key, direction: fromTheSmallest.includes(key) ? 'ascending' : 'descending' };
};
