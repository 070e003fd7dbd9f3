import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../scripts/tools/paths.ts';
import type { Envelope } from '../../../shared/errors.ts';
import type { Places, Step } from './mixedWork.ts';

export interface ShopSetup {
  readonly storePath: string;
  readonly today: string | null;
  /** Side journal of a shop that works by itself. */
  readonly marks: string;
  readonly places: Places;
  readonly seed: number;
  /** Null: until it is killed. */
  readonly steps: number | null;
  /** Operations that come at a certain step, by its number. */
  readonly script: Readonly<Record<string, string>>;
  /** PRAGMA synchronous = OFF in the writer. */
  readonly isUnsynced: boolean;
}

/** A shop as most scenarios have it, on a Saturday; all its files below one folder, those that are watched in `watched`. */
export const setupOf = (
  own: { readonly storePath: string; readonly home: string; readonly seed: number } & Partial<ShopSetup>,
): ShopSetup => ({
  today: '2026-11-21',
  marks: join(own.home, 'marks.jsonl'),
  places: { lists: join(own.home, 'lists'), backups: join(dirname(own.storePath), 'backups') },
  steps: null,
  script: {},
  isUnsynced: false,
  ...own,
});

/** Not an answer: a shop that works by itself is open and begins. */
export const BEGUN = -1;

export type ToShop =
  | { readonly id: number; readonly do: 'open' | 'work'; readonly setup: ShopSetup }
  | { readonly id: number; readonly do: 'ask'; readonly step: Step }
  | { readonly id: number; readonly do: 'close' };
export interface FromShop {
  readonly id: number;
  readonly value: unknown;
  readonly problem: string | null;
}

/** A shop in another process. Answers are null when the process died first. */
export interface Shop {
  open(setup: ShopSetup): Promise<Envelope<null> | null>;
  ask(step: Step): Promise<Envelope<unknown> | null>;
  /** Works by itself; resolves when it is done or dead. */
  work(setup: ShopSetup): Promise<void>;
  close(): Promise<void>;
  kill(): Promise<void>;
  /** Lets it end by itself, which a killed one cannot: then what it compiled is kept for the next. */
  leave(): Promise<void>;
  readonly gone: Promise<void>;
  /** Once a shop that works by itself has opened its store. */
  readonly begun: Promise<void>;
  isGone(): boolean;
}

const entry = fileURLToPath(new URL('shopProcess.ts', import.meta.url));

export const startShop = async (environment: Readonly<Record<string, string>> = {}): Promise<Shop> => {
  const child = fork(entry, [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'regulars-faults'),
      ...environment,
    },
  });
  type Settle = { resolve: (value: unknown) => void; reject: (error: Error) => void };
  const waiting = new Map<number, Settle>();
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isGone = true;
      for (const { resolve: settle } of waiting.values()) settle(null);
      waiting.clear();
      resolve();
    });
  });
  const answered = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isGone) resolve(null);
      else waiting.set(id, { resolve, reject });
    });
  let hasBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve;
  });
  child.on('message', ({ id, value, problem }: FromShop) => {
    if (id === BEGUN) hasBegun();
    const settle = waiting.get(id);
    waiting.delete(id);
    if (problem === null) settle?.resolve(value);
    else settle?.reject(new Error(problem));
  });
  let nextId = 1;
  await answered(0);
  const send = async <T>(make: (id: number) => ToShop): Promise<T | null> => {
    const id = nextId;
    nextId += 1;
    const answer = answered(id);
    // One that has just died cannot be sent to; its end settles the answer.
    if (!isGone) child.send(make(id), () => undefined);
    return (await answer) as T | null;
  };
  return {
    gone,
    begun,
    isGone: () => isGone,
    open: (setup) => send((id) => ({ id, do: 'open', setup })),
    ask: (step) => send((id) => ({ id, do: 'ask', step })),
    work: async (setup) => {
      await send((id) => ({ id, do: 'work', setup }));
    },
    close: async () => {
      await send((id) => ({ id, do: 'close' }));
    },
    leave: async () => {
      child.disconnect();
      await gone;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
