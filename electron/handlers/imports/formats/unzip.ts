import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '../../../../shared/errors.ts';

/** A spreadsheet that unpacks to more than this is refused: far above any shop's list, far below what would fill the memory. */
const LIMIT_UNPACKED_BYTES = 160 * 1024 * 1024;
const LIMIT_ENTRIES = 4000;

const tooLarge = (): AppError => new AppError('file_too_large', { limitBytes: LIMIT_UNPACKED_BYTES });

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true }, (error, zip) => {
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

/** Unpacks one entry without keeping it: its true size. The library breaks off when there is more than the entry declares. */
const measure = (zip: ZipFile, entry: Entry, throwIfCancelled: () => void): Promise<number> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      let size = 0;
      stream.on('data', (piece: Buffer) => {
        size += piece.length;
        try {
          throwIfCancelled();
        } catch (cancelled) {
          reject(cancelled instanceof Error ? cancelled : new Error('cancelled'));
          stream.destroy();
        }
      });
      stream.on('end', () => {
        resolve(size);
      });
      stream.on('error', reject);
    });
  });

const isEncrypted = (entry: Entry): boolean => (entry.generalPurposeBitFlag & 1) === 1;

/**
 * Proves that a packed spreadsheet may be unpacked: what it declares is added up before anything is unpacked, then every entry is
 * unpacked piece by piece to see that it does not hold more than it declares. Errors: file_too_large (a bomb), file_protected,
 * file_damaged, cancelled.
 */
export const proveUnpackable = async (bytes: Buffer, throwIfCancelled: () => void): Promise<void> => {
  try {
    const zip = await open(bytes);
    if (zip.entryCount > LIMIT_ENTRIES) throw tooLarge();
    const entries = await entriesOf(zip);
    const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (declared > LIMIT_UNPACKED_BYTES) throw tooLarge();
    if (entries.some(isEncrypted)) throw new AppError('file_protected', {});
    if (!entries.some(({ fileName }) => /^\[content_types\]\.xml$|^xl\/|^content\.xml$/i.test(fileName)))
      throw new AppError('file_binary', { looksLike: 'archive' });
    for (const entry of entries) {
      throwIfCancelled();
      await measure(zip, entry, throwIfCancelled);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file_damaged', { looksLike: 'spreadsheet' });
  }
};
