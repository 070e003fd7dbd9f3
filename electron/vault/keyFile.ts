import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { writeWholeFile } from '../files/wholeFile.ts';
import { sealSchema } from './seal.ts';

// The store's key never lies beside it in the clear: this file holds it sealed, once for each way in.

/** What a program of the operating system sealed; only the same person on the same PC opens it. */
const keyringSealSchema = z.strictObject({ sealed: z.base64() });

export const keyFileSchema = z.strictObject({
  format: z.literal('regulars-keys'),
  version: z.literal(1),
  /** Which key this is: a backup sealed with another is told apart before anything is tried. */
  keyId: z.uuid(),
  recoveryCode: sealSchema,
  keyring: keyringSealSchema.nullable(),
  /** Where the system keeps no secrets. */
  passphrase: sealSchema.nullable(),
});
export type KeyFile = z.output<typeof keyFileSchema>;

export const keyFilePath = (storePath: string): string => `${storePath}.keys`;

/** The keys of a store; null when it has none: it is in the clear. Throws AppError keys_damaged or a failure of the disk. */
export const readKeyFile = async (storePath: string): Promise<KeyFile | null> => {
  let text: string;
  try {
    text = await readFile(keyFilePath(storePath), 'utf8');
  } catch (error) {
    const known = appErrorFromFile(error);
    if (known instanceof AppError && known.code === 'file_missing') return null;
    throw known;
  }
  const parsed = keyFileSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new AppError('keys_damaged', {});
  return parsed.data;
};

export const writeKeyFile = async (storePath: string, keys: KeyFile): Promise<void> => {
  await writeWholeFile(keyFilePath(storePath), `${JSON.stringify(keyFileSchema.parse(keys), null, 2)}\n`);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
