import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWholeFile } from './wholeFile.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'regulars-text-'));

test('the text is written whole and nothing else is left', async () => {
  const target = folder();
  await writeWholeFile(join(target, 'rows.csv'), '姓名,电话\n');
  expect(readFileSync(join(target, 'rows.csv'), 'utf8')).toBe('姓名,电话\n');
  expect(readdirSync(target)).toEqual(['rows.csv']);
});

test('a folder that is not there is named as such', async () => {
  await expect(writeWholeFile(join(folder(), 'gone', 'rows.csv'), 'x')).rejects.toMatchObject({ code: 'folder_missing' });
});

test('a file in the way of the folder is named as such', async () => {
  const target = folder();
  writeFileSync(join(target, 'file'), '');
  await expect(writeWholeFile(join(target, 'file', 'rows.csv'), 'x')).rejects.toMatchObject({ code: 'folder_missing' });
});
