import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mustRun } from '../tools/run.ts';

/** A package on the npm registry with the one content that we accept. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** sha512 of the package's tarball, base64. */
  readonly sha512: string;
}

/**
 * Fetches a package's tarball through npm itself, so that the user's registry, proxy and cache settings are
 * honoured, and returns the tarball's path. Throws when the content is not the pinned one.
 */
export async function fetchPackage(pinned: PinnedPackage, folder: string): Promise<string> {
  const what = `${pinned.name}@${pinned.version}`;
  await mustRun(`fetching ${what} from the npm registry`, 'npm', [
    'pack',
    what,
    '--pack-destination',
    folder,
    '--loglevel=error',
  ]);
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (file === undefined) throw new Error(`npm fetched no file for ${what}`);
  const tarball = join(folder, file);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== pinned.sha512) throw new Error(`${what} is not the pinned content: refused`);
  return tarball;
}
