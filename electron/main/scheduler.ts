import { powerMonitor } from 'electron';

const halfHour = 30 * 60 * 1000;

/** The number of half hours since 1970: it changes at every possible turn of a business day, in every time zone. */
export function halfHourOf(now: number): number {
  return Math.floor(now / halfHour);
}

/**
 * Calls `refresh` now, whenever another half hour begins, and after a sleep. Looking at the clock each minute
 * instead of waiting for a computed moment keeps it right when the clock is corrected or the machine slept;
 * the refresh itself knows whether the business day has turned and does nothing twice.
 */
export function scheduleRefresh(refresh: () => void): () => void {
  let last = halfHourOf(Date.now());
  const look = () => {
    const present = halfHourOf(Date.now());
    if (present === last) return;
    last = present;
    refresh();
  };
  const timer = setInterval(look, 60_000);
  powerMonitor.on('resume', refresh);
  refresh();
  return () => {
    clearInterval(timer);
    powerMonitor.off('resume', refresh);
  };
}

/** The morning's first minutes belong to the desk. */
const FIRST_BACKUP_MILLISECONDS = 10 * 60 * 1000;

/** Calls `backUp` some minutes after the start and then each half hour; whether one is due today it knows itself. */
export function scheduleDailyBackup(backUp: () => void): () => void {
  const first = setTimeout(backUp, FIRST_BACKUP_MILLISECONDS);
  const timer = setInterval(backUp, halfHour);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
