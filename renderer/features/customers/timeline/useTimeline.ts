import { useInfiniteQuery } from '@tanstack/react-query';
import type { OutputOf } from '../../../../shared/contract.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { joinEdits, type JoinedEntry } from '../../../../shared/domain/timeline.ts';
import { call } from '../../../ipc/client.ts';

type Page = OutputOf<'customers.timeline'>;
export type TimelineEntry = Page['entries'][number];
export type TimelineKind = TimelineEntry['kind'];

const PAGE_SIZE = 40;

/** One customer's timeline of these kinds (of all when none is named), newest first, read on as one scrolls. A change reads again what is shown. */
export const useTimeline = (customerId: string, kinds: readonly TimelineKind[]) => {
  const input = { customerId, kinds: [...kinds], limit: PAGE_SIZE };
  const query = useInfiniteQuery<
    Page,
    AppError,
    JoinedEntry<TimelineEntry>[],
    readonly unknown[],
    { at: number; key: string } | null
  >({
    queryKey: ['customers.timeline', input],
    queryFn: ({ pageParam }) => call('customers.timeline', { ...input, before: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ entries, hasMore }) => {
      const oldest = entries.at(-1);
      return hasMore && oldest !== undefined ? { at: oldest.at, key: oldest.key } : null;
    },
    select: ({ pages }) => joinEdits(pages.flatMap(({ entries }) => entries)),
  });
  return query;
};
