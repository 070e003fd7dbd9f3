import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { extractContainer, openContainer, readContainer } from '../../electron/container/read.ts';
import { erasedFileBeside, erasedFileIn, readErasedFile } from '../../electron/files/erasedFile.ts';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../../electron/store/audit.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { migrations } from '../../electron/store/migrations/index.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { refreshSummary } from '../../electron/store/summaries.ts';
import { personalTables } from '../../electron/store/personalTables.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { closeAll, makeTestFolder, openTestGate } from '../faults/support/gate.ts';
import { addLibraries, factInserts } from '../helpers/everyFact.ts';

// S8: a mark of its own in every text field of every table that is about one person, attachments and former values included; after the
// erasure it is looked for in the bytes of every file there is.

const MARK = 'ZEUGE';
const markOf = (...parts: readonly (string | number)[]): string => `${MARK}-${parts.join('-')}-`;

afterEach(() => closeAll());

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** Puts a mark into every text column that takes one: a column with a fixed set of values, a key or a JSON shape of its own refuses it. */
const markRows = (database: StoreDatabase, table: string, where: string, values: object): string[] => {
  const marked: string[] = [];
  for (const { name, type, pk } of plainRows<Column>(database, 'SELECT name, type, pk FROM pragma_table_info(@table)', {
    table,
  })) {
    if (type !== 'TEXT' || pk > 0 || /_date$|_on$/.test(name)) continue;
    for (const value of [markOf(table, name), JSON.stringify(markOf(table, name))])
      try {
        plainRun(database, `UPDATE "${table}" SET "${name}" = @value WHERE ${where}`, {
          ...values,
          value,
        });
        marked.push(`${table}.${name}`);
        break;
      } catch {
        // Refused: a fixed set of values, a key, a ledger.
      }
  }
  return marked;
};

