import { sql } from 'kysely';
import { PART_BYTES, partsOf } from '../../shared/domain/attachments/limits.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The bytes of attachments, once for each content. They go by trigger with the last attachment that shows them, and are counted
// by trigger in one row: no sum over them is ever needed.

const usage = hotQuery<Record<never, never>, { bytes: number }>(
  sqlite.selectFrom('attachment_usage').select('bytes').where('id', '=', sql.lit(1)),
);
/** Bytes of all attachments of the shop, bin included. */
export const usedBytes = (database: StoreDatabase): number => usage.first(database, {})?.bytes ?? 0;

const size = hotQuery<{ sha256: string }, { bytes: number }>(
  sqlite.selectFrom('attachment_blobs').select('bytes').where('sha256', '=', parameter<string>('sha256')),
);
export const isBlobKnown = (database: StoreDatabase, sha256: string): boolean => size.first(database, { sha256 }) !== undefined;

/** Keeps the content under its digest, unless it is there already. */
export const putBlob = (database: StoreDatabase, sha256: string, content: Uint8Array): void => {
  execute(
    database,
    sqlite
      .insertInto('attachment_blobs')
      .values({ sha256, bytes: content.length, content })
      .onConflict((conflict) => conflict.column('sha256').doNothing()),
  );
};

const part = hotQuery<{ sha256: string; from: number; length: number }, { bytes: number; content: Uint8Array }>(
  sqlite
    .selectFrom('attachment_blobs')
    .select(['bytes', sql<Uint8Array>`substr(content, ${parameter('from')}, ${parameter('length')})`.as('content')])
    .where('sha256', '=', parameter<string>('sha256')),
);
/** One part of a content, and how many parts it has; undefined when there is none of that digest. */
export const readBlobPart = (
  database: StoreDatabase,
  sha256: string,
  index: number,
): { parts: number; content: Uint8Array } | undefined => {
  const found = part.first(database, { sha256, from: index * PART_BYTES + 1, length: PART_BYTES });
  return found && { parts: partsOf(found.bytes), content: found.content };
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const blobQueries = { usage: usage.sql, size: size.sql, part: part.sql };
