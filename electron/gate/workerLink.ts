import { Worker } from 'node:worker_threads';
import { AppError, failure } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { FromWorker, ToWorker, WorkerStart } from './protocol.ts';

type Call = Extract<ToWorker, { type: 'call' | 'internal' }>;

export interface WorkerLink {
  /** How opening went; never rejects. */
  readonly ready: Promise<Envelope<null>>;
  call(call: Omit<Call, 'id'>): Promise<Envelope<unknown>>;
  send(message: ToWorker): void;
  /** Asks the worker to close its files and waits until it has. */
  close(): Promise<void>;
}

export interface LinkListeners {
  onMessage(message: Exclude<FromWorker, { type: 'ready' | 'reply' | 'closed' }>): void;
  /** The thread died without being asked to. */
  onDeath(error: unknown): void;
}

/** One thread with its pending calls. When it dies, everything pending fails with `store_restarted`. */
export const linkWorker = (entry: URL | string, start: WorkerStart, listeners: LinkListeners): WorkerLink => {
  const worker = new Worker(entry, { workerData: start });
  const pending = new Map<number, (envelope: Envelope<unknown>) => void>();
  let nextId = 1;
  let isClosing = false;
  let isGone = false;
  let settleReady: (envelope: Envelope<null>) => void = () => undefined;
  const ready = new Promise<Envelope<null>>((resolve) => {
    settleReady = resolve;
  });
  let settleClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    settleClosed = resolve;
  });

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'ready') settleReady(message.envelope);
    else if (message.type === 'closed') isClosing = true;
    else if (message.type === 'reply') {
      pending.get(message.id)?.(message.envelope);
      pending.delete(message.id);
    } else listeners.onMessage(message);
  });
  let deathCause: unknown = null;
  worker.on('error', (error) => {
    deathCause = error;
  });
  worker.on('exit', () => {
    isGone = true;
    const restarted = failure(new AppError('store_restarted'));
    settleReady(restarted);
    for (const settle of pending.values()) settle(restarted);
    pending.clear();
    settleClosed();
    if (!isClosing) listeners.onDeath(deathCause);
  });

  return {
    ready,
    call: (call) =>
      new Promise((resolve) => {
        // Nobody is there to answer any more, so nothing may wait for an answer.
        if (isGone) {
          resolve(failure(new AppError('store_restarted')));
          return;
        }
        const id = nextId;
        nextId += 1;
        pending.set(id, resolve);
        worker.postMessage({ ...call, id } satisfies ToWorker);
      }),
    send: (message) => {
      worker.postMessage(message);
    },
    close: () => {
      isClosing = true;
      worker.postMessage({ type: 'close' } satisfies ToWorker);
      return closed;
    },
  };
};
