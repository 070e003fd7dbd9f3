import { useInfiniteQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/errors.ts';
import type { ReadingName } from './useOperation.ts';

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Rows asked for at a time. */
const PAGE_SIZE = 100;

/**
 * A list that is read on page by page: `rows` of all pages read so far, `first` the first page with whatever it says beside them,
 * `left` how many rows are still to be read. A change reads again what is shown.
 */
export const usePages = <Row, Listed extends Page<Row>>(
  operation: ReadingName,
  read: (page: { readonly limit: number; readonly offset: number }) => Promise<Listed & Page<Row>>,
  /** What else the list depends on: another list for another value. */
  of: string | null = null,
) => {
  const query = useInfiniteQuery<Listed & Page<Row>, AppError, (Listed & Page<Row>)[], readonly unknown[], number>({
    queryKey: [operation, { pages: PAGE_SIZE, of }],
    queryFn: ({ pageParam }) => read({ limit: PAGE_SIZE, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * PAGE_SIZE < total ? pages.length * PAGE_SIZE : null),
    select: ({ pages }) => pages,
  });
  const rows = (query.data ?? []).flatMap((page) => page.rows);
  const last = query.data?.at(-1);
  return {
    first: query.data?.[0],
    rows,
    total: last?.total,
    left: query.hasNextPage ? Math.max(0, (last?.total ?? 0) - rows.length) : 0,
    isReading: query.isFetchingNextPage,
    error: query.error,
    readOn: () => void query.fetchNextPage(),
    readAgain: () => void query.refetch(),
  };
};
