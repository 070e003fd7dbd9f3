import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallInput, OutputOf } from '../../../../shared/contract.ts';
import type { CustomerFilter } from '../../../../shared/contract/customerFilter.ts';
import { call } from '../../../ipc/client.ts';
import { operationQuery, studyQuery } from '../../../ipc/useOperation.ts';
import type { PageRange } from './pages.ts';

export type CustomerRow = OutputOf<'customers.list'>['rows'][number];

/** What the list shows and in which order; without a condition in `filter` it is everyone the text finds. */
export interface ListFilter extends Pick<CallInput<'customers.list'>, 'sort' | 'direction' | 'withMore'> {
  readonly text: string;
  readonly filter: CustomerFilter;
}

/** The same for the same people, in whichever order and with whichever columns. */
export const peopleKey = ({ text, filter }: ListFilter): string => JSON.stringify({ text, filter });

export const PAGE_SIZE = 100;

const isUnfiltered = ({ filter }: ListFilter): boolean => Object.keys(filter).length === 0;

const everyonePage = ({ text, sort, direction, withMore }: ListFilter, page: number) =>
  operationQuery('customers.list', { text, sort, direction, withMore, offset: page * PAGE_SIZE, limit: PAGE_SIZE });

/** Whom a filter lets through is found on the thread for long work: the front desk's stays free. */
const filteredPage = ({ text, filter, ...order }: ListFilter, page: number) =>
  studyQuery(
    'customers.listByFilter',
    { ...order, filter: { ...filter, ...(text !== '' && { text }) }, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
    (input) => call('customers.listByFilter', input),
  );

/**
 * The rows of the list that are on the screen, fetched a page of 100 at a time. `total` keeps its last value while a new
 * filter or order is being read, so that the scroller does not jump.
 */
export const usePages = (filter: ListFilter, { from, to }: PageRange) => {
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({
    queries: isUnfiltered(filter)
      ? pages.map((page) => everyonePage(filter, page))
      : pages.map((page) => filteredPage(filter, page)),
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
