import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gatherPurchases } from '../../shared/domain/forecast/history.ts';
import type { Purchases } from '../../shared/domain/forecast/history.ts';
import { localDateOf } from '../../shared/types/time.ts';

const packed = join(import.meta.dirname, '..', 'fixtures', 'cdnow-master.txt.gz');

/** What the CDNOW log holds; see tests/fixtures/README.md. */
export const cdnow = { purchases: 69_659, customers: 23_570, cents: 250_031_563, items: 167_881, today: '1998-07-01' } as const;

/** The text of the log. */
export const cdnowText = (): string => gunzipSync(readFileSync(packed)).toString('latin1');

/** Unpacks the log into a folder and returns its path. */
export const writeCdnow = (folder: string): string => {
  const path = join(folder, 'CDNOW_master.txt');
  writeFileSync(path, gunzipSync(readFileSync(packed)));
  return path;
};

const sampled = join(import.meta.dirname, '..', 'fixtures', 'cdnow-sample-customers.txt');

/** The lines of the customers on whom the papers of BG/NBD and Gamma-Gamma print their figures; the header goes before them. */
export const cdnowSampleText = (): string => {
  const customers = new Set(readFileSync(sampled, 'latin1').trim().split(/\s+/));
  const [header = '', ...lines] = cdnowText().trimEnd().split('\r\n');
  return [header, ...lines.filter((line) => customers.has(line.trim().slice(0, 5))), ''].join('\r\n');
};

/** The purchases of a log's text as the forecast takes them: a day's together. */
export const purchasesOf = (text: string): readonly Purchases[] => {
  const lines = text.trimEnd().split('\r\n').slice(1);
  const gathered = gatherPurchases();
  // The log itself goes by customer and by day.
  for (const line of lines) {
    const [customer = '', date = '', , value = ''] = line.trim().split(/\s+/);
    const on = localDateOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)));
    gathered.add(customer, on, Math.round(Number(value) * 100));
  }
  return gathered.all();
};
