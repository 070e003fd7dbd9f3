import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { answerOf, cli, errorOf } from '../helpers/cli.ts';

// The command line on a locked store (R191). In order: each test stands on the one before.

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-cli-lock-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const create = ['call', 'customers.create', '{"name":"尉迟敏仪"}'] as const;
const list = ['call', 'customers.list', '{}'] as const;
const names = async (...options: readonly string[]) =>
  answerOf(await cli('--store', at('shop.regulars'), ...options, ...list), contract.customers.list.output).rows.map(
    ({ name }) => name,
  );

it('makes a plain store unless told to lock it', async () => {
  expect((await cli('--store', at('plain.regulars'), ...create)).code).toBe(0);
  expect(readFileSync(at('plain.regulars'), 'latin1').startsWith('SQLite format 3')).toBe(true);
});

it('--encrypt locks a new store and writes the code into the file named', async () => {
  const made = await cli('--store', at('shop.regulars'), '--encrypt', '--code-file', at('code.txt'), ...create);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(at('code.txt'), 'utf8').trim().split(' ')).toHaveLength(12);
  const bytes = readFileSync(at('shop.regulars'));
  expect(bytes.toString('latin1').startsWith('SQLite')).toBe(false);
  expect(bytes.includes('尉迟敏仪')).toBe(false);
});

it('opens it with the code file, and with nothing else', async () => {
  expect(await names('--code-file', at('code.txt'))).toEqual(['尉迟敏仪']);
  const without = await cli('--store', at('shop.regulars'), ...list);
  expect([without.code, errorOf(without).code]).toEqual([1, 'store_locked']);
  writeFileSync(at('wrong.txt'), 'legal winner thank year wave sausage worth useful legal winner thank yellow');
  const wrong = await cli('--store', at('shop.regulars'), '--code-file', at('wrong.txt'), ...list);
  expect([wrong.code, errorOf(wrong).code]).toEqual([1, 'key_wrong']);
  const gone = await cli('--store', at('shop.regulars'), '--code-file', at('gone.txt'), ...list);
  expect([gone.code, errorOf(gone).code]).toEqual([1, 'file_missing']);
});

it('locks a store that was plain, prints the code once, and writes over no file', async () => {
  const taken = await cli('--store', at('plain.regulars'), '--encrypt', '--code-file', at('code.txt'), ...list);
  expect([taken.code, errorOf(taken).code]).toEqual([1, 'conflict']);
  expect(existsSync(at('plain.regulars.keys'))).toBe(false);
  const locked = await cli('--store', at('plain.regulars'), '--encrypt', ...list);
  expect(locked.code).toBe(0);
  const printed: unknown = JSON.parse(locked.stderr);
  expect(printed).toMatchObject({ recoveryCode: { length: 12 } });
  writeFileSync(at('printed.txt'), JSON.stringify(printed).replace('recoveryCode', ''));
  const opened = await cli('--store', at('plain.regulars'), '--code-file', at('printed.txt'), ...list);
  expect(answerOf(opened, contract.customers.list.output).rows).toHaveLength(1);
});
