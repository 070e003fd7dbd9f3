import { createHash } from 'node:crypto';
import type { AuditLogTable } from './schema/audit.ts';

/** An entry without the two hashes that tie it to the others. */
export type AuditContent = Omit<AuditLogTable, 'previous_hash' | 'hash'>;

/** The hash before the first entry. */
export const FIRST_HASH: Uint8Array = new Uint8Array(32);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/**
 * SHA-256 (FIPS 180-4) over the previous hash and the entry, both as one JSON array of the columns in the order of the table: no two
 * entries have the same text, for JSON tells where each value ends. Columns that hold JSON go in as the text that is stored.
 *
 * It shows what was changed without this program. Whoever can write the file and computes the whole chain anew is found by comparing
 * the last hash with one that was written down, as every restore does.
 */
export const hashOf = (entry: AuditContent, previousHash: Uint8Array): Uint8Array =>
  createHash('sha256')
    .update(
      JSON.stringify([
        entry.sequence,
        entry.at,
        entry.business_date,
        entry.staff_id,
        entry.staff_name,
        entry.kind,
        entry.operation,
        entry.outcome,
        entry.customer_ids,
        entry.details,
        hex(previousHash),
      ]),
    )
    .digest();

export const isSameHash = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
export const hashText = hex;
