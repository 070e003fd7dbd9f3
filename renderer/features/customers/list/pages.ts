/** The numbers of the pages that hold the rows from `first` to `last` (both included); at least the first page. */
export const pagesOf = (first: number, last: number, size: number): number[] => {
  const from = Math.max(0, Math.floor(first / size));
  const to = Math.max(from, Math.floor(Math.max(last, 0) / size));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};
