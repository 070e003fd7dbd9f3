import { instant, instantAt } from '../../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** The instant of a minute of a day in the shop's zone. Asks the calendar once a day: a million visits fall on few days. */
export const makeMinuteClock = (timeZone: string): ((on: LocalDate, minute: number) => Instant) => {
  const noons = new Map<LocalDate, number>();
  return (on, minute) => {
    let noon = noons.get(on);
    if (noon === undefined) {
      noon = instantAt(on, 12, timeZone);
      noons.set(on, noon);
    }
    return instant(noon + (minute - 12 * 60) * MILLISECONDS_PER_MINUTE);
  };
};
