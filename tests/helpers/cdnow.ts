import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

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
