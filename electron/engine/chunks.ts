import { setImmediate } from 'node:timers/promises';
import type { CustomerId } from '../../shared/types/ids.ts';
import { idsAfter } from '../store/engineFacts.ts';
import { snapshot } from '../store/snapshot.ts';
import type { IdRange } from '../store/tradeSums.ts';
import type { RunContext } from './types.ts';

/** Customers read together, and changes written together: neither keeps a thread for long. */
const CUSTOMERS_A_READ = 500;
const CHANGES_A_WRITE = 200;

interface Walk<Found> {
  readonly phase: string;
  /** How many customers there are, for the progress. */
  readonly total: number;
  /** Whom to look at, by id; everyone when absent. */
  readonly ids?: readonly CustomerId[];
  /** Within one moment of the store. The ids are in their order, and nobody stands between two of them unless some were named. */
  read(ids: readonly [CustomerId, ...CustomerId[]], range: IdRange): Found;
}

/** Goes through everyone in chunks, telling how far it is and stopping when asked to: what was read of each chunk. Errors: cancelled. */
export async function* throughEveryone<Found>(
  context: Pick<RunContext, 'database' | 'progress' | 'throwIfCancelled'>,
  { phase, total, ids: named, read }: Walk<Found>,
): AsyncGenerator<{ readonly looked: number; readonly found: Found }> {
  const { database } = context;
  let looked = 0;
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const chunk = snapshot(database, () => {
      const [from, ...others] = named?.slice(looked, looked + CUSTOMERS_A_READ) ?? idsAfter(database, after, CUSTOMERS_A_READ);
      if (from === undefined) return null;
      const to = others.at(-1) ?? from;
      return { to, count: others.length + 1, found: read([from, ...others], { from, to }) };
    });
    if (chunk === null) break;
    after = chunk.to;
    looked += chunk.count;
    yield { looked, found: chunk.found };
    context.progress(phase, Math.min(looked, total), total);
    await setImmediate();
  }
  context.progress(phase, total, total);
}

/** What a run finds out about some customers, and how it is written down. */
interface ChunkWork<Change> extends Omit<Walk<readonly Change[]>, 'read'> {
  /** So many changes are written together, when they are not the usual number. */
  readonly changesAWrite?: number;
  differences(ids: readonly CustomerId[]): readonly Change[];
  write(changes: readonly Change[]): Promise<{ readonly applied: number }>;
}

/** Walks over everyone in chunks, each read of one moment, and writes what differs. Errors: cancelled. */
export const inChunks = async <Change>(
  context: RunContext,
  { changesAWrite = CHANGES_A_WRITE, differences, write, ...walk }: ChunkWork<Change>,
): Promise<{ readonly judged: number; readonly changed: number }> => {
  let judged = 0;
  let changed = 0;
  let pending: Change[] = [];
  const flush = async (): Promise<void> => {
    const changes = pending;
    pending = [];
    for (let start = 0; start < changes.length; start += changesAWrite)
      changed += (await write(changes.slice(start, start + changesAWrite))).applied;
  };
  for await (const { looked, found } of throughEveryone(context, { ...walk, read: differences })) {
    judged = looked;
    pending.push(...found);
    if (pending.length >= changesAWrite) await flush();
  }
  await flush();
  return { judged, changed };
};
