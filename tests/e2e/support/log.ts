import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cdnowSampleText } from '../../helpers/cdnow.ts';
import { callFromPage } from './bridge.ts';
import { answerOpenDialog } from './dialogs.ts';
import type { Shop } from './shop.ts';

/** Brings the papers' sample of the real log in, as a person would who had chosen its file in the folder. */
export const importSample = async ({ app, page }: Shop, folder: string): Promise<void> => {
  const path = join(folder, 'CDNOW_sample.txt');
  await writeFile(path, cdnowSampleText(), 'latin1');
  await answerOpenDialog(app, [path]);
  const chosen = await callFromPage(page, 'shell.chooseFile', { purpose: 'import' });
  if (chosen === null) throw new Error('no file was chosen');
  await callFromPage(page, 'imports.run', { file: chosen.token, form: 'purchases', preset: 'cdnow' });
};
