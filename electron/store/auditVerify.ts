import type { AuditBreak } from '../../shared/contract/audit.ts';
import type { Instant } from '../../shared/types/time.ts';
import { plainRows, walkRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { FIRST_HASH, hashOf, hashText, isSameHash } from './auditChain.ts';
import type { AuditHead } from './auditLog.ts';
import type { AuditLogTable } from './schema/audit.ts';

export interface AuditVerdict {
  /** Entries that were read. */
  readonly entries: number;
  /** Hash of the last one, in hexadecimal. */
  readonly head: string;
  readonly firstBreak: { readonly sequence: number; readonly what: AuditBreak; readonly at: Instant | null } | null;
}

const WALK = 'SELECT * FROM audit_log WHERE sequence > @after ORDER BY sequence';
const AT_HASH = 'SELECT sequence FROM audit_log WHERE hash = @hash LIMIT 1';

/** Whether the row is what was once written as the entry of that place. */
const wasWrittenAs = (row: AuditLogTable, sequence: number): boolean =>
  isSameHash(hashOf({ ...row, sequence }, row.previous_hash), row.hash);

type Break = { readonly sequence: number; readonly what: AuditBreak };

/**
 * What was done where a row does not go on from the one before it: `previous` is the last place that holds. Looks through the table
 * once, for the first break ends the walk.
 */
const breakAt = (database: StoreDatabase, row: AuditLogTable, previous: { sequence: number; hash: Uint8Array }): Break => {
  const place = previous.sequence + 1;
  if (row.sequence < place) return { sequence: place, what: 'inserted' };
  const isGenuine = wasWrittenAs(row, row.sequence);
  if (isGenuine && row.sequence > place) return { sequence: place, what: 'missing' };
  // It is itself and stands right: then the one before it was written over, hash and all.
  if (isGenuine) return { sequence: Math.max(1, previous.sequence), what: 'edited' };
  const follows = isSameHash(row.previous_hash, FIRST_HASH)
    ? 0
    : plainRows<{ sequence: number }>(database, AT_HASH, { hash: row.previous_hash })[0]?.sequence;
  const formerPlaces = [row.sequence - 1, row.sequence + 1, ...(follows === undefined ? [] : [follows + 1])];
  const isRenumbered = formerPlaces.some((former) => wasWrittenAs(row, former));
  if (isRenumbered && follows === undefined) return { sequence: place, what: 'missing' };
  if (isRenumbered) return { sequence: place, what: follows === previous.sequence - 1 ? 'inserted' : 'moved' };
  return { sequence: place, what: row.sequence > place ? 'missing' : 'edited' };
};

/** Every so many rows `pause` is asked whether to go on. */
const ROWS_PER_PAUSE = 2000;

/**
 * Computes the chain anew from its first entry and compares the end with the head. Reports the first place that does not hold; what
 * stands behind it cannot be judged. Run it in a snapshot: entries written meanwhile would look cut off. `pause` may throw.
 */
export const verifyAuditLog = (database: StoreDatabase, pause: (done: number, total: number) => void): AuditVerdict => {
  const head = plainRows<AuditHead>(database, 'SELECT count, hash FROM audit_head')[0];
  const total = head?.count ?? 0;
  let previous = { sequence: 0, hash: FIRST_HASH };
  let entries = 0;
  let firstBreak: AuditVerdict['firstBreak'] = null;
  walkRows<AuditLogTable>(database, WALK, { after: Number.MIN_SAFE_INTEGER }, (row) => {
    entries += 1;
    if (entries % ROWS_PER_PAUSE === 0) pause(entries, total);
    const goesOn =
      row.sequence === previous.sequence + 1 &&
      isSameHash(row.previous_hash, previous.hash) &&
      isSameHash(hashOf(row, previous.hash), row.hash);
    if (goesOn) {
      previous = { sequence: row.sequence, hash: row.hash };
      return true;
    }
    firstBreak = { ...breakAt(database, row, previous), at: row.at };
    return false;
  });
  return { entries, head: hashText(previous.hash), firstBreak: firstBreak ?? endBreak(head, previous) };
};

/** Whether the chain ends where the head says. */
const endBreak = (
  head: AuditHead | undefined,
  last: { readonly sequence: number; readonly hash: Uint8Array },
): AuditVerdict['firstBreak'] => {
  if (head && head.count === last.sequence && isSameHash(head.hash, last.hash)) return null;
  if (!head || head.count === last.sequence) return { sequence: last.sequence, what: 'head_changed', at: null };
  return head.count > last.sequence
    ? { sequence: last.sequence + 1, what: 'tail_cut', at: null }
    : { sequence: head.count + 1, what: 'inserted', at: null };
};
