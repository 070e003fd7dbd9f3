import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Unpacks the entries of a zip for which `rename` names a target path (relative to `folder`), with their
 * permissions and symbolic links. Entries that would land outside the folder are refused.
 */
export async function unzip(file: string, folder: string, rename: (name: string) => string | undefined) {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = rename(entry.fileName);
      if (name === undefined || name === '') continue;
      const target = resolve(folder, name);
      if (relative(folder, target).startsWith('..')) throw new Error(`${file}: entry outside the folder: ${name}`);
      if (name.endsWith('/')) {
        await mkdir(target, { recursive: true });
        continue;
      }
      await mkdir(dirname(target), { recursive: true });
      // The upper half of the external attributes is the Unix mode.
      const mode = entry.externalFileAttributes >>> 16;
      const content = await zip.openReadStreamPromise(entry);
      if ((mode & 0o170000) === 0o120000) await symlink((await buffer(content)).toString(), target);
      else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  } finally {
    zip.close();
  }
}

/** Strips a leading folder from an entry's name; undefined when the entry lies elsewhere. */
export function without(prefix: string, name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}
