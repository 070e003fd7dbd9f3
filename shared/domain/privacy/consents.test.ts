import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { consentPurposes, recordsConsent, standingConsent } from './consents.ts';
import type { ConsentEntry } from './consents.ts';

const entry = fc.record({
  id: fc.uuid(),
  purpose: fc.constantFrom(...consentPurposes),
  state: fc.constantFrom('given' as const, 'withdrawn' as const),
  on: fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01').map(localDate),
  at: fc.nat({ max: 3 }),
  undoneAt: fc.option(fc.nat(), { nil: null }),
});
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 12 });

describe('which consent stands (R190)', () => {
  test.prop([entries, fc.constantFrom(...consentPurposes)])(
    'is the latest of its purpose that was not taken back, in whatever order they are read',
    (history, purpose) => {
      const standing = standingConsent(history, purpose);
      expect(standingConsent([...history].reverse(), purpose)).toEqual(standing);
      const rivals = history.filter((one) => one.purpose === purpose && one.undoneAt === null);
      const key = (one: ConsentEntry): string => `${one.on} ${one.at} ${one.id}`;
      expect(standing && key(standing)).toBe(rivals.map(key).sort().at(-1));
    },
  );

  it('a withdrawal of the same day wins over the consent on the card, a later consent over the withdrawal', () => {
    const [one, two] = [localDate('2026-01-01'), localDate('2026-01-02')];
    expect(recordsConsent({ consentOn: null, consentWithdrawnOn: null })).toBeNull();
    expect(recordsConsent({ consentOn: one, consentWithdrawnOn: one })?.state).toBe('withdrawn');
    expect(recordsConsent({ consentOn: two, consentWithdrawnOn: one })).toEqual({ state: 'given', on: two });
    expect(recordsConsent({ consentOn: one, consentWithdrawnOn: two })).toEqual({ state: 'withdrawn', on: two });
  });
});
