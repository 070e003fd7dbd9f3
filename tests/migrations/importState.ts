import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

const imports = (database: StoreDatabase): Record<string, unknown>[] =>
  plainRows<Record<string, unknown>>(database, 'SELECT * FROM imports ORDER BY id');

/** To version 220: every import of before has come in whole, whether it was taken back since or not; others states are known, and no more. */
export const importStateStep = (database: () => StoreDatabase) => {
  let before: Record<string, unknown>[] = [];
  return {
    insertBefore: () => {
      for (const [id, undoneAt] of [
        ['stands', null],
        ['undone', 5],
      ] as const)
        plainRun(
          database(),
          `INSERT INTO imports (id, at, file_name, file_sha256, form, mapping, counts, undone_at)
           VALUES (@id, 1, 'a.csv', 'x', 'customers', '[]', '{}', @undoneAt)`,
          { id, undoneAt },
        );
      before = imports(database());
    },
    expectAfter: () => {
      expect(imports(database())).toEqual(before.map((row) => ({ ...row, state: 'finished', highest_number: null })));
      plainRun(database(), `UPDATE imports SET state = 'committing' WHERE id = 'stands'`);
      expect(() => plainRun(database(), `UPDATE imports SET state = 'lost'`)).toThrow(/CHECK/);
    },
  };
};
