import type { QueryClient } from '@tanstack/react-query';
import type { AppEvent } from '../../shared/contract.ts';
import { inBursts } from './inBursts.ts';
import { isTouched } from './invalidation.ts';
import { operationQuery } from './useOperation.ts';

/** Work on many customers tells of each handful; the screens follow it this often at most. */
const PAUSE_MILLISECONDS = 200;

type ChangedEvent = Extract<AppEvent, { type: 'changed' }>;
export type ProgressEvent = Extract<AppEvent, { type: 'progress' }>;

export type ClosingEvent = Extract<AppEvent, { type: 'closing' }>;

const closingListeners = new Set<(event: ClosingEvent) => void>();

/** Hears that the program is being closed; returns the function that stops it. */
export const onClosing = (listener: (event: ClosingEvent) => void): (() => void) => {
  closingListeners.add(listener);
  return () => closingListeners.delete(listener);
};

const progressListeners = new Set<(event: ProgressEvent) => void>();

/** Hears the progress of all jobs; returns the function that stops it. */
export const onProgress = (listener: (event: ProgressEvent) => void): (() => void) => {
  progressListeners.add(listener);
  return () => progressListeners.delete(listener);
};

const isLocked = (queryClient: QueryClient): boolean =>
  queryClient.getQueryData(operationQuery('staff.session', {}).queryKey)?.isLocked ?? false;

/** Reads again exactly what a change touched. Called once, at the start; returns the function that stops it. */
export const connectEvents = (queryClient: QueryClient): (() => void) => {
  const readAgain = inBursts<ChangedEvent>((events) => {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey }) => events.some(({ topics, customerIds }) => isTouched(queryKey, topics, customerIds)),
    });
  }, PAUSE_MILLISECONDS);
  return window.regulars.on('event', (event) => {
    switch (event.type) {
      case 'changed':
        // Beneath the lock screen nothing may be read; whoever unlocks reads everything again.
        if (isLocked(queryClient) && !event.topics.includes('staff')) return;
        readAgain(event);
        return;
      case 'progress':
        for (const listener of progressListeners) listener(event);
        return;
      case 'seatChanged':
        void queryClient.invalidateQueries({ queryKey: ['staff.session'] });
        return;
      case 'closing':
        for (const listener of closingListeners) listener(event);
        return;
      case 'storeRestarted':
        void queryClient.invalidateQueries();
    }
  });
};
