import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { lunarPartsOf, season, springFestivals, weekday } from './calendar.ts';
import { makeDemoContacts } from './contacts.ts';
import { makeDemoBasket, makeDemoVisits, thinVisits } from './history.ts';
import { makeDemoPerson } from './person.ts';
import type { DemoOptions } from './person.ts';
import { makeRandom } from './random.ts';

const options: DemoOptions = { customers: 400, seed: 20_261, today: localDate('2026-11-21'), years: 2 };
const people = Array.from({ length: options.customers }, (_, index) => makeDemoPerson(options, index));
const visits = makeDemoVisits(options, people);

describe('random streams', () => {
  it('are the same for the same name and differ for another', () => {
    const numbers = (...seed: number[]) => {
      const random = makeRandom(...seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(numbers(1, 2, 3)).toEqual(numbers(1, 2, 3));
    expect(numbers(1, 2, 3)).not.toEqual(numbers(1, 3, 2));
  });

  it('are even: whole numbers, shares and weights come out as asked within what chance allows', () => {
    const random = makeRandom(42);
    const thrown = Array.from({ length: 60_000 }, () => random.whole(1, 6));
    for (let face = 1; face <= 6; face += 1) {
      const count = thrown.filter((value) => value === face).length;
      // Five deviations of a binomial count.
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt((60_000 * 5) / 36));
    }
    const heavy = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['a', 3],
        ['b', 1],
      ] as const),
    ).filter((it) => it === 'a');
    expect(Math.abs(heavy.length - 7500)).toBeLessThan(5 * Math.sqrt(10_000 * 0.75 * 0.25));
  });
});

describe('people of the demo shop', () => {
  it('are made one by one: each is the same however many others there are', () => {
    expect(makeDemoPerson({ ...options, customers: 9 }, 5)).toEqual(people[5]);
  });

  it('have each a phone of their own, of a series that no shop meets', () => {
    const phones = new Set(Array.from({ length: 20_000 }, (_, index) => makeDemoPerson(options, index).phone));
    expect(phones.size).toBe(20_000);
    expect([...phones].every((phone) => /^1740[0-5]\d{6}$/.test(phone))).toBe(true);
  });

  it('include solar and lunar birthdays, some without a year or a day, surnames of two characters and of other readings (R011)', () => {
    const birthdays = people.flatMap(({ birthday }) => birthday ?? []);
    for (const calendar of ['solar', 'lunar'] as const)
      expect(birthdays.filter((birthday) => birthday.calendar === calendar).length).toBeGreaterThan(50);
    expect(birthdays.some((birthday) => birthday.year === null)).toBe(true);
    expect(birthdays.some((birthday) => birthday.day === null)).toBe(true);
    expect(birthdays.length).toBeLessThan(people.length);
    expect(people.some(({ name }) => /^(欧阳|上官|司马|诸葛|尉迟)/.test(name))).toBe(true);
    expect(people.some(({ name }) => /^[单仇任解查朴区盖覃翟曾]/.test(name))).toBe(true);
    expect(people.some(({ name }) => name.length === 2)).toBe(true);
  });

  it('have a birthday today, so that the morning list has one', () => {
    expect(people[0]?.birthday).toMatchObject({ calendar: 'solar', month: 11, day: 21 });
    expect(people[1]?.birthday).toMatchObject({ calendar: 'lunar', ...lunarPartsOf(localDate('2026-11-22')) });
  });
});

describe('their history', () => {
  it('lies between the day they joined and yesterday, each day once, in the order of time', () => {
    const seen = new Set<string>();
    let before = '';
    for (const { person, on, minute } of visits) {
      expect(on < options.today && on >= (people[person]?.joinedOn ?? '9999')).toBe(true);
      expect(seen.has(`${person} ${on}`)).toBe(false);
      seen.add(`${person} ${on}`);
      const time = `${on} ${String(minute).padStart(4, '0')}`;
      expect(time >= before).toBe(true);
      before = time;
    }
    expect(visits.length).toBeGreaterThan(1500);
  });

  it('can be thinned to a number, evenly', () => {
    expect(thinVisits(visits, 1000)).toHaveLength(1000);
    expect(thinVisits(visits, visits.length * 2)).toEqual(visits);
  });

  it('sells what the shop has at whole yuan, each product once a visit', () => {
    const baskets = visits.slice(0, 500).flatMap((visit, index) => {
      const person = people[visit.person];
      return person ? [makeDemoBasket(options, person, index)] : [];
    });
    expect(baskets).toHaveLength(500);
    for (const { lines } of baskets) {
      expect(new Set(lines.map(({ productIndex }) => productIndex)).size).toBe(lines.length);
      expect(lines.every(({ unitPriceCents }) => unitPriceCents > 0 && unitPriceCents % 100 === 0)).toBe(true);
    }
    expect(baskets.some(({ lines }) => lines.length === 0)).toBe(true);
    expect(baskets.some(({ lines }) => lines.length > 1)).toBe(true);
  });

  it('has contacts only after the person joined', () => {
    const contacts = people.flatMap((person) => makeDemoContacts(options, person).map(({ on }) => ({ on, person })));
    expect(contacts.length).toBeGreaterThan(40);
    expect(contacts.every(({ on, person }) => on >= person.joinedOn && on < options.today)).toBe(true);
  });
});

describe('the year of the shop', () => {
  it('knows the Spring Festivals, also where the platform calendar errs (2027, 2030)', () => {
    const days = springFestivals(localDate('2026-01-01'), localDate('2030-01-01'));
    const dates = days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    expect(dates).toEqual(['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23']);
  });

  it('is busy before, closed on, and quiet after the festival', () => {
    const festival = 20_501;
    expect(season(festival - 10, [festival])).toBeGreaterThan(1);
    expect(season(festival, [festival])).toBe(0);
    expect(season(festival + 10, [festival])).toBeLessThan(1);
    expect(season(festival + 100, [festival])).toBe(1);
  });

  it('counts weekdays from Sunday', () => {
    expect([weekday(0), weekday(3), weekday(-4)]).toEqual([4, 0, 0]);
  });
});
