import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { hashOf } from './auditChain.ts';
import type { AuditContent } from './auditChain.ts';

/** Where the chain ends: how many entries there are, and the hash of the last one. */
export interface AuditHead {
  readonly count: number;
  readonly hash: Uint8Array;
}

const head = hotQuery<Record<never, never>, AuditHead>(sqlite.selectFrom('audit_head').select(['count', 'hash']));

/** False in a store whose log was tampered with. */
export const hasAuditHead = (database: StoreDatabase): boolean => head.first(database, {}) !== undefined;

/** Throws when the head is gone: nothing may be written that cannot be audited. */
export const readAuditHead = (database: StoreDatabase): AuditHead => {
  const found = head.first(database, {});
  if (!found) throw new Error('the audit log has lost its head');
  return found;
};

const insertOne = hotQuery<AuditContent & { readonly previous_hash: Uint8Array; readonly hash: Uint8Array }>(
  sqlite.insertInto('audit_log').values({
    sequence: parameter('sequence'),
    at: parameter('at'),
    business_date: parameter('business_date'),
    staff_id: parameter('staff_id'),
    staff_name: parameter('staff_name'),
    kind: parameter('kind'),
    operation: parameter('operation'),
    outcome: parameter('outcome'),
    customer_ids: parameter('customer_ids'),
    details: parameter('details'),
    previous_hash: parameter('previous_hash'),
    hash: parameter('hash'),
  }),
);

/** Appends an entry to the chain, inside the transaction of what it tells. */
export const appendAuditEntry = (database: StoreDatabase, content: Omit<AuditContent, 'sequence'>): void => {
  const { count, hash: previous } = readAuditHead(database);
  const entry = { ...content, sequence: count + 1 };
  insertOne.run(database, { ...entry, previous_hash: previous, hash: hashOf(entry, previous) });
};
