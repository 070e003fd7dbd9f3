import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deleteCustomers } from '../../electron/store/bin.ts';
import { plainRun, transaction } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-deleted-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('what is deleted or written over is gone from the file, also before a person is erased (R190, S8)', () => {
  const path = join(folder, 'shop.db');
  const note = (text: string): void => {
    const database = openStore(path);
    plainRun(database, 'UPDATE customers SET note = @text WHERE id = @id', { text, id: customerIdOf(3) });
    closeStore(database);
  };
  const made = openStore(path);
  migrate(made);
  fillDatabase(made);
  closeStore(made);
  const [former, last] = ['former-secret', 'last-secret'];
  note(`${former}, ${'long '.repeat(40)}`);
  expect(readFileSync(path).includes(former)).toBe(true);
  note(last);
  expect(readFileSync(path).includes(former)).toBe(false);
  expect(readFileSync(path).includes(last)).toBe(true);

  const database = openStore(path);
  transaction(database, () => {
    deleteCustomers(database, [customerIdOf(3)]);
  });
  closeStore(database);
  expect(readFileSync(path).includes(last)).toBe(false);
});
