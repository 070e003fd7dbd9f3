import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract, operations } from '../../shared/contract.ts';
import { importId as toImportId } from '../../shared/types/ids.ts';
import { cdnow, writeCdnow } from '../helpers/cdnow.ts';
import { answerOf, cli, errorOf, startCli } from '../helpers/cli.ts';

// The real command line on a real purchase log. In order: each test stands on the one before.

let folder: string;
let store: string;
let log: string;
const today = ['--today', cdnow.today] as const;
const inShop = (...args: readonly string[]) => cli('--store', store, ...today, ...args);
const importLog = (...more: readonly string[]) => inShop('import', log, '--form', 'purchases', '--preset', 'cdnow', ...more);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-cli-'));
  store = join(folder, 'shop.regulars');
  log = writeCdnow(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

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
const sumOf = (groups: readonly { readonly count: number }[]): number => groups.reduce((sum, { count }) => sum + count, 0);
const wordedRow = contract.callbacks.today.output.shape.rows.element.extend({
  reasons: z
    .array(
      z.object({
        code: z.string(),
        params: z.record(z.string(), z.unknown()),
        title: z.string().min(1),
        text: z.string().min(1),
      }),
    )
    .min(1),
});
const wordedList = contract.callbacks.today.output.extend({ rows: z.array(wordedRow) });

const expectSegmentsWhole = async (): Promise<void> => {
  const overview = answerOf(await inShop('segments'), contract.segments.overview.output);
  expect(overview).toMatchObject({ asOf: cdnow.today, customers: cdnow.customers });
  for (const axis of [overview.rfm, overview.rfm8, overview.value, overview.activity]) expect(sumOf(axis)).toBe(cdnow.customers);
  expect(overview.dormant).toBeGreaterThan(0);
  expect(overview.dormant).toBeLessThan(cdnow.customers);
};

describe('the command line on a real purchase log', () => {
  it('imports it to the last item and cent', async () => {
    const done = answerOf(await importLog(), contract.imports.run.output);
    expect(done).toMatchObject({ ...facts, alreadyImported: null });
    expect(toImportId(done.importId ?? '')).toBe(done.importId);
    expect(readdirSync(folder).filter((name) => name.includes('.import-'))).toEqual([]);
  });
  it('says that it was imported before, and adds nothing', async () => {
    const again = answerOf(await importLog(), contract.imports.run.output);
    expect(again).toMatchObject({ added: 0, visits: 0, customers: 0, skipped: cdnow.purchases, importId: null });
    expect(again.alreadyImported).not.toBeNull();
  });
  it('splits everyone into segments, each axis adding up', async () => {
    expect.hasAssertions();
    await expectSegmentsWhole();
  });
  it('names whom to call and why, with facts that are in the log', async () => {
    const list = answerOf(await inShop('--lang', 'en', 'today', '--limit', '5'), wordedList);
    expect(list.date).toBe(cdnow.today);
    expect(list.rows.length).toBe(5);
    const purchases = readFileSync(log, 'latin1')
      .split('\r\n')
      .map((line) => line.trim().split(/\s+/));
    for (const row of list.rows) {
      const days = purchases
        .filter(([number]) => number === row.customerNo)
        .map(([, day = '']) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
      expect(row.visitCount).toBe(days.length);
      const told = row.reasons.filter(({ params }) => 'lastOn' in params);
      expect(told.length).toBeGreaterThan(0);
      for (const { params } of told) {
        expect(params['lastOn']).toBe(days.toSorted().at(-1));
        expect(params['daysSince']).toBe((Date.parse(cdnow.today) - Date.parse(String(params['lastOn']))) / 86_400_000);
      }
    }
  });
  it('words the reasons in the language asked for', async () => {
    const chinese = answerOf(await inShop('today', '--limit', '1'), wordedList);
    const english = answerOf(await inShop('today', '--limit', '1', '--lang', 'en'), wordedList);
    expect(chinese.rows[0]?.reasons[0]?.text).toMatch(/\p{Script=Han}/u);
    expect(english.rows[0]?.reasons[0]?.text).not.toMatch(/\p{Script=Han}/u);
  });
  it('shows a customer by number and by id', async () => {
    const byNumber = answerOf(await inShop('customer', '00001'), contract.customers.findById.output);
    expect(byNumber.summary).toMatchObject({ visitCount: 1, spendCents: 1177, itemQuantity: 1000, lastPurchaseOn: '1997-01-01' });
    expect(answerOf(await inShop('customer', byNumber.id), contract.customers.findById.output)).toEqual(byNumber);
  });
  it('backs up, proves the backup, and brings a deleted store back from it', async () => {
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    const backup = answerOf(await inShop('backup', stick), contract.backups.create.output);
    expect(backup).toMatchObject({
      verified: true,
      counts: { customers: cdnow.customers, visits: cdnow.purchases, spendCents: cdnow.cents },
    });
    expect(existsSync(backup.file)).toBe(true);
    const proof = answerOf(await cli('verify', backup.file), contract.backups.verify.output);
    expect(proof).toMatchObject({ ok: true, problems: [], counts: backup.counts });
    for (const name of readdirSync(folder).filter((file) => file.startsWith('shop.regulars'))) rmSync(join(folder, name));
    const restored = answerOf(await inShop('restore', backup.file), contract.backups.restore.output);
    expect(restored.content.counts).toEqual(backup.counts);
    await expectSegmentsWhole();
  });
  it('reaches every other operation by call', async () => {
    const list = answerOf(await inShop('call', 'customers.list', '{"limit":2,"sort":"spend"}'), contract.customers.list.output);
    expect(list).toMatchObject({ total: cdnow.customers });
    expect(list.rows.length).toBe(2);
    const preview = answerOf(
      await inShop('call', 'imports.preview', JSON.stringify({ file: log, form: 'purchases' })),
      contract.imports.preview.output,
    );
    expect(preview.counts).toMatchObject({ rows: cdnow.purchases, visits: cdnow.purchases });
  });
});

describe('the contract on the command line', () => {
  it('is printed whole, without a store', async () => {
    const printed = answerOf(
      await cli('ops'),
      z.array(z.object({ name: z.string(), kind: z.string(), permission: z.string(), input: z.unknown(), output: z.unknown() })),
    );
    expect(printed.map(({ name }) => name)).toEqual([...operations.keys()]);
  });
  it('is explained by help', async () => {
    const run = await cli('help');
    expect(run.code).toBe(0);
    for (const command of ['import', 'today', 'segments', 'customer', 'backup', 'verify', 'restore', 'ops', 'call'])
      expect(run.stdout).toContain(`\n  ${command}`);
  });
});

describe('an error on the command line', () => {
  const fails = async (code: number, error: object, ...args: readonly string[]): Promise<void> => {
    const run = await cli(...args);
    expect(run.stdout).toBe('');
    expect(errorOf(run)).toMatchObject(error);
    expect(errorOf(run).message).not.toBe('');
    expect(run.code).toBe(code);
  };
  const fresh = (): string => join(folder, 'fresh.regulars');
  const write = (name: string, text: string | Uint8Array): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('is one sentence in the language asked for', async () => {
    const sentence = async (language: string, ...args: readonly string[]) =>
      errorOf(await cli('--lang', language, ...args)).message;
    expect(await sentence('zh-CN', 'today')).toMatch(/^\p{Script=Han}.*--store.*。$/u);
    expect(await sentence('en', 'today')).toMatch(/^--store [^\p{Script=Han}]+\.$/u);
    const missing = join(folder, 'mistyped.regulars');
    expect(await sentence('zh-CN', '--store', missing, 'today')).toContain(missing);
    expect(await sentence('en', '--store', missing, 'today')).toMatch(/^There is no such file[^\p{Script=Han}]+\.$/u);
  });
  it('tells an unknown command from an unknown option, with exit code 2', async () => {
    await fails(2, { code: 'usage_unknown_command' }, '--store', fresh(), 'sell');
    await fails(
      2,
      { code: 'usage_unknown_option', details: { option: '--colour' } },
      '--store',
      fresh(),
      'today',
      '--colour',
      'red',
    );
    await fails(2, { code: 'usage_option_missing', details: { option: '--store' } }, 'today');
    await fails(2, { code: 'usage_option_value' }, '--store', fresh(), '--today', '1998-02-30', 'today');
    await fails(2, { code: 'usage_bad_json' }, '--store', fresh(), 'call', 'customers.list', '{');
  });
  it('names the operation that is not there and the field that is wrong', async () => {
    await fails(
      1,
      { code: 'unknown_operation', details: { name: 'customers.sell' } },
      '--store',
      fresh(),
      'call',
      'customers.sell',
      '{}',
    );
    await fails(
      1,
      { code: 'bad_input', details: { issues: [{ path: 'limit' }] } },
      '--store',
      fresh(),
      'call',
      'customers.list',
      '{"limit":1000}',
    );
  });
  it('does not make a new shop out of a mistyped path', async () => {
    const missing = join(folder, 'mistyped.regulars');
    await fails(1, { code: 'file_missing', details: { path: missing } }, '--store', missing, 'today');
    expect(existsSync(missing)).toBe(false);
  });
  it('leaves a file that is no store as it is', async () => {
    const other = write('other.regulars', 'a diary, not a database');
    await fails(1, { code: 'db_not_database' }, '--store', other, 'today');
    expect(readFileSync(other, 'utf8')).toBe('a diary, not a database');
  });
  it.each([
    ['a file that is not there', 'none.csv', null, { code: 'file_missing' }],
    ['an empty file', 'empty.csv', '', { code: 'file_empty' }],
    ['a binary file', 'binary.csv', Uint8Array.from([1, 0, 2]), { code: 'file_binary' }],
    [
      'an open quote, by its line',
      'quote.csv',
      'customer_id,date,amount\n1,20240501,"5\n',
      { code: 'file_unterminated_quote', details: { line: 2 } },
    ],
    [
      'a missing column, by its meaning',
      'column.csv',
      'customer_id,date,colour\n1,20240501,red\n',
      { code: 'column_missing', details: { field: 'amount' } },
    ],
  ])('names what is wrong with an import: %s', async (_, name, content, error) => {
    const path = join(folder, name);
    if (content !== null) writeFileSync(path, content);
    const details: unknown = expect.objectContaining({ ...('details' in error && error.details), path });
    await fails(1, { ...error, details }, '--store', fresh(), 'import', path, '--form', 'purchases');
  });
  it('names a column that the preset does not know', async () => {
    const path = write('euros.txt', 'customer_id date number_of_cds euros\n1 19970101 1 5\n');
    await fails(
      1,
      { code: 'column_unknown', details: { column: 'euros' } },
      '--store',
      fresh(),
      'import',
      path,
      '--form',
      'purchases',
      '--preset',
      'cdnow',
    );
  });
  it('is no error when only some rows are bad: the good ones come in, the bad ones are listed', async () => {
    const file = write(
      'some.csv',
      'customer_id,date,quantity,amount\n1,19970101,1,5\n2,19990101,1,5\n3,19970101,1,five\n4,1997\n',
    );
    const run = await cli('--store', join(folder, 'some.regulars'), ...today, 'import', file, '--form', 'purchases');
    expect(answerOf(run, contract.imports.run.output)).toMatchObject({
      added: 1,
      rejected: 3,
      rejectedRows: [
        { line: 3, column: 'date', code: 'date_in_future', value: '19990101' },
        { line: 4, column: 'amount', code: 'amount_invalid', value: 'five' },
        { line: 5, column: null, code: 'row_too_short', value: '4 1997' },
      ],
    });
  });
  it('follows Ctrl+C: the import stops and the store stays empty', async () => {
    const path = join(folder, 'stopped.regulars');
    const running = startCli('--store', path, ...today, '--verbose', 'import', log, '--form', 'purchases');
    await running.said('progress: survey');
    running.kill('SIGINT');
    const run = await running.done;
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('"cancelled"');
    const list = answerOf(await cli('--store', path, 'call', 'customers.list', '{}'), contract.customers.list.output);
    expect(list.total).toBe(0);
  });
});
