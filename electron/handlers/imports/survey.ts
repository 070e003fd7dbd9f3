import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { sniffFormat, type FileFormat } from './formats/sniff.ts';

// One pass over the bytes before anything is made of them: what the file is, and whether it may be read at all.

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A file larger than this is refused unread: text is read in pieces, the others as a whole. */
const LIMIT_BYTES: Readonly<Record<FileFormat, number>> = {
  text: 256 * 1024 * 1024,
  xlsx: 64 * 1024 * 1024,
  xls: 64 * 1024 * 1024,
  page: 64 * 1024 * 1024,
  vcard: 128 * 1024 * 1024,
};
/** More rows than this are refused; split the file by year. */
export const LIMIT_ROWS = 1_000_000;
const CHUNK_BYTES = 1 << 18;

export interface Survey {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  /** By its content, whatever its name says. */
  readonly format: FileFormat;
  /** Null where the file itself says how each text is written. */
  readonly encoding: Encoding | null;
  /** Lines of text with something on them, the header and lines inside quotes included. */
  readonly lines: number;
}

export interface Watch {
  progress(phase: string, done: number, total: number | null): void;
  throwIfCancelled(): void;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A failure of the file system as the person should hear it. */
const fileError = (error: unknown): unknown => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file_missing', {});
  if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EIO')
    return new AppError('file_unreadable', { cause: code });
  return error;
};

/** Opens a file for reading, or says why not: file_missing, file_unreadable. */
export const openFile = async (path: string): Promise<FileHandle> => {
  try {
    const information = await stat(path);
    if (!information.isFile()) throw new AppError('file_unreadable', {});
    return await open(path, 'r');
  } catch (error) {
    throw fileError(error);
  }
};

/** The bytes of a file, in pieces; the buffer is reused, so use a piece before asking for the next. */
export async function* pieces(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    let bytesRead: number;
    try {
      bytesRead = (await handle.read(buffer, 0, CHUNK_BYTES)).bytesRead;
    } catch (error) {
      throw fileError(error);
    }
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

const markOf = (head: Buffer): Encoding | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return null;
};

/** Control characters that no text has; tab, line ends, form feed and the old end-of-file mark are fine. */
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g;

/** Takes pieces of bytes and finds out whether all of them are text in an encoding. */
const makeChecker = (encoding: string): { isValid: boolean; take(piece: Uint8Array | null): void } => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return {
    isValid: true,
    take(piece) {
      if (!this.isValid) return;
      try {
        if (piece === null) decoder.decode();
        else decoder.decode(piece, { stream: true });
      } catch {
        this.isValid = false;
      }
    },
  };
};

/** Counts lines with something on them; a line end may be LF, CR LF or CR. */
const makeLineCounter = () => {
  let lines = 0;
  let isEmpty = true;
  return {
    take: (piece: Buffer): void => {
      let start = 0;
      for (;;) {
        const end = piece.indexOf(10, start);
        if (end === -1) break;
        const length = end - start - (end > start && piece[end - 1] === 13 ? 1 : 0);
        if (length > 0 || !isEmpty) lines += 1;
        isEmpty = true;
        start = end + 1;
      }
      if (start < piece.length) isEmpty = false;
    },
    total: (): number => lines + (isEmpty ? 0 : 1),
  };
};

/** Looks at text while it goes by: its encoding, its lines, whether it is text at all. */
const makeTextLook = (format: FileFormat) => {
  const [utf8, counter] = [makeChecker('utf-8'), makeLineCounter()];
  let mark: Encoding | null = null;
  let [isFirst, hasText, hasQuote] = [true, false, false];
  return {
    take: (piece: Buffer): void => {
      if (isFirst) mark = markOf(piece);
      isFirst = false;
      const isWide = mark === 'utf-16le' || mark === 'utf-16be';
      if (!isWide) {
        if (piece.includes(0)) throw new AppError('file_binary', { looksLike: 'unknown' });
        utf8.take(piece);
        counter.take(piece);
        hasQuote ||= piece.includes(34);
      }
      hasText ||= isWide ? piece.length > 2 : piece.some((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
      // Without quotes every line is a row; with them some are not, and the reader counts the rows itself.
      if (format === 'text' && counter.total() > (hasQuote ? LIMIT_ROWS * 4 : LIMIT_ROWS + 1))
        throw new AppError('file_too_large', { limitRows: LIMIT_ROWS });
    },
    finish: () => {
      utf8.take(null);
      if (!hasText) throw new AppError('file_empty', {});
      return { encoding: mark ?? (utf8.isValid ? 'utf-8' : 'gb18030'), isMarked: mark !== null, lines: counter.total() } as const;
    },
  };
};

/** A card file may mix encodings, and a spreadsheet is no text. */
const isPlainText = (format: FileFormat): boolean => format === 'text' || format === 'page';

/**
 * Surveys a file. Errors: file_missing, file_unreadable, file_empty, file_binary (details.looksLike), file_too_large, file_encoding.
 * The order of guesses: byte order mark, strict UTF-8, GB18030.
 */
export const surveyFile = async (path: string, watch: Watch): Promise<Survey> => {
  const handle = await openFile(path);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new AppError('file_empty', {});
    const hash = createHash('sha256');
    let format: FileFormat = 'text';
    let text: ReturnType<typeof makeTextLook> | null = null;
    let done = 0;
    for await (const piece of pieces(handle)) {
      watch.throwIfCancelled();
      if (done === 0) {
        format = sniffFormat(piece);
        const limitBytes = LIMIT_BYTES[format];
        if (size > limitBytes) throw new AppError('file_too_large', { limitBytes, bytes: size });
        text = isPlainText(format) ? makeTextLook(format) : null;
      }
      hash.update(piece);
      text?.take(piece);
      done += piece.length;
      watch.progress('survey', done, size);
    }
    const { encoding, isMarked, lines } = text?.finish() ?? { encoding: null, isMarked: false, lines: 0 };
    if (!isMarked && encoding === 'gb18030') await requireChinese(path, watch);
    return { path, fileName: basename(path), bytes: size, sha256: hash.digest('hex'), format, encoding, lines };
  } finally {
    await handle.close();
  }
};

/** The second guess reads the file again from its start: the first pass noticed too late that it is no UTF-8. */
const requireChinese = async (path: string, watch: Watch): Promise<void> => {
  const handle = await openFile(path);
  const checker = makeChecker('gb18030');
  let controls = 0;
  try {
    for await (const piece of pieces(handle)) {
      watch.throwIfCancelled();
      checker.take(piece);
      controls += piece.toString('latin1').match(CONTROL_CHARACTERS)?.length ?? 0;
    }
  } finally {
    await handle.close();
  }
  checker.take(null);
  if (controls > 0) throw new AppError('file_binary', { looksLike: 'unknown' });
  if (!checker.isValid) throw new AppError('file_encoding', {});
};
