import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { failure } from '../../shared/errors.ts';
import type { ReadAnswer, ReadRequest } from '../handlers/imports/formats/readInThread.ts';
import { readSpreadsheet } from '../handlers/imports/formats/spreadsheet.ts';
import { textPieces } from '../handlers/imports/records.ts';

// Spreadsheets of older programs and tables of pages, one after the other; whoever asked may end this thread at any moment.

const textOf = async ({ path, encoding }: ReadRequest['survey']): Promise<string> => {
  let text = '';
  for await (const piece of textPieces({ path, encoding: encoding ?? 'utf-8' })) text += piece;
  return text;
};

const answer = async ({ id, survey, sheet }: ReadRequest): Promise<ReadAnswer> => {
  try {
    const source = survey.format === 'page' ? await textOf(survey) : await readFile(survey.path);
    return { id, envelope: { ok: true, value: readSpreadsheet(source, sheet) } };
  } catch (error) {
    return { id, envelope: failure(error) };
  }
};

parentPort?.on('message', (request: ReadRequest) => {
  void answer(request).then((found) => parentPort?.postMessage(found));
});
