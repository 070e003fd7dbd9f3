import { Worker } from 'node:worker_threads';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../../../shared/errors.ts';
import type { Envelope } from '../../../../shared/errors.ts';
import type { Survey, Watch } from '../survey.ts';
import { tooManyCells, type Grid } from './grid.ts';
import { damaged } from './zipPackage.ts';

// Older spreadsheets and pages are read by a library that takes a file at one go: it neither pauses nor counts. So it works in a thread of
// its own, with a memory of its own, that is ended when somebody cancels or the file asks for too much.

/** What the thread is asked for. */
export interface ReadRequest {
  readonly id: number;
  readonly survey: Pick<Survey, 'path' | 'format' | 'encoding'>;
  readonly sheet: number | null;
}
/** What it answers. */
export interface ReadAnswer {
  readonly id: number;
  readonly envelope: Envelope<Grid>;
}

/** A spreadsheet of the limits' size takes some 300 MB while it is read. */
const MEMORY_MEGABYTES = 768;
/** How often a cancel is looked for. */
const LOOK_MILLISECONDS = 50;
/**
 * A damaged file can lead the library round in circles: so long for any file, and so much more for each megabyte, is many times what a
 * sound one takes. Then it counts as damaged.
 */
const LONGEST_MILLISECONDS = { any: 4000, megabyte: 2000 };
const MEGABYTE = 1 << 20;
/** The thread is kept for the next look at the file, not longer. */
const KEPT_MILLISECONDS = 60_000;

interface Thread {
  readonly worker: Worker;
  settle: ((answer: Envelope<Grid> | Error) => void) | null;
}
let kept: Thread | null = null;
let ending: NodeJS.Timeout | null = null;
let nextId = 1;

/** Ends the thread, whatever it is doing. */
export const endReadingThread = (): void => {
  if (ending !== null) clearTimeout(ending);
  const thread = kept;
  kept = null;
  void thread?.worker.terminate();
};

const startThread = (entry: URL): Thread => {
  // The library tells its console of every record it does not know, thousands in a damaged file: what the thread prints goes nowhere.
  const worker = new Worker(entry, {
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const thread: Thread = { worker, settle: null };
  worker.on('message', (answer: ReadAnswer) => {
    thread.settle?.(answer.envelope);
  });
  worker.on('error', (error: unknown) => {
    if (kept === thread) kept = null;
    thread.settle?.(error instanceof Error ? error : new Error('the reading thread failed'));
  });
  worker.on('exit', () => {
    if (kept === thread) kept = null;
    thread.settle?.(new Error('the reading thread ended'));
  });
  worker.unref();
  return thread;
};

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Reads one sheet of a spreadsheet or a page in a thread whose program is `entry`. One file at a time. Errors: file_damaged,
 * file_protected, file_too_large, bad_input (no such sheet), cancelled.
 */
export const readInThread = async (
  entry: URL,
  { path, format, encoding, bytes }: Survey,
  sheet: number | null,
  watch: Watch,
): Promise<Grid> => {
  if (kept?.settle) endReadingThread();
  if (ending !== null) clearTimeout(ending);
  kept ??= startThread(entry);
  const thread = kept;
  const id = nextId;
  nextId += 1;
  const longest = LONGEST_MILLISECONDS.any + (bytes / MEGABYTE) * LONGEST_MILLISECONDS.megabyte;
  let answer: Envelope<Grid> | Error | null = null;
  const answered = new Promise<void>((resolve) => {
    thread.settle = (given) => {
      answer = given;
      resolve();
    };
  });
  thread.worker.ref();
  thread.worker.postMessage({ id, survey: { path, format, encoding }, sheet } satisfies ReadRequest);
  const given = (): Envelope<Grid> | Error | null => answer;
  try {
    const stop = new AbortController();
    const looks = (async (): Promise<void> => {
      for (let looked = 0; given() === null; looked += 1) {
        watch.throwIfCancelled();
        if (looked * LOOK_MILLISECONDS >= longest) throw damaged();
        await wait(LOOK_MILLISECONDS, null, { signal: stop.signal }).catch(() => undefined);
      }
    })();
    try {
      await Promise.race([answered, looks]);
    } finally {
      stop.abort();
    }
  } catch (error) {
    // It is still at work.
    endReadingThread();
    throw error;
  } finally {
    thread.settle = null;
    thread.worker.unref();
    ending = setTimeout(endReadingThread, KEPT_MILLISECONDS);
    ending.unref();
  }
  const found = given();
  if (found === null || found instanceof Error) throw found !== null && isOutOfMemory(found) ? tooManyCells() : damaged();
  if (!found.ok) throw new AppError(found.error.code, found.error.details);
  return found.value;
};
