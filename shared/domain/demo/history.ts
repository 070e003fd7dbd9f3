import { addDays, dayNumber } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { UNIT_QUANTITY, cents, quantity } from '../../types/amounts.ts';
import type { Cents, Quantity } from '../../types/amounts.ts';
import { season, springFestivals, weekday } from './calendar.ts';
import { streams } from './person.ts';
import type { DemoOptions, DemoPerson } from './person.ts';
import { demoProducts } from './products.ts';
import type { DemoProduct } from './products.ts';
import { makeRandom } from './random.ts';
import type { Random } from './random.ts';
import { notes, staffNames } from './words.ts';

/** A visit that is still to be filled: who and when. */
export interface DemoVisit {
  readonly person: number;
  readonly on: LocalDate;
  /** Minutes since midnight, within opening hours. */
  readonly minute: number;
}

export interface DemoLine {
  readonly product: DemoProduct;
  readonly productIndex: number;
  readonly quantity: Quantity;
  readonly unitPriceCents: Cents;
}

export interface DemoBasket {
  readonly lines: readonly DemoLine[];
  readonly staff: number;
  readonly note: string | null;
  /** 1 to 5, when the customer was asked. */
  readonly satisfaction: number | null;
}

const OPENS = 10 * 60;
const CLOSES = 20 * 60 + 30;

/** People with time come at the weekend: a weekday is moved to the next Saturday or Sunday in some cases. */
const towardsWeekend = (day: number, random: Random): number => {
  const today = weekday(day);
  if (today === 0 || today === 6 || !random.chance(0.3)) return day;
  return day + (6 - today) + random.whole(0, 1);
};

/** Whoever would come in the quiet weeks after the festival rather comes before it, in most cases. */
const beforeFestival = (day: number, earliest: number, festivals: readonly number[], random: Random): number => {
  const festival = festivals.find((start) => day >= start - 1 && day < start + 29);
  if (festival === undefined || !random.chance(0.75)) return day;
  const brought = festival - random.whole(2, 16);
  return brought > earliest ? brought : day;
};

/** Days on which one person came, in order; day numbers up to and including `last`. */
const visitDays = (person: DemoPerson, last: number, festivals: readonly number[], random: Random): number[] => {
  const days: number[] = [];
  let day = dayNumber(person.joinedOn);
  while (day <= last) {
    const busy = season(day, festivals);
    const came = beforeFestival(towardsWeekend(day, random), (days.at(-1) ?? day) + 6, festivals, random);
    if (came <= last && season(came, festivals) > 0 && random.chance(busy) && came > (days.at(-1) ?? 0)) {
      days.push(came);
      if (random.chance(person.dropOut)) break;
    }
    day = Math.max(day, came) + Math.max(3, Math.round(person.rhythmDays * (1 + 0.22 * random.normal()) * (busy > 1 ? 0.7 : 1)));
  }
  return days;
};

/** Every visit of everyone, in the order in which the shop saw them. Today's are left for whoever tries the program. */
export const makeDemoVisits = (options: DemoOptions, people: readonly DemoPerson[]): DemoVisit[] => {
  const festivals = springFestivals(addDays(options.today, -365 * options.years), options.today);
  const last = dayNumber(options.today) - 1;
  const visits: { person: number; day: number; minute: number }[] = [];
  for (const person of people) {
    const random = makeRandom(options.seed, streams.history, person.index);
    for (const day of visitDays(person, last, festivals, random))
      visits.push({ person: person.index, day, minute: random.whole(OPENS, CLOSES) });
  }
  visits.sort((left, right) => left.day - right.day || left.minute - right.minute || left.person - right.person);
  const dates = new Map<number, LocalDate>();
  const dateOf = (day: number): LocalDate => {
    const known = dates.get(day);
    if (known !== undefined) return known;
    const made = addDays(options.today, day - last - 1);
    dates.set(day, made);
    return made;
  };
  return visits.map(({ person, day, minute }) => ({ person, on: dateOf(day), minute }));
};

const byGender = {
  female: demoProducts.map((product, index) => [index, product.weight.female] as const),
  male: demoProducts.map((product, index) => [index, product.weight.male] as const),
};

/** Rounded to whole yuan, as prices on a wall are. */
const priceFor = (product: DemoProduct, level: number, isOnOffer: boolean): Cents =>
  cents(Math.round((product.priceCents * (product.isService ? Math.min(1.3, level) : 1) * (isOnOffer ? 0.85 : 1)) / 100) * 100);

/** What the visit with this number was about. One in forty is a visit without a purchase. */
export const makeDemoBasket = (options: DemoOptions, person: DemoPerson, visitNumber: number): DemoBasket => {
  const random = makeRandom(options.seed, streams.basket, visitNumber);
  const count = random.chance(0.025) ? 0 : 1 + (random.chance(0.32 * person.spendLevel) ? 1 : 0) + (random.chance(0.08) ? 1 : 0);
  const isOnOffer = random.chance(person.needType === 'price_sensitive' ? 0.3 : 0.06);
  const chosen = new Set<number>();
  // What a person takes most is the same thing again and again.
  const favourite = makeRandom(options.seed, streams.person, person.index, 1).weighted(byGender[person.gender]);
  for (let line = 0; line < count; line += 1)
    chosen.add(line === 0 && random.chance(0.55) ? favourite : random.weighted(byGender[person.gender]));
  const lines = [...chosen].flatMap((productIndex) => {
    const product = demoProducts[productIndex];
    if (!product) return [];
    const pieces = !product.isService && random.chance(0.1) ? 2 : 1;
    const unitPriceCents = priceFor(product, person.spendLevel, isOnOffer);
    return [{ product, productIndex, quantity: quantity(pieces * UNIT_QUANTITY), unitPriceCents }];
  });
  return {
    lines,
    staff: person.owner !== null && random.chance(0.75) ? person.owner : random.whole(0, staffNames.length - 1),
    note: random.chance(0.04) ? random.pick(notes) : null,
    satisfaction: random.chance(0.15)
      ? random.weighted([
          [5, 60],
          [4, 28],
          [3, 8],
          [2, 3],
          [1, 1],
        ] as const)
      : null,
  };
};

/** As many of the visits as are wanted, evenly over people and time. */
export const thinVisits = (visits: readonly DemoVisit[], wanted: number): DemoVisit[] => {
  const share = Math.min(1, wanted / visits.length);
  return visits.filter((_visit, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
};
