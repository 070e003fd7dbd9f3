import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import type { PathToken } from '../../shared/types/ids.ts';
import { cdnow, cdnowText } from '../helpers/cdnow.ts';
import { dumpStore, storeHash } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

// A real purchase log, from the file to the summaries and back. In order: each test stands on the one before.

const wish = { form: 'purchases', preset: 'cdnow' } as const;
let importer: TestImporter;
let file: PathToken;
let before: string;
/** The few rows every store begins with. */
let rowsBefore: readonly string[];
let result: OutputOf<'imports.run'>;

beforeAll(() => {
  importer = openTestImporter({ today: localDate(cdnow.today), now: instant(Date.UTC(1998, 6, 1, 4)) });
  file = importer.write('CDNOW_master.txt', Buffer.from(cdnowText(), 'latin1'));
  rowsBefore = dumpStore(importer.store.database, { withoutTables: ['imports', 'import_mappings', 'engine_runs'] });
  before = storeHash(importer.store.database, { withoutTables: ['imports', 'import_mappings', 'engine_runs'] });
});
afterAll(() => {
  importer.close();
});

const one = (sql: string): unknown => plainRows(importer.store.database, sql)[0];
const facts = {
  rows: cdnow.purchases,
  customers: cdnow.customers,
  visits: cdnow.purchases,
  items: cdnow.items,
  amountCents: cdnow.cents,
  added: cdnow.purchases,
  updated: 0,
  skipped: 0,
  rejected: 0,
};

describe('the CDNOW log', () => {
  it('is seen for what it is', async () => {
    expect(await importer.inspect(file)).toMatchObject({
      encoding: 'utf-8',
      delimiter: 'spaces',
      hasHeader: true,
      form: 'purchases',
      columns: ['customer_id', 'date', 'number_of_cds', 'dollar_value'],
      mapping: ['customerNumber', 'date', 'quantity', 'amount'],
    });
  });
  it('is counted by the preview without a trace in the store', async () => {
    const preview = await importer.preview(file, wish);
    expect(preview.counts).toEqual(facts);
    expect(preview.sample[0]).toEqual({ line: 2, customer: '00001', on: '1997-01-01', amountCents: 1177, isNew: true });
    expect(storeHash(importer.store.database, { withoutTables: ['imports', 'import_mappings', 'engine_runs'] })).toBe(before);
  });
  it('comes in whole: every purchase, customer, cent and item', async () => {
    result = await importer.run(file, wish);
    expect(result).toMatchObject({ ...facts, alreadyImported: null, rejectedRows: [], ignoredColumns: [] });
    expect(one('SELECT count(*) AS visits, sum(total_cents) AS cents, sum(item_quantity) AS quantity FROM visits')).toEqual({
      visits: cdnow.purchases,
      cents: cdnow.cents,
      quantity: cdnow.items * 1000,
    });
    expect(one('SELECT count(*) AS lines, sum(amount_cents) AS cents, sum(quantity) AS quantity FROM visit_lines')).toEqual({
      lines: cdnow.purchases,
      cents: cdnow.cents,
      quantity: cdnow.items * 1000,
    });
    expect(
      one('SELECT count(*) AS people, sum(visit_count) AS visits, sum(spend_cents) AS cents FROM customer_summaries'),
    ).toEqual({
      people: cdnow.customers,
      visits: cdnow.purchases,
      cents: cdnow.cents,
    });
    expect(one('SELECT count(*) AS entries FROM points_entries')).toEqual({ entries: 0 });
  });
  it('keeps the purchases of one customer as the file has them', () => {
    const lines = cdnowText()
      .split('\r\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([number]) => number === '00028')
      .map(([, date = '', units, dollars]) => [
        `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
        Number(units) * 1000,
        dollars,
      ]);
    const stored = plainRows<{ day: string; quantity: number; cents: number }>(
      importer.store.database,
      `SELECT business_date AS day, item_quantity AS quantity, total_cents AS cents FROM visits
       JOIN customers ON customers.id = customer_id WHERE number = '00028' ORDER BY visits.id`,
    );
    expect(lines.length).toBeGreaterThan(1);
    expect(stored.map(({ day, quantity, cents }) => [day, quantity, (cents / 100).toFixed(2)])).toEqual(lines);
  });
  it('counts lines that are alike to the letter as purchases of their own', () => {
    const lines = cdnowText()
      .split('\r\n')
      .filter((line) => line.trim() !== '');
    expect(new Set(lines).size).toBeLessThan(lines.length);
    expect(lines.length - 1).toBe(cdnow.purchases);
  });
  it('puts every purchase at noon of its day in the shop’s zone', () => {
    expect(one('SELECT DISTINCT (at / 1000 + 8 * 3600) % 86400 AS seconds FROM visits')).toEqual({ seconds: 12 * 3600 });
  });
  it('says so when it comes a second time, and adds nothing', async () => {
    const written = one('SELECT total_changes() AS rows');
    const second = await importer.run(file, wish);
    expect(second).toMatchObject({
      added: 0,
      visits: 0,
      customers: 0,
      updated: 0,
      rejected: 0,
      skipped: cdnow.purchases,
      importId: null,
      alreadyImported: { importId: result.importId },
    });
    expect(one('SELECT total_changes() AS rows')).toEqual(written);
  });
  it('comes in once more when told to, to the same customers', async () => {
    const again = await importer.run(file, { ...wish, again: true });
    expect(again).toMatchObject(facts);
    expect(one('SELECT count(*) AS people FROM customers')).toEqual({ people: cdnow.customers });
    expect(one('SELECT count(*) AS visits FROM visits')).toEqual({ visits: 2 * cdnow.purchases });
    expect(await importer.undo(again.importId)).toEqual({
      customersRemoved: 0,
      customersKept: 0,
      visitsRemoved: cdnow.purchases,
      valuesKept: 0,
    });
    expect(one('SELECT sum(visit_count) AS visits, sum(spend_cents) AS cents FROM customer_summaries')).toEqual({
      visits: cdnow.purchases,
      cents: cdnow.cents,
    });
  });
  it('is taken back whole: the store is as it was before', async () => {
    expect(await importer.undo(result.importId)).toEqual({
      customersRemoved: cdnow.customers,
      customersKept: 0,
      visitsRemoved: cdnow.purchases,
      valuesKept: 0,
    });
    expect(dumpStore(importer.store.database, { withoutTables: ['imports', 'import_mappings', 'engine_runs'] })).toEqual(
      rowsBefore,
    );
    expect(storeHash(importer.store.database, { withoutTables: ['imports', 'import_mappings', 'engine_runs'] })).toBe(before);
  });
  it('may come in again after it was taken back', async () => {
    expect(await importer.run(file, wish)).toMatchObject({ ...facts, alreadyImported: null });
  });
});
