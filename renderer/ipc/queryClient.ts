import { QueryClient } from '@tanstack/react-query';
import type { AppError } from '../../shared/errors.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
  }
}

/**
 * One machine, no network: nothing is paused for being offline, nothing is tried twice, and nothing grows stale by
 * itself, because every change is told by an event (see events.ts).
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
