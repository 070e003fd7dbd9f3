import { setImmediate } from 'node:timers/promises';
import type { CustomerId } from '../../shared/types/ids.ts';
import { idsAfter } from '../store/engineFacts.ts';
import { snapshot } from '../store/snapshot.ts';
import type { RunContext } from './types.ts';

/** Customers read together, and changes written together: neither keeps a thread for long. */
const CUSTOMERS_A_READ = 500;
const CHANGES_A_WRITE = 200;

/** What a run finds out about some customers, and how it is written down. */
interface ChunkWork<Change> {
  readonly phase: string;
  /** How many customers there are, for the progress. */
  readonly total: number;
  /** So many changes are written together, when they are not the usual number. */
  readonly changesAWrite?: number;
  /** Whom to look at, by id; everyone when absent. */
  readonly ids?: readonly CustomerId[];
  /** The ids are in their order, and nobody stands between two of them unless some were named. */
  differences(ids: readonly CustomerId[]): readonly Change[];
  write(changes: readonly Change[]): Promise<{ readonly applied: number }>;
}

/** Walks over everyone in chunks, each read of one moment, and writes what differs. Errors: cancelled. */
export const inChunks = async <Change>(
  context: RunContext,
  { phase, total, changesAWrite = CHANGES_A_WRITE, ids: named, differences, write }: ChunkWork<Change>,
): Promise<{ readonly judged: number; readonly changed: number }> => {
  const { database } = context;
  let judged = 0;
  let changed = 0;
  let pending: Change[] = [];
  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    const changes = pending;
    pending = [];
    for (let start = 0; start < changes.length; start += changesAWrite)
      changed += (await write(changes.slice(start, start + changesAWrite))).applied;
  };
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const read = snapshot(database, () => {
      const ids = named?.slice(judged, judged + CUSTOMERS_A_READ) ?? idsAfter(database, after, CUSTOMERS_A_READ);
      const to = ids.at(-1);
      return to === undefined ? null : { to, count: ids.length, changes: differences(ids) };
    });
    if (read === null) break;
    after = read.to;
    judged += read.count;
    pending.push(...read.changes);
    if (pending.length >= changesAWrite) await flush();
    context.progress(phase, Math.min(judged, total), total);
    await setImmediate();
  }
  await flush();
  context.progress(phase, total, total);
  return { judged, changed };
};
