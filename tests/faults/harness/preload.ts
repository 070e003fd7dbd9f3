import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from './scenario.ts';

const source = join(import.meta.dirname, 'preload', 'faults.c');

export interface Preload {
  readonly library: string | null;
  readonly whyNot: string | null;
}

/** Compiles the library into the folder with the system's compiler; tells why not where there is none. */
export const compilePreload = (folder: string): Preload => {
  if (process.platform !== 'linux') return { library: null, whyNot: 'needs Linux' };
  const library = join(folder, 'faults.so');
  const built = spawnSync('cc', ['-O1', '-fPIC', '-shared', '-o', library, source, '-ldl', '-lpthread'], { encoding: 'utf8' });
  if (built.error) return { library: null, whyNot: 'no C compiler (cc)' };
  if (built.status !== 0) return { library: null, whyNot: `cc refused: ${built.stderr.split('\n')[0] ?? ''}` };
  return { library, whyNot: null };
};

const words = ['armed', 'counted', 'failAt', 'failWith', 'failForGood', 'killAt', 'clockOffset', 'failed'] as const;
type Word = (typeof words)[number];

/** The words that a program under the library looks at, call by call. */
export interface Control {
  readonly path: string;
  set(values: Partial<Readonly<Record<Word, number>>>): void;
  get(word: Word): number;
  close(): void;
}

export const makeControl = (path: string): Control => {
  const file = openSync(path, 'w+');
  writeSync(file, Buffer.alloc(words.length * 8), 0, words.length * 8, 0);
  const word = Buffer.alloc(8);
  return {
    path,
    set: (values) => {
      // In the order given: `armed` comes last where it matters.
      for (const name of words) {
        const value = values[name];
        if (value === undefined || name === 'armed') continue;
        word.writeBigInt64LE(BigInt(value));
        writeSync(file, word, 0, 8, words.indexOf(name) * 8);
      }
      if (values.armed === undefined) return;
      word.writeBigInt64LE(BigInt(values.armed));
      writeSync(file, word, 0, 8, 0);
    },
    get: (name) => {
      readSync(file, word, 0, 8, words.indexOf(name) * 8);
      return Number(word.readBigInt64LE());
    },
    close: () => {
      closeSync(file);
    },
  };
};

export interface PreloadUse {
  readonly folders: readonly string[];
  readonly control?: Control;
  readonly log?: string;
  readonly marks?: string;
}

/** What a program's environment needs so that the library stands below it. */
export const preloadEnvironment = (library: string, use: PreloadUse): Record<string, string> => ({
  LD_PRELOAD: library,
  FAULTS_FOLDERS: use.folders.join(':'),
  // Its calls would pass by the C library.
  UV_USE_IO_URING: '0',
  ...(use.control && { FAULTS_CONTROL: use.control.path }),
  ...(use.log !== undefined && { FAULTS_LOG: use.log }),
  ...(use.marks !== undefined && { FAULTS_MARKS: use.marks }),
});

/** Linux numbers of the errors that are tried. */
export const errnos = { EIO: 5, ENOSPC: 28 } as const;

/** Whether the library really stands below a program here: some systems refuse it without a word. */
export const whyPreloadFails = (library: string, folder: string): string | null => {
  try {
    const control = makeControl(join(folder, 'probe'));
    control.set({ clockOffset: 40 * 365 * 86_400 });
    const asked = spawnSync(process.execPath, ['-p', 'Date.now()'], {
      encoding: 'utf8',
      env: { ...process.env, ...preloadEnvironment(library, { folders: [folder], control }) },
    });
    control.close();
    return Number(asked.stdout) > Date.now() + 39 * 365 * 86_400_000 ? null : 'LD_PRELOAD has no effect here';
  } catch (error) {
    return messageOf(error);
  }
};
