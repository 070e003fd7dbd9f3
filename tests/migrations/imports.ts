import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';

const importId = '00000000-0000-7000-8000-000000000001';

/** To version 70: imports and their refused rows are kept, without columns and cells that nobody noted then. */
export const importsStep = (database: () => StoreDatabase) => ({
  insertBefore: () => {
    plainRun(
      database(),
      `INSERT INTO imports (id, at, file_name, file_sha256, form, mapping, counts)
       VALUES (@importId, 1, 'a.csv', 'hash', 'customers', '["name"]', '{}')`,
      { importId },
    );
    plainRun(
      database(),
      `INSERT INTO import_rejected_rows (import_id, line, column_name, code, value) VALUES (@importId, 3, '手机', 'phone_invalid', 'x')`,
      { importId },
    );
  },
  expectAfter: () => {
    expect(plainRows(database(), 'SELECT id, file_name, columns FROM imports')).toEqual([
      { id: importId, file_name: 'a.csv', columns: '[]' },
    ]);
    expect(plainRows(database(), 'SELECT * FROM import_rejected_rows')).toEqual([
      { import_id: importId, line: 3, column_name: '手机', code: 'phone_invalid', value: 'x', cells: '[]' },
    ]);
    expect(plainRows(database(), 'SELECT count(*) AS kept FROM import_mappings')).toEqual([{ kept: 0 }]);
  },
});
