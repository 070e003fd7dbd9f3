import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { answerOf, cli, errorOf } from '../helpers/cli.ts';

// What the window asks before an import, the command line is told by options (R189). In order: each test stands on the one before.

let folder: string;
const inShop = (...args: readonly string[]) => cli('--store', join(folder, 'shop.regulars'), '--today', '2026-11-21', ...args);
const list = (name: string, points: number): string => {
  const file = join(folder, name);
  writeFileSync(file, `卡号,姓名,手机号,生日,生日类型,剩余积分\n1,王芳,13812342210,1990-10-16,0,${points}\n`);
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-cli-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wangFang = async () => answerOf(await inShop('customer', '10001'), contract.customers.findByNumber.output);
const importing = (file: string, ...options: readonly string[]) => inShop('import', file, '--form', 'customers', ...options);

it('--calendar-codes says what a figure in the column of calendars means', async () => {
  expect((await importing(list('a.csv', 86), '--calendar-codes', 'zero_solar')).code).toBe(0);
  expect((await wangFang()).fields.birthday).toMatchObject({ calendar: 'solar', month: 10, day: 16 });
});

it('--balances set makes the file right about points, and without it a balance that is there stays', async () => {
  const points = async () => (await wangFang()).summary.pointsBalance;
  expect(await points()).toBe(86);
  await importing(list('b.csv', 40));
  expect(await points()).toBe(86);
  await importing(list('c.csv', 41), '--balances', 'set');
  expect(await points()).toBe(41);
});

it('refuses what they do not know', async () => {
  const refused = await importing(list('d.csv', 1), '--balances', 'sometimes');
  expect([refused.code, errorOf(refused).code]).toEqual([2, 'usage_option_value']);
});
