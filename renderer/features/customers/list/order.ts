import type { ListFilter } from './usePages.ts';

export type SortKey = NonNullable<ListFilter['sort']>;

/** By what the list is ordered. */
export interface ListOrder {
  readonly sort: SortKey;
  readonly direction: 'ascending' | 'descending';
}

/** The order after a click on a column: names from A, figures from the largest, and the same column again turns it round. */
export const nextOrder = (order: ListOrder, key: SortKey): ListOrder => {
  if (order.sort === key) return { sort: key, direction: order.direction === 'ascending' ? 'descending' : 'ascending' };
  return { sort: key, direction: key === 'name' || key === 'region' ? 'ascending' : 'descending' };
};