/** One person with a row in every table, and a shop around them so that rows lie among others' and pages have been split. */
const fillShop = (path: string): { customerId: CustomerId; marked: string[] } => {
  const database = openStore(path);
  migrate(database);
  // Row by row, so that pages split as at a desk; the disk need not be waited for.
  database.connection.pragma('synchronous = OFF');
  addLibraries(database);
  const add = (id: string, number: string, name: string): void => {
    plainRun(
      database,
      `INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at) VALUES (@id, @number, @name, @name, 1, 1)`,
      { id, number, name },
    );
    plainRun(database, 'INSERT INTO customer_summaries (customer_id) VALUES (@id)', { id });
  };
  const idOf = (at: number): string => `0190${String(at).padStart(4, '0')}-0000-7000-8000-000000000000`;
  const person = idOf(150) as CustomerId;
  const other = idOf(151) as CustomerId;
  const noise = (at: number): string => 'x'.repeat((at * 37) % 700);
  for (let at = 0; at < 300; at += 1) {
    add(idOf(at), `N${at}`, `顾客${at}`);
    plainRun(database, 'UPDATE customers SET note = @note WHERE id = @id', { id: idOf(at), note: noise(at) });
  }
  // Values that were there once, written over by longer and shorter ones while the neighbours grow: copies stay in unused space.
  for (let round = 0; round < 60; round += 1) {
    plainRun(database, 'UPDATE customers SET note = @note, address = @address WHERE id = @person', {
      person,
      note: markOf('former', round) + noise(round),
      address: markOf('address', round),
    });
    for (let at = 140; at < 160; at += 1)
      if (at !== 150)
        plainRun(database, 'UPDATE customers SET note = @note WHERE id = @id', { id: idOf(at), note: noise(at * round + 7) });
  }
  for (const [at, [table, insertRow]] of Object.entries(factInserts).entries())
    for (const variant of [0, 1, 2]) {
      // Never two of one digest: the photo is this person's alone.
      insertRow(database, { owner: person, other, variant, id: `${at}${variant}` });
      if (table !== 'attachments') insertRow(database, { owner: other, other: person, variant, id: `9${at}${variant}` });
    }
  plainRun(
    database,
    `INSERT INTO points_entries (id, customer_id, at, business_date, kind, points, reason)
    VALUES ('entry', @person, 1, '2026-01-01', 'adjust', 5, @reason)`,
    { person, reason: markOf('points_entries', 'reason') },
  );
  plainRun(
    database,
    `INSERT INTO consents (id, customer_id, purpose, state, on_date, way, wording_version, note, at, before)
    VALUES ('consent', @person, 'phone', 'given', '2026-01-01', 'in_person', 1, @note, 1, @before)`,
    { person, note: markOf('consents', 'note'), before: JSON.stringify({ a: markOf('consents', 'before') }) },
  );
  plainRun(
    database,
    `INSERT INTO customer_changes (id, customer_id, at, business_date, action, fields, before)
    VALUES ('change', @person, 1, '2026-01-01', 'edited', @fields, @before)`,
    { person, fields: JSON.stringify([markOf('changes', 'fields')]), before: JSON.stringify({ a: markOf('changes', 'before') }) },
  );
  const content = Buffer.from(markOf('content').repeat(4000));
  const sha256 = createHash('sha256').update(content).digest('hex');
  plainRun(database, 'INSERT INTO attachment_blobs (sha256, bytes, content) VALUES (@sha256, @bytes, @content)', {
    sha256,
    bytes: content.length,
    content,
  });
  plainRun(
    database,
    `INSERT INTO attachments (id, customer_id, name, media_type, sha256, taken_on, created_at)
    VALUES ('photo', @person, @name, 'image/jpeg', @sha256, '2026-01-01', 1)`,
    { person, sha256, name: markOf('photo.jpg') },
  );
  plainRun(
    database,
    `INSERT INTO merges (id, at, business_date, survivor_id, other_id, choices)
    VALUES ('merge', 1, '2026-01-01', @person, @other, '{}')`,
    { person, other },
  );
  plainRun(
    database,
    `INSERT INTO merge_moves (merge_id, position, table_name, row_key, column_name, before, after, whole_row)
    VALUES ('merge', 1, 'visits', @json, 'customer_id', @json, @json, @json)`,
    { json: JSON.stringify(markOf('merge_moves')) },
  );
  const marked = ['customers', ...new Set(personalTables(database).map(({ table }) => table))].flatMap((table) => {
    const own = table === 'customers' ? 'id = @person' : personalTables(database).find((one) => one.table === table);
    if (own === undefined) return [];
    const where =
      typeof own === 'string'
        ? own
        : own.parent === 'customers'
          ? `"${own.column}" = @person`
          : `"${own.column}" IN (SELECT "${own.parentColumn}" FROM "${own.parent}" WHERE customer_id = @person)`;
    return markRows(database, table, where, { person });
  });
  plainRun(
    database,
    `INSERT INTO contact_methods (id, customer_id, type, value, e164, is_primary, created_at)
    VALUES ('phone', @person, 'mobile', '138 1111 2222', '+8613811112222', 1, 1)`,
    { person },
  );
  // And where they are named outside their own rows.
  const name = plainRows<{ name: string }>(database, 'SELECT name FROM customers WHERE id = @person', { person })[0]?.name ?? '';
  plainRun(
    database,
    `INSERT INTO import_rejected_rows (import_id, line, code, value, cells) VALUES ('import', 1, 'a', 'b', @cells),
    ('import', 2, 'a', @name, '[]')`,
    { cells: JSON.stringify(['13811112222', markOf('cell')]), name },
  );
  plainRun(database, `UPDATE imports SET file_name = @file`, { file: `${name}.vcf` });
  plainRun(database, `UPDATE handovers SET note = @note`, { note: `${name} 喜欢靠窗` });
  plainRun(
    database,
    `INSERT INTO exports (id, at, kind, format, row_count, columns, file_name)
    VALUES ('export', 1, 'customers', 'csv', 1, '[]', @file)`,
    { file: `${name}.csv` },
  );
  plainRun(
    database,
    `INSERT INTO customer_views (id, name, filter, columns, sort, direction, position, created_at, changed_at)
    VALUES ('view', '她', @filter, '[]', 'name', 'ascending', 0, 1, 1)`,
    { filter: JSON.stringify({ text: name }) },
  );
  plainRun(database, `INSERT INTO intakes (id, fields, opened_at, closed_at) VALUES ('form', '[]', 1, 2)`);
  plainRun(
    database,
    `INSERT INTO profile_proposals (id, intake_id, at, business_date, details)
    VALUES ('typed', 'form', 1, '2026-01-01', @details)`,
    { details: JSON.stringify({ name: markOf('typed'), phone: '138 1111 2222' }) },
  );
  // A backup is restored only when the books are right.
  for (const id of [person, other]) refreshSummary(database, id);
  closeStore(database);
  return { customerId: person, marked };
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Where the mark, or the number, stands in the bytes. */
const found = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => {
    const bytes = readFileSync(path);
    return [MARK, '13811112222', '138 1111 2222'].flatMap((text) => {
      const at = bytes.indexOf(text);
      return at < 0 ? [] : [`${path}: ${bytes.toString('utf8', at, at + 40)}`];
    });
  });

