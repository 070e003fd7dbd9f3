import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { cents } from '../../types/amounts.ts';
import { addMonths, localDate } from '../../types/time.ts';
import { giftParts, MOST_GIFT_MONTHS } from './giftParts.ts';

describe('a gift in monthly parts (X58)', () => {
  test.prop([fc.nat(1_000_000_00), fc.integer({ min: 1, max: MOST_GIFT_MONTHS }), fc.integer({ min: 0, max: 30 })])(
    'comes to the gift to the cent, the first part at once and never less than another, one a month after that',
    (gift, months, day) => {
      const from = localDate(`2026-01-${String(day + 1).padStart(2, '0')}`);
      const [first, later] = giftParts(cents(gift), months, from);
      expect(first + later.reduce((sum, part) => sum + part.cents, 0)).toBe(gift);
      expect(later.every((part) => part.cents > 0 && part.cents <= first)).toBe(true);
      expect(later.map(({ dueOn }) => dueOn)).toEqual(later.map((_, index) => addMonths(from, index + 1)));
      expect([0, months - 1]).toContain(later.length);
    },
  );
});
