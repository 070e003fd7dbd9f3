import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { localDateSchema } from '../../shared/contract/values.ts';
import { redact } from '../../shared/domain/masking/redact.ts';
import { AppError, failure } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { FromWorker, WorkerStart } from '../gate/protocol.ts';
import { appErrorFromSqlite } from '../store/sqliteErrors.ts';

const requirePort = (): MessagePort => {
  if (!parentPort) throw new Error('a worker entry was run outside a worker');
  return parentPort;
};

export const port = requirePort();

const startSchema = z.object({
  storePath: z.string(),
  storeKey: z.instanceof(Uint8Array).nullable(),
  isShared: z.boolean(),
  acceptsLoss: z.boolean().default(false),
  today: localDateSchema.nullable(),
});

/** What the gate started this thread with. */
export const startData: WorkerStart = startSchema.parse(workerData);

export const post = (message: FromWorker): void => {
  port.postMessage(message);
};

/** The envelope of a failure; what nobody expected goes to the log by name and stack. */
export const failed = (name: string, error: unknown): Envelope<never> => {
  const known = appErrorFromSqlite(error);
  if (!(known instanceof AppError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ type: 'log', level: 'error', text: redact(`${name}: ${text}`) });
  }
  return failure(known);
};
