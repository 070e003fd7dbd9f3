import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../types/time.ts';
import { groupOf, newcomerGroups, noConversion, withNewcomer } from './conversion.ts';
import type { Conversion, Newcomer } from './conversion.ts';

const TODAY = localDate('2026-11-21');
const JOINED = localDate('2026-05-01');
const asked = { days: 30, today: TODAY };
const newcomer = (purchases: readonly (readonly [day: number, cents: number])[], rest: Partial<Newcomer> = {}): Newcomer => ({
  joinedOn: JOINED,
  hasReferrer: false,
  namedOn: null,
  ...rest,
  purchases: purchases.map(([day, cents]) => ({ on: addDays(rest.joinedOn ?? JOINED, day), cents })),
});
const count = (people: readonly Newcomer[]): Conversion =>
  people.reduce((sum, one) => withNewcomer(sum, one, asked), noConversion);

describe('who becomes a customer (R095)', () => {
  it('counts the first purchase within the days, another day within ninety, and what the first ninety days brought', () => {
    const people = [
      newcomer([]),
      newcomer([[30, 100]]),
      newcomer([[31, 100]]),
      newcomer([
        [0, 100],
        [0, 50],
        [89, 10],
        [90, 7],
      ]),
    ];
    expect(count(people)).toEqual({
      people: 4,
      bought: { people: 4, hits: 2 },
      again: { people: 2, hits: 1 },
      spend: { people: 4, cents: 100 + 100 + 160 },
    });
    expect(
      count([
        newcomer([
          [0, 1],
          [0, 1],
        ]),
      ]).again,
    ).toEqual({ people: 1, hits: 0 });
    expect(
      count([
        newcomer([
          [0, 1],
          [90, 1],
        ]),
      ]).again.hits,
    ).toBe(1);
    expect(
      count([
        newcomer([
          [0, 1],
          [91, 1],
        ]),
      ]).again.hits,
    ).toBe(0);
  });

  it('says nothing yet of those whose days are not over', () => {
    const joined = (days: number) => newcomer([[0, 100]], { joinedOn: addDays(TODAY, 0 - days) });
    expect(count([joined(30)])).toEqual({ ...noConversion, people: 1 });
    expect(count([joined(31)]).bought).toEqual({ people: 1, hits: 1 });
    expect(count([joined(90)])).toMatchObject({ again: { people: 0 }, spend: { people: 1 } });
    expect(count([joined(89)]).spend.people).toBe(0);
    expect(count([joined(91)]).again.people).toBe(1);
  });

  it('leaves out who had bought before, and who was named only after buying', () => {
    expect(groupOf(newcomer([[-1, 1]], { hasReferrer: true }))).toBe('bought_before');
    expect(groupOf(newcomer([[0, 1]]))).toBe('ordinary');
    expect(groupOf(newcomer([], { hasReferrer: true, namedOn: JOINED }))).toBe('brought');
    expect(groupOf(newcomer([[3, 1]], { hasReferrer: true, namedOn: addDays(JOINED, 3) }))).toBe('brought');
    expect(groupOf(newcomer([[3, 1]], { hasReferrer: true, namedOn: addDays(JOINED, 4) }))).toBe('named_later');
    expect(groupOf(newcomer([[3, 1]], { hasReferrer: true }))).toBe('brought');
  });

  const people = fc.array(
    fc
      .record({
        day: fc.nat({ max: 300 }),
        hasReferrer: fc.boolean(),
        bought: fc.array(fc.tuple(fc.integer({ min: -5, max: 200 }), fc.integer({ min: 1, max: 500 })), { maxLength: 5 }),
      })
      .map(({ day, hasReferrer, bought }) =>
        newcomer(
          [...bought].sort(([one], [other]) => one - other),
          { joinedOn: addDays(TODAY, 0 - day), hasReferrer },
        ),
      ),
    { maxLength: 20 },
  );
  test.prop([people, fc.integer({ min: 1, max: 120 })])(
    'whoever they are: in one group each, no share above its people, the order does not matter, more days never lose a buyer',
    (all, days) => {
      for (const one of all) expect(newcomerGroups).toContain(groupOf(one));
      const sum = count(all);
      expect(count([...all].reverse())).toEqual(sum);
      expect(sum.people).toBe(all.length);
      for (const { people: many, hits } of [sum.bought, sum.again]) expect(hits).toBeLessThanOrEqual(many);
      const over = (many: number) =>
        all
          .filter(({ joinedOn }) => addDays(joinedOn, 240) < TODAY)
          .reduce((total, one) => withNewcomer(total, one, { days: many, today: TODAY }), noConversion).bought.hits;
      expect(over(days + 1)).toBeGreaterThanOrEqual(over(days));
    },
  );
});
