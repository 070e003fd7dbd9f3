import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeWholeFile } from './wholeFile.ts';

// Where this shop's backups went, outside the store: when the store itself cannot be read they are found all the same (R3).

/** Beside the store. */
export const placesFileBeside = (storePath: string): string => `${storePath}.places`;

const FORMAT = 'regulars-places-1';

export interface RememberedPlaces {
  /** Which store it is, in the words of its backups' headers. */
  readonly storeId: string;
  readonly folders: readonly string[];
}

const parsed = (said: unknown): RememberedPlaces | null => {
  if (typeof said !== 'object' || said === null || !('format' in said) || said.format !== FORMAT) return null;
  if (!('storeId' in said) || typeof said.storeId !== 'string' || !('folders' in said) || !Array.isArray(said.folders))
    return null;
  return { storeId: said.storeId, folders: said.folders.filter((folder: unknown) => typeof folder === 'string') };
};

/** None when there is no file or it is damaged: then the sticks are searched. */
export const readPlacesFile = async (storePath: string): Promise<RememberedPlaces | null> => {
  if (!existsSync(placesFileBeside(storePath))) return null;
  try {
    const said: unknown = JSON.parse(await readFile(placesFileBeside(storePath), 'utf8'));
    return parsed(said);
  } catch {
    return null;
  }
};

/** Writes them down when they are others than before. The file is whole at any time. */
export const writePlacesFile = async (storePath: string, { storeId, folders }: RememberedPlaces): Promise<void> => {
  const known = await readPlacesFile(storePath);
  if (known?.storeId === storeId && JSON.stringify(known.folders) === JSON.stringify(folders)) return;
  await writeWholeFile(placesFileBeside(storePath), JSON.stringify({ format: FORMAT, storeId, folders }));
};
