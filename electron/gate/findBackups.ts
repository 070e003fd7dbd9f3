import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { backupContentSchema } from '../../shared/contract/backups.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { instant } from '../../shared/types/time.ts';
import { CONTAINER_ENDING, wholePath } from '../container/parts.ts';
import { openContainer, readContainer, requireAllParts } from '../container/read.ts';
import type { Container, Openers } from '../container/read.ts';
import { readPlacesFile } from '../files/placesFile.ts';
import { findVolumes } from '../files/volumes.ts';
import type { Volume } from '../files/volumes.ts';

// Backups of this shop, found without the store: in the places noted beside it and on every stick that is plugged in.

type Found = OutputOf<'rescue.report'>['backups'][number];

export interface FindParts {
  readonly storePath: string;
  readonly tokenOf: (path: string) => Found['token'];
  readonly own: Openers['own'];
  /** When the present store was last written; null: not known. */
  readonly lastWrittenAt: number | null;
  /** For tests: what is plugged in. */
  readonly volumes?: () => Promise<readonly Volume[]>;
}

const MOST_FOUND = 12;
const MOST_FOLDERS = 60;

const namesIn = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);

/** A stick's own folder and the ones in it. */
const foldersOn = async (volume: Volume): Promise<string[]> => {
  const inside = (await namesIn(volume.folder)).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return [volume.folder, ...inside.slice(0, MOST_FOLDERS).map(({ name }) => join(volume.folder, name))];
};

const isBackup = (name: string): boolean => name.endsWith(CONTAINER_ENDING) || name.endsWith(`${CONTAINER_ENDING}.001`);

/** Headers of the backups in a folder; what cannot be read is none. */
const containersIn = async (folder: string): Promise<Container[]> => {
  const names = (await namesIn(folder)).filter((entry) => entry.isFile() && isBackup(entry.name)).map(({ name }) => name);
  const containers = await Promise.all(names.map((name) => readContainer(join(folder, name)).catch(() => null)));
  return containers.filter((container) => container !== null);
};

const contentOf = async (container: Container, own: Openers['own']): Promise<Found['content']> => {
  try {
    return backupContentSchema.parse((await openContainer(container, { own, code: null })).info);
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup_locked') return null;
    throw error;
  }
};

const MINUTE = 60_000;

/** One that is not all there, or whose header does not hold, is none. */
const describe = async (container: Container, { tokenOf, own, lastWrittenAt }: FindParts): Promise<Found | null> => {
  try {
    await requireAllParts(container);
    const { header, path } = container;
    const content = await contentOf(container, own);
    const whole = wholePath(path);
    return {
      token: tokenOf(whole),
      fileName: basename(whole),
      place: basename(dirname(whole)) || dirname(whole),
      createdAt: instant(header.createdAt),
      isLocked: header.keys !== null && header.keys !== undefined,
      content,
      lossMinutes: lastWrittenAt === null ? null : Math.max(0, Math.ceil((lastWrittenAt - header.createdAt) / MINUTE)),
    };
  } catch {
    return null;
  }
};

/**
 * The newest backups that can be found, those of this shop first. A backup gets its name only once it was proven (R4), and it is proven again
 * before it takes the store's place.
 */
export const findBackups = async (parts: FindParts): Promise<Found[]> => {
  const { storePath, volumes = findVolumes } = parts;
  const known = await readPlacesFile(storePath);
  const onSticks = (await Promise.all((await volumes()).map(foldersOn))).flat();
  const folders = [...new Set([...(known?.folders ?? []), ...onSticks, dirname(storePath)])];
  const containers = (await Promise.all(folders.map(containersIn))).flat();
  const isOurs = ({ header }: Container): number => (known === null || header.storeId === known.storeId ? 1 : 0);
  const newest = containers.toSorted(
    (one, other) => isOurs(other) - isOurs(one) || other.header.createdAt - one.header.createdAt,
  );
  const found: Found[] = [];
  for (const container of newest) {
    if (found.length === MOST_FOUND) break;
    const described = await describe(container, parts);
    if (described) found.push(described);
  }
  return found;
};
