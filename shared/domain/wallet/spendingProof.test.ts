import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { needsProof, spendingPinProblem, spendingProofs, waysOf } from './spendingProof.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 }).map(cents);

describe('a proof of who spends (X53)', () => {
  test.prop([fc.constantFrom(...spendingProofs), amount, amount, amount])(
    'is asked from an amount on: whoever is asked for less is asked for more, and nobody for nothing',
    (asked, from, spent, more) => {
      if (needsProof(asked, from, spent)) expect(needsProof(asked, from, cents(spent + more))).toBe(true);
      expect(needsProof(asked, from, cents(0))).toBe(false);
      expect(needsProof(asked, from, spent)).toBe(waysOf(asked).length > 0 && spent > 0 && spent >= from);
    },
  );

  it('takes 4 to 6 digits that nobody would try first', () => {
    for (const fine of ['4071', '40719', '407193']) expect(spendingPinProblem(fine)).toBeNull();
    for (const wrong of ['', '407', '4071938', '40719382', '40a1', '４０７１'])
      expect(spendingPinProblem(wrong)).toBe('spending_pin_not_digits');
    for (const easy of ['1234', '0000', '121212', '1990', '900131']) expect(spendingPinProblem(easy)).toBe('pin_trivial');
  });
});
