import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { birthdayKey } from '../../../shared/domain/care/anomalies.ts';
import { crowdedDays, regionVariants } from '../../../shared/domain/care/crowds.ts';
import type { CareBasis } from '../../../shared/domain/care/judge.ts';
import { birthdayOptionsOf } from '../../../shared/domain/birthdays.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { birthdayCrowds, regionSpellings } from '../../store/careRun.ts';
import type { Crowds } from '../../../shared/contract/care.ts';
import type { CareRun } from '../../store/careRun.ts';
import type { StoreDatabase } from '../../store/database.ts';

/** Counted up whenever the rules themselves change: then everybody's data is judged anew. */
const RULES = 2;

/** The settings that decide scores and checks, with the edition of the rules, as stored with a run. */
export const careSettings = (settings: ShopSettings): string =>
  JSON.stringify([
    RULES,
    settings.careWeights,
    settings.careVerifiedMonths,
    settings.careConsentMonths,
    settings.lunarLeapBirthday,
    settings.feb29Birthday,
  ]);

/** More crowded days, or spellings, than this are no finding but the way the shop writes. */
const MOST = 500;

/** What the shop as a whole looks like: by it a single birthday or region is told to be odd. Read it in one transaction. */
export const findCrowds = (database: StoreDatabase): Crowds => {
  const days = birthdayCrowds(database).map((day) => ({
    key: birthdayKey({ ...day, isLeapMonth: day.is_leap_month === 1 }),
    people: day.people,
  }));
  const crowded = crowdedDays(days).toSorted((one, other) => other.people - one.people || (one.key < other.key ? -1 : 1));
  const variants = [...regionVariants(regionSpellings(database))].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    birthdays: crowded.slice(0, MOST).map(({ key, people }) => [key, people]),
    regions: variants.slice(0, MOST),
  };
};

const maps = new WeakMap<Crowds, Pick<CareBasis, 'crowdedBirthdays' | 'regionVariants'>>();

/** By what one customer's data is scored and checked: today, the settings, and the crowds of the latest run. */
export const careBasisOf = (today: LocalDate, settings: ShopSettings, { crowds }: Pick<CareRun, 'crowds'>): CareBasis => {
  const known = maps.get(crowds) ?? { crowdedBirthdays: new Map(crowds.birthdays), regionVariants: new Map(crowds.regions) };
  maps.set(crowds, known);
  return {
    ...known,
    today,
    weights: settings.careWeights,
    verifiedMonths: settings.careVerifiedMonths,
    consentMonths: settings.careConsentMonths,
    birthdays: birthdayOptionsOf(settings),
  };
};
