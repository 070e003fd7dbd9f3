import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallInput, OutputOf } from '../../../../shared/contract.ts';
import { operationQuery } from '../../../ipc/useOperation.ts';
import type { PageRange } from './pages.ts';

export type CustomerRow = OutputOf<'customers.list'>['rows'][number];
export type ListFilter = Omit<CallInput<'customers.list'>, 'offset' | 'limit'>;

export const PAGE_SIZE = 100;

/**
 * The rows of the list that are on the screen, fetched a page of 100 at a time. `total` keeps its last value while a new
 * filter or order is being read, so that the scroller does not jump.
 */
export const usePages = (filter: ListFilter, { from, to }: PageRange) => {
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({
    queries: pages.map((page) => operationQuery('customers.list', { ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE })),
  });
  const known = answers.find((answer) => answer.data !== undefined)?.data?.total;
  const [lastTotal, setLastTotal] = useState(known);
  if (known !== undefined && known !== lastTotal) setLastTotal(known);

  const rowAt = (index: number): CustomerRow | undefined => {
    const position = pages.indexOf(Math.floor(index / PAGE_SIZE));
    return position === -1 ? undefined : answers[position]?.data?.rows[index % PAGE_SIZE];
  };
  const failed = answers.find((answer) => answer.error !== null);
  return {
    /** Undefined until the first page of all has come. */
    total: known ?? lastTotal,
    /** Undefined until a page of just this filter has come. */
    freshTotal: known,
    rowAt,
    error: failed?.error ?? null,
    retry: (): void => void failed?.refetch(),
  };
};
