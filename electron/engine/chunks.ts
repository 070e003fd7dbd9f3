import { setImmediate } from 'node:timers/promises';
import type { CustomerId } from '../../shared/types/ids.ts';
import { idsAfter } from '../store/engineFacts.ts';
import { snapshot } from '../store/snapshot.ts';
import type { RunContext } from './types.ts';

/** Customers read together, and changes written together: neither keeps a thread for long. */
const CUSTOMERS_A_READ = 500;
const CHANGES_A_WRITE = 400;

/** What a run finds out about the customers from one id to another, both included, and how it is written down. */
interface ChunkWork<Change> {
  readonly phase: string;
  /** How many customers there are, for the progress. */
  readonly total: number;
  differences(range: { readonly from: CustomerId; readonly to: CustomerId }): readonly Change[];
  write(changes: readonly Change[]): Promise<{ readonly applied: number }>;
}

/** Walks over everyone in chunks, each read of one moment, and writes what differs. Errors: cancelled. */
export const inChunks = async <Change>(
  context: RunContext,
  { phase, total, differences, write }: ChunkWork<Change>,
): Promise<{ readonly judged: number; readonly changed: number }> => {
  const { database } = context;
  let judged = 0;
  let changed = 0;
  let pending: Change[] = [];
  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    const changes = pending;
    pending = [];
    changed += (await write(changes)).applied;
  };
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const read = snapshot(database, () => {
      const ids = idsAfter(database, after, CUSTOMERS_A_READ);
      const [from, to] = [ids[0], ids.at(-1)];
      return from === undefined || to === undefined ? null : { to, count: ids.length, changes: differences({ from, to }) };
    });
    if (read === null) break;
    after = read.to;
    judged += read.count;
    pending.push(...read.changes);
    if (pending.length >= CHANGES_A_WRITE) await flush();
    context.progress(phase, Math.min(judged, total), total);
    await setImmediate();
  }
  await flush();
  context.progress(phase, total, total);
  return { judged, changed };
};
