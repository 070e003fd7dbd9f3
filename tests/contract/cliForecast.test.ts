import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { cdnow, cdnowSampleText } from '../helpers/cdnow.ts';
import { fitted } from '../helpers/fitted.ts';
import { answerOf, cli, errorOf } from '../helpers/cli.ts';

// The real command line on the purchases on which the paper prints its figures.

let folder: string;
let store: string;
const inShop = (...args: readonly string[]) => cli('--store', store, '--today', cdnow.today, ...args);
const forecast = async (...args: readonly string[]) =>
  fitted(answerOf(await inShop('forecast', ...args), contract.forecast.get.output));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-forecast-'));
  store = join(folder, 'shop.regulars');
  const log = join(folder, 'CDNOW_sample.txt');
  writeFileSync(log, cdnowSampleText(), 'latin1');
  const done = answerOf(await inShop('import', log, '--form', 'purchases', '--preset', 'cdnow'), contract.imports.run.output);
  expect(done).toMatchObject({ customers: 2357, visits: 6919 });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the command line forecasts (P12, R118)', () => {
  it('with the figures of the paper, from the file to the parameters', async () => {
    // Fader, Hardie & Lee 2005, table 2; Fader & Hardie 2013.
    const answer = await forecast('--until', '1997-09-30');
    expect(answer).toMatchObject({ customers: 2357, repeatCustomers: 946, until: '1997-09-30', unit: 'week', horizon: 13 });
    const { params, logLikelihood } = answer;
    const spend = fitted(answer.spend);
    expect([params.r, params.alpha, params.a, params.b].map((value) => value.toFixed(3))).toEqual([
      '0.243',
      '4.414',
      '0.793',
      '2.426',
    ]);
    expect(logLikelihood.toFixed(1)).toBe('-9582.4');
    expect([spend.params.p, spend.params.q, spend.params.gamma].map((value) => value.toFixed(2))).toEqual([
      '6.25',
      '3.74',
      '15.44',
    ]);
  });

  it('in days as in weeks, as far ahead as it is asked', async () => {
    const answer = await forecast('--until', '1997-09-30', '--unit', 'day', '--horizon', '273');
    expect(answer).toMatchObject({ unit: 'day', horizon: 273 });
    expect(answer.params.alpha / 7).toBeCloseTo(4.414, 3);
    const weeks = await forecast('--until', '1997-09-30', '--horizon', '273');
    expect(answer.expectedPurchases).toBeCloseTo(weeks.expectedPurchases, 1);
  });

  it('says of a history of three months that it is too short', async () => {
    const answer = answerOf(await inShop('forecast', '--until', '1997-03-31'), contract.forecast.get.output);
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'too_short', found: 89, needed: 182 });
  });

  it.each([
    [['--until', '1997-02-30'], 'usage_option_value'],
    [['--until', '1998-07-02'], 'bad_input'],
    [['--unit', 'month'], 'usage_option_value'],
    [['--horizon', '0'], 'usage_option_value'],
    [['--horizon', '732'], 'usage_option_value'],
    [['--limit', '3'], 'usage_option_not_here'],
  ])('refuses %j', async (args, code) => {
    expect(errorOf(await inShop('forecast', ...args)).code).toBe(code);
  });
});
