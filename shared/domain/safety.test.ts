import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';
import { isAlertShownOn, patchTestResults, patchTestStateOf, unseenWarnings, validUntil, visitWarnings } from './safety.ts';
import type { SafetyRecord, TestedProduct } from './safety.ts';

const today = localDate('2026-11-21');
const dye = { id: 'dye', name: '染发', patchTestDays: 180 };
const cut = { id: 'cut', name: '剪发', patchTestDays: null };
const test = (result: TestedProduct['result'], doneOn: string, validDays: number | null = null): TestedProduct => ({
  productId: 'dye',
  what: '染发',
  result,
  doneOn: localDate(doneOn),
  validDays,
});
const empty: SafetyRecord = { block: null, facts: [], patchTests: [] };
const stateOf = (...tests: TestedProduct[]): string => patchTestStateOf(tests, dye, today).state;

describe('a patch test that a product requires (X22)', () => {
  it('is missing, passed, failed, not read yet, or past its last day', () => {
    expect(stateOf()).toBe('missing');
    expect(stateOf(test('pass', '2026-11-01'))).toBe('valid');
    expect(stateOf(test('fail', '2026-11-01'))).toBe('failed');
    expect(stateOf(test('pending', '2026-11-20'))).toBe('pending');
    expect(stateOf(test('pass', '2026-05-25'))).toBe('valid');
    expect(stateOf(test('pass', '2026-05-24'))).toBe('expired');
  });

  it('holds for the shorter of its own time and the product\u2019s', () => {
    expect(validUntil(test('pass', '2026-11-01', 10), 180)).toBe('2026-11-11');
    expect(stateOf(test('pass', '2026-11-01', 10))).toBe('expired');
    expect(stateOf(test('pass', '2026-01-01', 3650))).toBe('expired');
    expect(validUntil(test('pass', '2026-11-01'), null)).toBeNull();
  });

  it('is decided by the latest that was read; one being read takes nothing away from one that holds', () => {
    expect(stateOf(test('fail', '2026-10-01'), test('pass', '2026-11-01'))).toBe('valid');
    expect(stateOf(test('pass', '2026-10-01'), test('fail', '2026-11-01'))).toBe('failed');
    expect(stateOf(test('pass', '2026-11-01'), test('fail', '2026-11-01'))).toBe('failed');
    expect(stateOf(test('pass', '2026-11-01'), test('pending', '2026-11-20'))).toBe('valid');
    expect(stateOf(test('pass', '2026-01-01'), test('pending', '2026-11-20'))).toBe('pending');
  });

  it('knows nothing of tests made later, nor of those of other products', () => {
    expect(stateOf(test('pass', '2026-11-22'))).toBe('missing');
    expect(stateOf({ ...test('pass', '2026-11-01'), productId: 'brow' })).toBe('missing');
    expect(stateOf({ ...test('pass', '2026-11-01'), productId: null, what: ' 染发 ' })).toBe('valid');
  });

  it('warns of a failed one even where none is required', () => {
    const failed = { ...test('fail', '2026-11-01'), productId: 'cut' };
    expect(visitWarnings({ ...empty, patchTests: [failed] }, [cut], today)).toMatchObject([
      { code: 'patch_test_failed', subject: '剪发' },
    ]);
  });
});

describe('what a visit warns of (X22, X23)', () => {
  const fact = (kind: 'allergy' | 'contraindication' | 'history', what: string, endedOn: LocalDate | null = null) => ({
    id: what,
    kind,
    what,
    severity: null,
    endedOn,
  });

  it('is worst first: do-not-serve, allergies, contraindications, patch tests; history is no warning', () => {
    const record = {
      block: { id: 'b', reason: '打人' },
      facts: [fact('history', '高血压'), fact('contraindication', '怀孕'), fact('allergy', '氨水')],
      patchTests: [],
    };
    expect(visitWarnings(record, [dye, dye, cut], today).map(({ code, subject }) => [code, subject])).toEqual([
      ['blocked', '打人'],
      ['allergy', '氨水'],
      ['contraindication', '怀孕'],
      ['patch_test_missing', '染发'],
    ]);
  });

  it('leaves out what has ended, from the day of its end on', () => {
    const record = { ...empty, facts: [fact('allergy', '氨水', today)] };
    expect(visitWarnings(record, [], today)).toEqual([]);
    expect(visitWarnings(record, [], addDays(today, -1))).toHaveLength(1);
  });

  it('is settled exactly by the keys it was shown with', () => {
    const record = { ...empty, facts: [fact('allergy', '氨水'), fact('allergy', '酒精')] };
    const warnings = visitWarnings(record, [dye], today);
    expect(
      unseenWarnings(
        warnings,
        warnings.map(({ key }) => key),
      ),
    ).toEqual([]);
    expect(unseenWarnings(warnings, [warnings[0]?.key ?? ''])).toHaveLength(2);
  });

  it('does not depend on the order in which things were written down, and names nothing twice', () => {
    const facts = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        kind: fc.constantFrom('allergy' as const, 'contraindication' as const, 'history' as const),
        what: fc.string(),
        severity: fc.constantFrom(null, 'mild' as const, 'severe' as const),
        endedOn: fc.constantFrom(null, today, addDays(today, 1)),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(facts, (known) => {
        const there = visitWarnings({ ...empty, facts: known }, [dye], today);
        const back = visitWarnings({ ...empty, facts: [...known].reverse() }, [dye], today);
        expect(back).toEqual(there);
        expect(new Set(there.map(({ key }) => key)).size).toBe(there.length);
      }),
    );
  });

  it('a valid state means: a passed test within its days, and no failed one since', () => {
    const tests = fc.array(
      fc.record({
        result: fc.constantFrom(...patchTestResults),
        days: fc.integer({ min: -5, max: 400 }),
        validDays: fc.constantFrom(null, 30, 365),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(tests, (made) => {
        const known = made.map(({ result, days, validDays }) => test(result, addDays(today, -days), validDays));
        const state = patchTestStateOf(known, dye, today).state;
        const past = known.filter(({ doneOn }) => doneOn <= today);
        const holds = past.some(
          ({ result, doneOn, validDays }) => result === 'pass' && addDays(doneOn, Math.min(validDays ?? 9999, 180)) >= today,
        );
        expect(state !== 'valid' || holds).toBe(true);
        expect(past.length > 0 || state === 'missing').toBe(true);
      }),
    );
  });
});

it('an alert is shown from its first day to its last, both included (X23)', () => {
  const alert = { fromOn: today, untilOn: addDays(today, 1) };
  expect([-1, 0, 1, 2].map((days) => isAlertShownOn(alert, addDays(today, days)))).toEqual([false, true, true, false]);
  expect(isAlertShownOn({ fromOn: today, untilOn: null }, addDays(today, 4000))).toBe(true);
});
