import { businessDate, instant, onBusinessDay } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';

export interface Clock {
  /** The settings are asked for only where they matter. */
  now(settings: () => ShopSettings): Instant;
  today(settings: ShopSettings): LocalDate;
}

/** The machine's clock; with `pretended` it is that business day, at the present time of day. */
export const makeClock = (pretended: LocalDate | null): Clock => ({
  now: (settings) => {
    const present = instant(Date.now());
    if (pretended === null) return present;
    const { timeZone, dayTurnHour } = settings();
    return onBusinessDay(present, pretended, timeZone, dayTurnHour);
  },
  today: (settings) => pretended ?? businessDate(instant(Date.now()), settings.timeZone, settings.dayTurnHour),
});
