/** A birthday written out, and how many of the shop's customers have it. */
export interface DayCount {
  /** Calendar and date, as `birthdayKey` writes it. */
  readonly key: string;
  readonly people: number;
}

/** Fewer share a birthday by chance in any shop. */
const FEWEST = 5;
/** Customers are born over about this many years ... */
const YEARS = 60;
const DAYS_A_YEAR = 365.25;
/** ... but crowd in the middle of them: the busiest years hold about three times their share. */
const CROWDING = 3;
/** Of all some 22,000 days, one in fifty shops would see one so full by chance. */
const RARE = 1e-6;

/** P(X >= count) of a Poisson variable with that mean, summed term by term. */
export const poissonTail = (count: number, mean: number): number => {
  let term = Math.exp(-mean);
  let below = 0;
  for (let index = 0; index < count; index += 1) {
    below += term;
    term *= mean / (index + 1);
  }
  // What the difference from one can no longer show is summed upward from its largest term.
  if (below < 1 - 1e-9) return 1 - below;
  let above = 0;
  for (let index = count; term > above * 1e-16 && term > 0; index += 1) {
    above += term;
    term *= mean / (index + 1);
  }
  return above;
};

/**
 * Birthdays that an old system most likely invented (R185): many people "born" on the very same day of the same year, where a blank was
 * filled with the day of the import or with 1 January. Were birthdays spread by chance, a given date would be shared by a Poisson number of
 * people with mean n / (365.25 x 60) x 3; a day counts as crowded when at least five share it and chance would bring so many
 * to a date less than once in a million times. Only whole dates (with their year) among `days`; n is their sum.
 */
export const crowdedDays = (days: readonly DayCount[]): DayCount[] => {
  const total = days.reduce((sum, { people }) => sum + people, 0);
  const mean = (total / (DAYS_A_YEAR * YEARS)) * CROWDING;
  return days.filter(({ people }) => people >= FEWEST && poissonTail(people, mean) < RARE);
};

/** A spelling of a region, and how many customers have it. */
export interface SpellingCount {
  readonly spelling: string;
  readonly people: number;
}

/** What two spellings of one place have in common: no blanks or marks, no capitals, no 省 市 区 县. */
const regionKey = (spelling: string): string =>
  spelling
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')
    .replaceAll(/特别行政区|自治区|[省市区县]/g, '');

/** Spellings of a place that the shop mostly writes otherwise, each with the usual one: the most frequent, of equals the longest. */
export const regionVariants = (spellings: readonly SpellingCount[]): Map<string, string> => {
  const places = new Map<string, SpellingCount[]>();
  for (const one of spellings) {
    const key = regionKey(one.spelling);
    if (key === '') continue;
    const known = places.get(key);
    if (known) known.push(one);
    else places.set(key, [one]);
  }
  const variants = new Map<string, string>();
  for (const place of places.values()) {
    const [usual, ...others] = place.toSorted(
      (one, other) =>
        other.people - one.people || other.spelling.length - one.spelling.length || (one.spelling < other.spelling ? -1 : 1),
    );
    for (const other of others) if (usual) variants.set(other.spelling, usual.spelling);
  }
  return variants;
};
