import { useInfiniteQuery } from '@tanstack/react-query';
import type { CallInput, OutputOf } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import { client } from '../../ipc/client.ts';

type Page = OutputOf<'audit.list'>;
export type AuditQuestion = Pick<CallInput<'audit.list'>, 'staffId' | 'kind' | 'from' | 'to'>;

/** Entries that answer the question, latest first, read on page by page. */
export const useAuditPages = (question: AuditQuestion) => {
  const query = useInfiniteQuery<Page, AppError, Page['entries'], readonly unknown[], Page['next']>({
    queryKey: ['audit.list', question],
    queryFn: ({ pageParam }) => client.audit.list({ ...question, after: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
    // What is done elsewhere in the program is written down without telling this page.
    staleTime: 0,
  });
  return query;
};
