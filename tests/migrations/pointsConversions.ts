import { expect } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { fillDatabase } from '../faults/support/fill.ts';

/** To version 496: both ledgers stay as they were, and nothing of them was converted. */
export const pointsConversionsStep = (database: () => StoreDatabase) => {
  const ledgers = (): unknown[] => [
    ...plainRows(database(), 'SELECT * FROM points_entries ORDER BY id'),
    ...plainRows(database(), 'SELECT * FROM stored_value_entries ORDER BY id'),
  ];
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = ledgers();
      expect(before).not.toEqual([]);
    },
    expectAfter: () => {
      expect(ledgers()).toEqual(before);
      expect(plainRows(database(), 'SELECT * FROM points_conversions')).toEqual([]);
    },
  };
};
