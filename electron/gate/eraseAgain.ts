import { dirname } from 'node:path';
import { addToErasedFile, erasedFileBeside, erasedFileIn, readErasedFile } from '../files/erasedFile.ts';

/**
 * Erases again, in a copy that is to become the store, whoever was erased since it was made (R190): by the ids kept beside the store and
 * beside the backup, which are united beside the store. `erase` works on the copy. Errors: file_unreadable when a list of ids is damaged.
 */
export const eraseAgain = async (
  { storePath, backupPath }: { readonly storePath: string; readonly backupPath: string },
  erase: (customerIds: readonly string[]) => Promise<unknown>,
): Promise<void> => {
  const ids = [...readErasedFile(erasedFileBeside(storePath)), ...readErasedFile(erasedFileIn(dirname(backupPath)))];
  if (ids.length === 0) return;
  await erase(ids);
  await addToErasedFile(erasedFileBeside(storePath), ids);
};
