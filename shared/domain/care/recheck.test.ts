import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import { anomalyKinds } from './anomalies.ts';
import { defaultCareWeights } from './fields.ts';
import { judgeCare } from './judge.ts';
import type { CareBasis, CareFacts } from './judge.ts';
import { nextBirthdayOf, recheckOn } from './recheck.ts';

const start = localDate('2026-11-21');
const basisOn = (today: LocalDate, months = { verifiedMonths: 12, consentMonths: 24 }): CareBasis => ({
  today,
  ...months,
  weights: defaultCareWeights,
  birthdays: { lunarLeapBirthday: 'leap_month', feb29: 'feb_28' },
  crowdedBirthdays: new Map(),
  regionVariants: new Map(),
});

const day = fc.integer({ min: -1200, max: 60 }).map((days) => addDays(start, days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const birthday = fc.record({
  calendar: fc.constantFrom('solar' as const, 'lunar' as const),
  year: maybe(fc.oneof(fc.integer({ min: 1912, max: 1920 }), fc.integer({ min: 1985, max: 2029 }))),
  month: maybe(fc.integer({ min: 1, max: 12 })),
  day: maybe(fc.integer({ min: 1, max: 29 })),
  isLeapMonth: fc.boolean(),
});
const facts: fc.Arbitrary<CareFacts> = fc.record({
  name: fc.constantFrom('王芳', '测试'),
  cardNo: fc.constant(null),
  region: maybe(fc.constant('上海')),
  consentOn: maybe(day),
  birthday: maybe(birthday.map((one) => ({ ...one, isLeapMonth: one.calendar === 'lunar' && one.isLeapMonth }))),
  phones: fc.constantFrom([], [{ value: '13812342210', e164: '+8613812342210', people: 1 }]),
  emails: fc.constant([]),
  purchaseDays: fc.constantFrom(0, 2),
  gender: fc.constant('female' as const),
  preferredChannel: fc.constant(null),
  hasLikes: fc.boolean(),
  hasPhone: fc.constant(true),
  hasWechat: fc.boolean(),
  hasValidWechat: fc.boolean(),
  verifiedOn: fc
    .array(fc.tuple(fc.constantFrom('phone', 'wechat', 'likes', 'region'), day), { maxLength: 4 })
    .map((known) => new Map<string, LocalDate>(known)),
  accepted: fc.subarray([...anomalyKinds]).map((kinds) => new Set(kinds.map((kind) => `${kind} 测试`))),
});

/** What is kept of a judgement: not the figures, which are counted when somebody looks. */
const keptOf = (one: CareFacts, basis: CareBasis) => {
  const { score, missing, flawed, anomalies } = judgeCare(one, basis);
  const found = anomalies.map(({ kind, value, isAccepted }) => [kind, value, isAccepted]);
  return { score, missing, flawed, found, nextBirthdayOn: nextBirthdayOf(one, basis), recheckOn: recheckOn(one, basis) };
};

describe('the day on which a customer’s data is looked at again (R183, R186)', () => {
  it('comes after today, and until then whoever judges the same facts finds the same', () => {
    fc.assert(
      fc.property(
        facts,
        fc.record({ verifiedMonths: fc.integer({ min: 1, max: 36 }), consentMonths: fc.integer({ min: 1, max: 36 }) }),
        fc.array(fc.nat(1500), { minLength: 1, maxLength: 12 }),
        (one, months, laterDays) => {
          const now = keptOf(one, basisOn(start, months));
          expect(now.recheckOn === null || now.recheckOn > start).toBe(true);
          const eve = now.recheckOn === null ? null : addDays(now.recheckOn, -1);
          const days = laterDays.map((days) => addDays(start, days)).filter((on) => eve === null || on <= eve);
          for (const on of [...days, ...(eve === null ? [] : [eve])]) expect(keptOf(one, basisOn(on, months))).toEqual(now);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is never, when nothing of the facts can grow old', () => {
    const [one] = fc.sample(facts, 1);
    if (one === undefined) throw new Error('nobody');
    const plain: CareFacts = { ...one, consentOn: null, birthday: null, verifiedOn: new Map() };
    expect(recheckOn(plain, basisOn(start))).toBeNull();
  });
});
