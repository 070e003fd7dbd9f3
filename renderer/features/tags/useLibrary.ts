import { useQueries } from '@tanstack/react-query';
import { operationQuery, useOperation } from '../../ipc/useOperation.ts';
import type { Tag } from './types.ts';

const PAGE = 200;

/** The whole library, archived tags too: some hundred rows, read a page at a time. */
export const useLibrary = () => {
  const groups = useOperation('tags.groups', { includeArchived: true });
  const first = useOperation('tags.list', { includeArchived: true, limit: PAGE });
  const more = Math.max(0, Math.ceil((first.data?.total ?? 0) / PAGE) - 1);
  const rest = useQueries({
    queries: Array.from({ length: more }, (_, index) =>
      operationQuery('tags.list', { includeArchived: true, limit: PAGE, offset: (index + 1) * PAGE }),
    ),
  });
  const tags: readonly Tag[] = [...(first.data?.rows ?? []), ...rest.flatMap(({ data }) => data?.rows ?? [])];
  return {
    groups: groups.data?.groups,
    tags,
    error: groups.error ?? first.error,
    refetch: () => Promise.all([groups.refetch(), first.refetch()]),
  };
};
