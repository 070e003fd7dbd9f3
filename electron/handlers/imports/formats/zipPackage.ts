import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '../../../../shared/errors.ts';

/** A spreadsheet that unpacks to more than this is refused: far above any shop's list, far below what would fill the memory. */
const LIMIT_UNPACKED_BYTES = 160 * 1024 * 1024;
const LIMIT_ENTRIES = 4000;

const tooLarge = (): AppError => new AppError('file_too_large', { limitBytes: LIMIT_UNPACKED_BYTES });
export const damaged = (): AppError => new AppError('file_damaged', { looksLike: 'spreadsheet' });

/** A packed file of which each part is read piece by piece, never as a whole. */
export interface ZipPackage {
  /** Its parts' names, in its order. */
  readonly names: readonly string[];
  /** Bytes of a part once unpacked, as the package declares; 0 for none of that name. */
  sizeOf(name: string): number;
  /** The bytes of a part, proven by length and checksum at its end. Errors: file_damaged. */
  pieces(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

const open = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > LIMIT_ENTRIES) reject(tooLarge());
      else zip.readEntry();
    });
    zip.on('end', () => {
      resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });

/** The library breaks off when there is more or less than the entry declares; the checksum is left to us. */
async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const piece of await streamOf(zip, entry)) {
      const bytes = Buffer.from(piece);
      sum = crc32(bytes, sum);
      yield bytes;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged();
  }
  if (sum !== entry.crc32) throw damaged();
}

const isEncrypted = (entry: Entry): boolean => (entry.generalPurposeBitFlag & 1) === 1;
const nothing = async function* (): AsyncGenerator<Buffer> {
  // A part that is not there has no bytes.
};

/**
 * Opens a packed file: what it declares is added up before anything is unpacked, and no part can yield more than it declares. Errors:
 * file_too_large (a bomb), file_protected, file_damaged.
 */
export const openPackage = async (path: string): Promise<ZipPackage> => {
  let zip: ZipFile | null = null;
  try {
    zip = await open(path);
    const opened = zip;
    if (opened.entryCount > LIMIT_ENTRIES) throw tooLarge();
    const entries = await entriesOf(opened);
    if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > LIMIT_UNPACKED_BYTES) throw tooLarge();
    if (entries.some(isEncrypted)) throw new AppError('file_protected', {});
    // Some programs write backslashes, or another case than they name.
    const key = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
    const byName = new Map(entries.map((entry) => [key(entry.fileName), entry]));
    return {
      names: [...byName.keys()],
      sizeOf: (name) => byName.get(key(name))?.uncompressedSize ?? 0,
      pieces: (name) => {
        const entry = byName.get(key(name));
        return entry === undefined ? nothing() : piecesOf(opened, entry);
      },
      close: () => {
        opened.close();
      },
    };
  } catch (error) {
    zip?.close();
    throw error instanceof AppError ? error : damaged();
  }
};

/**
 * Unpacks every part once without keeping it, for a reader that unpacks by itself and believes what is declared. Errors: file_damaged,
 * cancelled.
 */
export const proveUnpackable = async (zip: ZipPackage, throwIfCancelled: () => void): Promise<void> => {
  for (const name of zip.names) {
    for await (const piece of zip.pieces(name)) {
      throwIfCancelled();
      if (piece.length === 0) break;
    }
  }
};
