import { extname } from 'node:path';
import { v7 } from 'uuid';
import { AppError } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import { jobId as toJobId } from '../../shared/types/ids.ts';
import type { ToWorker } from '../gate/protocol.ts';
import type { StudyContext } from '../handlers/context.ts';
import { endReadingThread } from '../handlers/imports/formats/readInThread.ts';
import { internalStudies, studyHandlers } from '../handlers/index.ts';
import type { InternalCommands } from '../handlers/internal.ts';
import type { StoreDatabase } from '../store/database.ts';
import { closeStore, openStore } from '../store/open.ts';
import { readSettings } from '../store/settings.ts';
import { makeClock } from './clock.ts';
import { handlerNamed } from '../../shared/contract/handlerNamed.ts';
import { failed, port, post, startData } from './port.ts';

// Long work on a second connection that cannot write; what it finds out it asks the writer to record.

const clock = makeClock(startData.today);
let database: StoreDatabase | null = null;
const openLazily = (): StoreDatabase =>
  (database ??= openStore(startData.storePath, { isReadonly: true, isShared: startData.isShared, key: startData.storeKey }));

/** It lies beside this program, as source and as built. */
const sheetReader = new URL(`sheets${extname(import.meta.url)}`, import.meta.url);

type Call = Extract<ToWorker, { type: 'call' | 'internal' }>;

/** The writer answers with what the name it was asked by promises. */
interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}
const writes = new Map<number, Waiting>();
let nextWrite = 1;

const write = <Name extends keyof InternalCommands>(
  call: Call,
  name: Name,
  input: InternalCommands[Name]['input'],
): Promise<InternalCommands[Name]['output']> =>
  new Promise((resolve, reject) => {
    const id = nextWrite;
    nextWrite += 1;
    writes.set(id, { resolve, reject });
    post({ type: 'write', id, name, input, session: call.session });
  });

const settleWrite = (id: number, envelope: Envelope<unknown>): void => {
  const waiting = writes.get(id);
  writes.delete(id);
  if (envelope.ok) waiting?.resolve(envelope.value);
  else waiting?.reject(new AppError(envelope.error.code, envelope.error.details));
};

/** Progress is told at most this often; the last word always. */
const PROGRESS_MILLISECONDS = 80;

const contextOf = (call: Call): StudyContext => {
  let lastTold = 0;
  return {
    get database() {
      return openLazily();
    },
    storePath: startData.storePath,
    sheetReader,
    storeKey: startData.storeKey,
    actor: call.session,
    now: () => clock.now(() => readSettings(openLazily())),
    today: () => clock.today(readSettings(openLazily())),
    newId: v7,
    settings: () => readSettings(openLazily()),
    pathOf: (token) => {
      const path = call.paths[token];
      if (path === undefined) throw new AppError('token_unknown', {});
      return path;
    },
    progress: (phase, done, total) => {
      const now = performance.now();
      if (call.jobId === null || (now - lastTold < PROGRESS_MILLISECONDS && done !== total)) return;
      lastTold = now;
      post({ type: 'event', event: { type: 'progress', jobId: toJobId(call.jobId), phase, done, total } });
    },
    throwIfCancelled: () => {
      if (call.cancelFlag && Atomics.load(call.cancelFlag, 0) === 1) throw new AppError('cancelled', {});
    },
    write: (name, input) => write(call, name, input),
  };
};

const answer = async (call: Call): Promise<void> => {
  let envelope: Envelope<unknown>;
  try {
    const run = handlerNamed<[StudyContext, unknown]>(call.type === 'internal' ? internalStudies : studyHandlers, call.name);
    envelope = { ok: true, value: await run(contextOf(call), call.input) };
  } catch (error) {
    envelope = failed(call.name, error);
  }
  post({ type: 'reply', id: call.id, envelope });
};

port.on('message', (message: ToWorker) => {
  if (message.type === 'close') {
    if (database) closeStore(database);
    // A thread that is kept for the next file would keep this one alive.
    endReadingThread();
    post({ type: 'closed' });
    port.close();
  } else if (message.type === 'written') settleWrite(message.id, message.envelope);
  else void answer(message);
});
post({ type: 'ready', envelope: { ok: true, value: null } });
