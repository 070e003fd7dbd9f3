import type { QueryClient } from '@tanstack/react-query';
import type { AppEvent } from '../../shared/contract.ts';
import { isTouched } from './invalidation.ts';

export type ProgressEvent = Extract<AppEvent, { type: 'progress' }>;

const progressListeners = new Set<(event: ProgressEvent) => void>();

/** Hears the progress of all jobs; returns the function that stops it. */
export const onProgress = (listener: (event: ProgressEvent) => void): (() => void) => {
  progressListeners.add(listener);
  return () => progressListeners.delete(listener);
};

/** Reads again exactly what a change touched. Called once, at the start; returns the function that stops it. */
export const connectEvents = (queryClient: QueryClient): (() => void) =>
  window.regulars.on('event', (event) => {
    switch (event.type) {
      case 'changed':
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, event.topics, event.customerIds) });
        return;
      case 'progress':
        for (const listener of progressListeners) listener(event);
        return;
      case 'storeRestarted':
        void queryClient.invalidateQueries();
    }
  });
