import { AppError, failure } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { FromWorker, WorkerStart } from './protocol.ts';
import type { Session } from './session.ts';
import { linkWorker } from './workerLink.ts';
import type { WorkerLink } from './workerLink.ts';

export interface WorkerEntries {
  readonly store: URL | string;
  readonly engine: URL | string;
}

export interface Log {
  warn(text: string): void;
  error(text: string): void;
}

export interface HostOptions extends Omit<WorkerStart, 'isShared'> {
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly onEvent: (event: AppEvent) => void;
  /** The store itself turned out to be damaged while it was open. */
  readonly onDamage?: (error: AppError) => void;
}

export interface Request {
  readonly name: string;
  readonly input: unknown;
  readonly session: Session;
  readonly paths: Readonly<Record<string, string>>;
}

/** Owns the two workers' life. */
export interface StoreHost {
  /** Whether the store is open, or why not. */
  state(): Envelope<null>;
  askStore(request: Request): Promise<Envelope<unknown>>;
  askEngine(request: Request, jobId: string | null): Promise<Envelope<unknown>>;
  /** A write of the gate's own, which no caller can ask for. */
  askInternal(name: string, input: unknown, session: Session): Promise<Envelope<unknown>>;
  cancel(jobId: string): boolean;
  close(): Promise<void>;
}

/** A worker that dies more often than this within a minute is not started again. */
const MAXIMUM_RESTARTS = 3;
const RESTART_WINDOW_MILLISECONDS = 60_000;

const ASIDE_IDLE_MILLISECONDS = 15_000;

/** Questions about files that are not the store. */
export const ofOtherFiles: ReadonlySet<string> = new Set(['backups.verify', 'backups.inspect']);

/** Studies that read every page of a store without a pause: on the engine's thread every list would wait for them. */
const minutesLong: ReadonlySet<string> = new Set(['backups.create', 'backups.verify', 'backups.checkStore']);

/**
 * Starts the writer (which brings the schema up to date), then the engine. A dead worker is started again and what was
 * pending fails with `store_restarted`; nothing is repeated by itself, for a command may have been written.
 */
export const startStoreHost = async (options: HostOptions): Promise<StoreHost> => {
  const { storePath, storeKey, today, acceptsLoss = false } = options;
  const start: WorkerStart = { storePath, storeKey, isShared: true, today };
  const cancelFlags = new Map<string, Int32Array<SharedArrayBuffer>>();
  const deaths: number[] = [];
  let openState: Envelope<null> = { ok: true, value: null };
  let store: WorkerLink;
  let engine: WorkerLink;

  const mayRestart = (): boolean => {
    const now = Date.now();
    deaths.push(now);
    return deaths.filter((at) => now - at < RESTART_WINDOW_MILLISECONDS).length <= MAXIMUM_RESTARTS;
  };

  /** Listens to a thread; what it asks the writer to write is answered to that thread. */
  const hear =
    (link: () => WorkerLink) =>
    (message: Exclude<FromWorker, { type: 'ready' | 'reply' | 'closed' }>): void => {
      if (message.type === 'event') options.onEvent(message.event);
      else if (message.type === 'log') options.log[message.level](message.text);
      else {
        const { id, name, input, session } = message;
        void store.call({ type: 'internal', name, input, session, paths: {}, jobId: null, cancelFlag: null }).then((envelope) => {
          link().send({ type: 'written', id, envelope });
        });
      }
    };

  const died = (which: string, restart: () => void) => (error: unknown) => {
    options.log.error(`${which} worker died: ${error instanceof Error ? (error.stack ?? error.message) : 'no cause given'}`);
    if (mayRestart()) {
      restart();
      options.onEvent({ type: 'storeRestarted' });
    } else openState = failure(new AppError('store_restarted'));
  };
  const startStore = (): WorkerLink =>
    linkWorker(
      options.workers.store,
      { ...start, acceptsLoss },
      {
        onMessage: hear(() => store),
        onDeath: died('store', () => {
          store = startStore();
        }),
      },
    );
  const startEngine = (): WorkerLink =>
    linkWorker(options.workers.engine, start, {
      onMessage: hear(() => engine),
      onDeath: died('engine', () => {
        engine = startEngine();
      }),
    });

  let aside: WorkerLink | null = null;
  let asideCalls = 0;
  let asideIdle: NodeJS.Timeout | undefined;
  const closeAside = async (): Promise<void> => {
    clearTimeout(asideIdle);
    const link = aside;
    aside = null;
    await link?.close();
  };
  const startAside = (): WorkerLink => {
    const link: WorkerLink = linkWorker(options.workers.engine, start, {
      onMessage: hear(() => link),
      onDeath: (error) => {
        if (aside === link) aside = null;
        options.log.error(`aside worker died: ${error instanceof Error ? (error.stack ?? error.message) : 'no cause given'}`);
      },
    });
    return link;
  };
  /** Runs a study on a thread that ends when nobody has needed it for a while. */
  const callAside = async (call: Parameters<WorkerLink['call']>[0]): Promise<Envelope<unknown>> => {
    clearTimeout(asideIdle);
    aside ??= startAside();
    asideCalls += 1;
    try {
      return await aside.call(call);
    } finally {
      asideCalls -= 1;
      if (asideCalls === 0) asideIdle = setTimeout(() => void closeAside(), ASIDE_IDLE_MILLISECONDS).unref();
    }
  };

  store = startStore();
  openState = await store.ready;
  // Nobody waits for the engine's thread: its calls queue until it runs, and it opens the file with its first study.
  engine = startEngine();

  /** Answers that say the store is damaged are told; of other files they say nothing about it. */
  const heeded = async (name: string, asked: Promise<Envelope<unknown>>): Promise<Envelope<unknown>> => {
    const answer = await asked;
    if (!answer.ok && answer.error.code === 'db_corrupt' && !ofOtherFiles.has(name))
      options.onDamage?.(new AppError('db_corrupt', { problem: 'page', ...answer.error.details }));
    return answer;
  };
  return {
    state: () => openState,
    askStore: (request) =>
      openState.ok
        ? heeded(request.name, store.call({ type: 'call', ...request, jobId: null, cancelFlag: null }))
        : Promise.resolve(openState),
    askInternal: (name, input, session) =>
      openState.ok
        ? heeded(name, store.call({ type: 'internal', name, input, session, paths: {}, jobId: null, cancelFlag: null }))
        : Promise.resolve(openState),
    askEngine: async (request, jobId) => {
      const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
      if (jobId !== null) {
        if (cancelFlags.has(jobId)) return failure(new AppError('job_running', { operation: request.name }));
        cancelFlags.set(jobId, cancelFlag);
      }
      try {
        const call = { type: 'call', ...request, jobId, cancelFlag } as const;
        return await heeded(request.name, minutesLong.has(request.name) ? callAside(call) : engine.call(call));
      } finally {
        if (jobId !== null) cancelFlags.delete(jobId);
      }
    },
    cancel: (jobId) => {
      const flag = cancelFlags.get(jobId);
      if (!flag) return false;
      Atomics.store(flag, 0, 1);
      return true;
    },
    close: async () => {
      for (const flag of cancelFlags.values()) Atomics.store(flag, 0, 1);
      await closeAside();
      await engine.close();
      await store.close();
    },
  };
};
