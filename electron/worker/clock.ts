import { businessDate, dayNumber, instant } from '../../shared/types/time.ts'
import type { Instant, LocalDate } from '../../shared/types/time.ts'
import type { ShopSettings } from '../../shared/contract/settings.ts'

export interface Clock {
  now(): Instant
  today(settings: ShopSettings): LocalDate
}

const MILLISECONDS_PER_DAY = 86_400_000

/** The machine's clock; with `pretended` it is that business day, at the present time of day. */
export const makeClock = (pretended: LocalDate | null): Clock => ({
  now: () => {
    const real = instant(Date.now())
    if (pretended === null) return real
    const shift = dayNumber(pretended) - Math.floor(real / MILLISECONDS_PER_DAY)
    return instant(real + shift * MILLISECONDS_PER_DAY)
  },
  today: (settings) => pretended ?? businessDate(instant(Date.now()), settings.timeZone, settings.dayTurnHour),
})