/** What a backup holds, decrypted, as a store of its own. */
const unpacked = async (path: string): Promise<string> => {
  const container = (await readContainer(path)) ?? expect.fail(path);
  const copy = join(makeTestFolder(), 'unpacked.db');
  await extractContainer(await openContainer(container, { own: null, code: null }), copy, {});
  return copy;
};

const openShop = async () => {
  const folder = makeTestFolder();
  const shop = join(folder, 'shop');
  const stick = join(folder, 'stick');
  for (const path of [shop, stick]) mkdirSync(path);
  const path = join(shop, 'shop.db');
  const filled = fillShop(path);
  const gate = await openTestGate(path);
  return { path, shop, stick, gate, ...filled };
};

const typedName = async (gate: Awaited<ReturnType<typeof openShop>>['gate'], customerId: CustomerId): Promise<string> =>
  (await gate.call('privacy.surveyErasure', { customerId })).name;

/** A shop of an older version that still knows the person, and somebody else. */
const makeOldShop = (path: string, customerId: CustomerId): void => {
  const old = openStore(path);
  migrate(
    old,
    migrations.filter(({ version }) => version <= 40),
  );
  for (const [id, name] of [
    [customerId, markOf('older')],
    ['0190a000-0000-7000-8000-00000000000f', '留着的'],
  ]) {
    plainRun(
      old,
      `INSERT INTO customers (id, number, name, name_pinyin, created_at, changed_at) VALUES (@id, @id, @name, @name, 1, 1)`,
      { id, name },
    );
    plainRun(old, 'INSERT INTO customer_summaries (customer_id) VALUES (@id)', { id });
  }
  closeStore(old);
};

