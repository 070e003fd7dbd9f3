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

export interface HostOptions extends WorkerStart {
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly onEvent: (event: AppEvent) => void;
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
  cancel(jobId: string): boolean;
  close(): Promise<void>;
}

/** A worker that dies more often than this within a minute is not started again. */
const MAXIMUM_RESTARTS = 3;
const RESTART_WINDOW_MILLISECONDS = 60_000;

/**
 * Starts the writer (which brings the schema up to date), then the engine. A dead worker is started again and what was
 * pending fails with `store_restarted`; nothing is repeated by itself, for a command may have been written.
 */
export const startStoreHost = async (options: HostOptions): Promise<StoreHost> => {
  const start: WorkerStart = { storePath: options.storePath, today: options.today };
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

  const onMessage = (message: Exclude<FromWorker, { type: 'ready' | 'reply' | 'closed' }>): void => {
    if (message.type === 'event') options.onEvent(message.event);
    else if (message.type === 'log') options.log[message.level](message.text);
    else {
      const { id, name, input, session } = message;
      void store.call({ type: 'internal', name, input, session, paths: {}, jobId: null, cancelFlag: null }).then((envelope) => {
        engine.send({ type: 'written', id, envelope });
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
    linkWorker(options.workers.store, start, {
      onMessage,
      onDeath: died('store', () => {
        store = startStore();
      }),
    });
  const startEngine = (): WorkerLink =>
    linkWorker(options.workers.engine, start, {
      onMessage,
      onDeath: died('engine', () => {
        engine = startEngine();
      }),
    });

  store = startStore();
  openState = await store.ready;
  // Nobody waits for the engine's thread: its calls queue until it runs, and it opens the file with its first study.
  engine = startEngine();

  return {
    state: () => openState,
    askStore: (request) =>
      openState.ok ? store.call({ type: 'call', ...request, jobId: null, cancelFlag: null }) : Promise.resolve(openState),
    askEngine: async (request, jobId) => {
      const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
      if (jobId !== null) {
        if (cancelFlags.has(jobId)) return failure(new AppError('job_running', { operation: request.name }));
        cancelFlags.set(jobId, cancelFlag);
      }
      try {
        return await engine.call({ type: 'call', ...request, jobId, cancelFlag });
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
      await engine.close();
      await store.close();
    },
  };
};
