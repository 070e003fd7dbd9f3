/** Pages of a list by their numbers, both ends included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** The pages that hold the rows from `first` to `last` (both included); at least the first page. */
export const pagesOf = (first: number, last: number, size: number): PageRange => {
  const from = Math.max(0, Math.floor(first / size));
  return { from, to: Math.max(from, Math.floor(Math.max(last, 0) / size)) };
};
