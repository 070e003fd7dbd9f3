import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { askToday } from './ask.ts';
import { careFields, defaultCareWeights, fieldBits, fieldBit } from './fields.ts';
import { careProblems, scoreCare } from './score.ts';
import type { FieldState, FieldStates } from './score.ts';

const since = localDate('2025-11-21');
const today = localDate('2026-11-21');
const states = (of: (field: (typeof careFields)[number]) => Partial<FieldState>): FieldStates => {
  const full = (field: (typeof careFields)[number]): FieldState => ({
    isKnown: true,
    isPartial: false,
    isInvalid: false,
    verifiedOn: today,
    ...of(field),
  });
  return {
    name: full('name'),
    phone: full('phone'),
    birthday: full('birthday'),
    consentOn: full('consentOn'),
    wechat: full('wechat'),
    likes: full('likes'),
    region: full('region'),
    gender: full('gender'),
    preferredChannel: full('preferredChannel'),
  };
};

const state: fc.Arbitrary<FieldState> = fc.record({
  isKnown: fc.boolean(),
  isPartial: fc.boolean(),
  isInvalid: fc.boolean(),
  verifiedOn: fc.constantFrom(null, localDate('2020-01-01'), today),
});
const anyStates: fc.Arbitrary<FieldStates> = fc.record({
  name: state,
  phone: state,
  birthday: state,
  consentOn: state,
  wechat: state,
  likes: state,
  region: state,
  gender: state,
  preferredChannel: state,
});
const weight = fc.integer({ min: 0, max: 100 });
const anyWeights = fc.record({
  name: weight,
  phone: weight,
  birthday: weight,
  consentOn: weight,
  wechat: weight,
  likes: weight,
  region: weight,
  gender: weight,
  preferredChannel: weight,
});

describe('the score of completeness and reliability (R186)', () => {
  it('is 100 where everything is known and confirmed, and 10 where only a name is', () => {
    expect(
      scoreCare(
        states(() => ({})),
        defaultCareWeights,
        since,
      ),
    ).toEqual({ score: 100, reasons: [] });
    const onlyName = states((field) => ({ isKnown: field === 'name' }));
    expect(scoreCare(onlyName, defaultCareWeights, since).score).toBe(10);
  });

  it('takes all of the weight for what is missing or doubtful, half for a part, a fifth for what nobody confirmed of late', () => {
    const lostBy = (change: Partial<FieldState>) =>
      scoreCare(
        states((field) => (field === 'phone' ? change : {})),
        { ...defaultCareWeights, phone: 30, name: 5 },
        since,
      ).reasons[0];
    expect(lostBy({ isKnown: false })).toEqual({ field: 'phone', problem: 'missing', lost: 30 });
    expect(lostBy({ isInvalid: true })).toEqual({ field: 'phone', problem: 'invalid', lost: 30 });
    expect(lostBy({ isPartial: true })).toEqual({ field: 'phone', problem: 'partial', lost: 15 });
    expect(lostBy({ verifiedOn: localDate('2025-11-20') })).toEqual({ field: 'phone', problem: 'unverified', lost: 6 });
    expect(lostBy({ verifiedOn: since })).toBeUndefined();
  });

  it('and the points of its reasons always make 100, whatever the weights; each reason names its field once', () => {
    fc.assert(
      fc.property(anyStates, anyWeights, (given, weights) => {
        const { score, reasons } = scoreCare(given, weights, since);
        expect(score + reasons.reduce((sum, { lost }) => sum + lost, 0)).toBe(100);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(new Set(reasons.map(({ field }) => field)).size).toBe(reasons.length);
        expect(
          reasons.every(({ field, problem, lost }) => weights[field] > 0 && careProblems.includes(problem) && lost >= 0),
        ).toBe(true);
      }),
    );
  });

  it('never falls when a fact becomes known, right, whole and confirmed', () => {
    fc.assert(
      fc.property(anyStates, anyWeights, fc.constantFrom(...careFields), (given, weights, field) => {
        const mended = { ...given, [field]: { isKnown: true, isPartial: false, isInvalid: false, verifiedOn: today } };
        expect(scoreCare(mended, weights, since).score).toBeGreaterThanOrEqual(scoreCare(given, weights, since).score);
      }),
    );
  });

  it('keeps a set of fields as bits that give the fields back', () => {
    fc.assert(
      fc.property(fc.subarray([...careFields]), (chosen) => {
        const bits = fieldBits(chosen);
        expect(careFields.filter((field) => (bits & fieldBit(field)) !== 0)).toEqual(chosen);
      }),
    );
  });
});

describe('what to ask today (X39)', () => {
  const reasonsOf = (given: FieldStates) => scoreCare(given, defaultCareWeights, since).reasons;

  it('is the missing thing that weighs most, and never what is only unconfirmed or seen without asking', () => {
    expect(askToday(reasonsOf(states(() => ({ isKnown: false }))), null, today)).toBe('phone');
    expect(askToday(reasonsOf(states((field) => ({ isKnown: field !== 'birthday' }))), null, today)).toBe('birthday');
    expect(askToday(reasonsOf(states((field) => ({ isKnown: field !== 'gender' }))), null, today)).toBeNull();
    expect(askToday(reasonsOf(states(() => ({ verifiedOn: null }))), null, today)).toBeNull();
  });

  it('is nothing from "not now" until its day, and something again from that day on', () => {
    const reasons = reasonsOf(states(() => ({ isKnown: false })));
    expect(askToday(reasons, localDate('2026-11-22'), today)).toBeNull();
    expect(askToday(reasons, today, today)).toBe('phone');
  });
});