describe('erasing a person (R190, S8)', () => {
  it('S8: leaves nothing of them in the store, its WAL, the files beside it and the newest backup, and a restore does not bring them back', async () => {
    const { path, shop, stick, gate, customerId, marked } = await openShop();
    // The test is worth what it marks.
    expect(marked.length).toBeGreaterThan(60);
    const older = await gate.call('backups.create', { folder: gate.token(stick) });
    copyFileSync(path, `${path}.before-version-140`);
    writeFileSync(`${path}.import-999999-1`, MARK);
    expect(found(filesUnder(shop)).length).toBeGreaterThan(0);
    expect(found([await unpacked(older.file)]).length).toBeGreaterThan(0);

    const typed = await typedName(gate, customerId);
    const erased = await gate.call('privacy.erase', { customerId, typed });
    expect(erased).toMatchObject({ isClean: true, copiesDeleted: 1, backup: { state: 'made', folder: stick } });
    expect(filesUnder(shop).map((one) => one.replace(`${shop}/`, ''))).toContain('shop.db-wal');
    expect(found(filesUnder(shop))).toEqual([]);
    const backup = erased.backup.state === 'made' ? erased.backup.fileName : '';
    expect(existsSync(backup)).toBe(true);
    expect(found([backup, await unpacked(backup)])).toEqual([]);

    // The desk goes on; what it writes later does not bring anything up again.
    for (let at = 0; at < 30; at += 1) await gate.call('customers.create', { name: `新顾客${at}`, note: 'y'.repeat(at * 40) });
    expect(found(filesUnder(shop))).toEqual([]);

    await gate.call('backups.restore', { file: gate.token(older.file) });
    expect(await gate.ask('customers.findById', { customerId })).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(found([path, `${path}-wal`, `${path}-shm`])).toEqual([]);
    // What the restore kept aside was clean already.
    expect(found(filesUnder(shop))).toEqual([]);
    await gate.gate.close();
    const store = openStore(path);
    expect([...integrityProblems(store), ...foreignKeyProblems(store), ...auditProblems(store)]).toEqual([]);
    closeStore(store);
  });

  it('S8: on another PC the list beside the backup does the same, and a copy put back by hand is cleared at the opening', async () => {
    const { path, shop, stick, gate, customerId } = await openShop();
    const older = await gate.call('backups.create', { folder: gate.token(stick) });
    await gate.call('privacy.erase', { customerId, typed: await typedName(gate, customerId) });
    expect(readErasedFile(erasedFileIn(stick))).toEqual([customerId]);
    expect(found([erasedFileIn(stick), erasedFileBeside(path)])).toEqual([]);

    const fresh = join(makeTestFolder(), 'new.db');
    const other = await openTestGate(fresh);
    await other.call('backups.restore', { file: other.token(older.file) });
    expect(await other.ask('customers.findById', { customerId })).toMatchObject({ ok: false });
    expect(found([fresh])).toEqual([]);

    await gate.gate.close();
    for (const side of ['', '-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
    copyFileSync(await unpacked(older.file), path);
    expect(found(filesUnder(shop)).length).toBeGreaterThan(0);
    const again = await openTestGate(path);
    expect(await again.ask('customers.findById', { customerId })).toMatchObject({ ok: false });
    expect(found(filesUnder(shop))).toEqual([]);
  });

  it('S8: a store of an older version put back by hand leaves nothing of them either, nor does the copy made before it is brought up to date', async () => {
    const { path, shop, gate, customerId } = await openShop();
    await gate.call('privacy.erase', { customerId, typed: await typedName(gate, customerId) });
    await gate.gate.close();
    for (const side of ['', '-wal', '-shm']) rmSync(`${path}${side}`, { force: true });
    makeOldShop(path, customerId);
    copyFileSync(path, `${path}.before-restore-then`);
    expect(found(filesUnder(shop)).length).toBeGreaterThan(1);
    const again = await openTestGate(path);
    expect(await again.call('customers.list', {})).toMatchObject({ rows: [{ name: '留着的' }] });
    expect(found(filesUnder(shop))).toEqual([]);
    // Whoever was not erased is opened as ever: nothing is made or taken away beside the store.
    await again.gate.close();
    const names = filesUnder(shop);
    await (await openTestGate(path)).gate.close();
    expect(filesUnder(shop)).toEqual(names);
  });

  it('S8: an older backup from before the tables of today is cleared by them', async () => {
    const { stick, gate, customerId } = await openShop();
    await gate.call('privacy.erase', { customerId, typed: await typedName(gate, customerId) });
    const older = join(stick, 'older.db');
    makeOldShop(older, customerId);
    await gate.call('backups.restore', { file: gate.token(older) });
    expect(await gate.ask('customers.findById', { customerId })).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(await gate.call('customers.list', {})).toMatchObject({ rows: [{ name: '留着的' }] });
  });

  it('S8: where the stick is not there, a backup is due until one is made, and older ones are named until they are deleted', async () => {
    const { stick, gate, customerId } = await openShop();
    const older = await gate.call('backups.create', { folder: gate.token(stick) });
    renameSync(stick, `${stick}-away`);
    const erased = await gate.call('privacy.erase', { customerId, typed: await typedName(gate, customerId) });
    expect(erased.backup).toEqual({ state: 'due', folder: stick, reason: 'folder_missing' });
    expect(await gate.call('privacy.erasures', {})).toMatchObject({ isBackupDue: true, olderBackups: [{ folder: stick }] });
    expect(await gate.ask('privacy.deleteOlderBackups', {})).toMatchObject({
      ok: false,
      error: { code: 'conflict', details: { reason: 'backup_due' } },
    });
    renameSync(`${stick}-away`, stick);
    expect(await gate.call('privacy.finishErasure', {})).toMatchObject({ isClean: true, backup: { state: 'made' } });
    expect(await gate.call('privacy.erasures', {})).toMatchObject({ isBackupDue: false, olderBackups: [{ folder: stick }] });
    expect(await gate.call('privacy.deleteOlderBackups', {})).toEqual({ deleted: 1, missing: 0 });
    expect(existsSync(older.file)).toBe(false);
    expect(await gate.call('privacy.erasures', {})).toMatchObject({ olderBackups: [] });
  });

  it('R190: is confirmed by the name, and what was spent stays as sums of a month without whose it was', async () => {
    const { path, gate, customerId } = await openShop();
    expect(await gate.ask('privacy.erase', { customerId, typed: 'somebody' })).toMatchObject({
      ok: false,
      error: { code: 'bad_input', details: { issues: [{ path: 'typed', message: 'name_differs' }] } },
    });
    const survey = await gate.call('privacy.surveyErasure', { customerId });
    await gate.call('privacy.erase', { customerId, typed: survey.name });
    const { anonymousVisits, anonymousCents, rows } = await gate.call('privacy.erasures', {});
    expect({ anonymousVisits, anonymousCents }).toEqual({ anonymousVisits: survey.visits, anonymousCents: survey.spendCents });
    expect(rows).toMatchObject([{ customers: 1 }]);
    await gate.gate.close();
    expect(statSync(path).size).toBeGreaterThan(0);
  });
});
