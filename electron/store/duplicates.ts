import { sql } from 'kysely';
import type { Evidence } from '../../shared/domain/duplicates/score.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

interface Two {
  readonly survivorId: CustomerId;
  readonly otherId: CustomerId;
}

/** Two customers, the smaller id first. */
export interface PairIds {
  readonly one: CustomerId;
  readonly other: CustomerId;
}

/** A pair is one row, whichever of the two is named first. */
export const orderedPair = (one: CustomerId, other: CustomerId): PairIds =>
  one < other ? { one, other } : { one: other, other: one };

const ofMerge = ({ survivorId, otherId }: Two): PairIds => orderedPair(survivorId, otherId);

/**
 * The open question, should there be one, is settled by a merge. A pair that was judged to be two stays judged: it is hidden while one of
 * them is merged away, and the word still holds when the merge is undone (X38).
 */
export const markPairMerged = (database: StoreDatabase, pair: Two, at: Instant): void => {
  plainRun(
    database,
    `UPDATE duplicate_pairs SET state = 'merged', decided_at = @at WHERE one_id = @one AND other_id = @other AND state = 'open'`,
    {
      ...ofMerge(pair),
      at,
    },
  );
};

/** The merge was undone: the pair is a question again. */
export const reopenPair = (database: StoreDatabase, pair: Two): void => {
  plainRun(
    database,
    `UPDATE duplicate_pairs SET state = 'open', decided_at = NULL WHERE one_id = @one AND other_id = @other AND state = 'merged'`,
    ofMerge(pair),
  );
};

/** A pair that a scan has found. */
export interface FoundPair extends PairIds {
  readonly score: number;
  readonly reasons: readonly Evidence[];
  readonly fingerprint: string;
  readonly foundAt: Instant;
}

/**
 * Keeps what a scan found. "Not a duplicate" stands as long as the fingerprint is the one it was said of (X38); a pair of whom one was
 * deleted or removed meanwhile is left out.
 */
const keepSql = `INSERT INTO duplicate_pairs (one_id, other_id, score, reasons, found_at, state, fingerprint)
  SELECT @one, @other, @score, @reasons, @foundAt, 'open', @fingerprint
  WHERE (SELECT count(*) FROM customers WHERE id IN (@one, @other) AND removed_at IS NULL) = 2
  ON CONFLICT (one_id, other_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at,
    state = CASE WHEN state = 'not_duplicate' AND fingerprint = excluded.fingerprint THEN state ELSE 'open' END,
    decided_at = CASE WHEN state = 'not_duplicate' AND fingerprint = excluded.fingerprint THEN decided_at END,
    fingerprint = excluded.fingerprint`;

export const keepPairs = (database: StoreDatabase, pairs: readonly FoundPair[]): void => {
  for (const pair of pairs) plainRun(database, keepSql, { ...pair, reasons: JSON.stringify(pair.reasons) });
};

/** What a whole scan came to. */
export interface FinishedScan {
  readonly startedAt: Instant;
  readonly customers: number;
  readonly pairs: number;
  readonly crowded: number;
}

/** A scan that ran to its end: open pairs that it no longer found are gone, and it is noted. */
export const finishScan = (database: StoreDatabase, id: string, scan: FinishedScan): void => {
  plainRun(database, `DELETE FROM duplicate_pairs WHERE state = 'open' AND found_at < @startedAt`, { startedAt: scan.startedAt });
  const { startedAt: at, customers, pairs, crowded } = scan;
  execute(database, sqlite.insertInto('duplicate_scans').values({ id, at, customers, pairs, crowded }));
};

export const findLastScan = (database: StoreDatabase) =>
  firstRow(
    database,
    sqlite.selectFrom('duplicate_scans').select(['at', 'customers', 'crowded']).orderBy('at', 'desc').limit(sql.lit(1)),
  );

export interface OpenPair {
  readonly one_id: CustomerId;
  readonly other_id: CustomerId;
  readonly score: number;
  readonly reasons: string;
}

/** Pairs that wait for a word, both of them present and active. */
const openPairs = sqlite
  .selectFrom('duplicate_pairs')
  .innerJoin('customers as ones', 'ones.id', 'one_id')
  .innerJoin('customers as others', 'others.id', 'other_id')
  .where('state', '=', sql.lit('open'))
  .where('ones.removed_at', 'is', null)
  .where('others.removed_at', 'is', null)
  .where('ones.is_inactive', '=', sql.lit(0))
  .where('others.is_inactive', '=', sql.lit(0));

const page = hotQuery<{ limit: number; offset: number }, OpenPair>(
  openPairs
    .select(['one_id', 'other_id', 'score', 'reasons'])
    .orderBy('score', 'desc')
    .orderBy('one_id')
    .orderBy('other_id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);

/** The likeliest first. */
export const listOpenPairs = (
  database: StoreDatabase,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: readonly OpenPair[] } => ({
  total:
    firstRow(
      database,
      openPairs.select((of) => of.fn.countAll<number>().as('total')),
    )?.total ?? 0,
  rows: page.rows(database, { limit, offset }),
});

/** What is known of a pair; undefined when it never was found. */
export const findPair = (database: StoreDatabase, { one, other }: PairIds) =>
  firstRow(
    database,
    sqlite.selectFrom('duplicate_pairs').select(['state', 'fingerprint']).where('one_id', '=', one).where('other_id', '=', other),
  );

/** Writes down that two are not one, as they are now. */
export const dismissPair = (
  database: StoreDatabase,
  pair: PairIds & { readonly fingerprint: string; readonly at: Instant; readonly staffId: StaffId | null },
): void => {
  plainRun(
    database,
    `INSERT INTO duplicate_pairs (one_id, other_id, score, reasons, found_at, state, fingerprint, decided_at, staff_id)
     VALUES (@one, @other, 0, '[]', @at, 'not_duplicate', @fingerprint, @at, @staffId)
     ON CONFLICT (one_id, other_id) DO UPDATE SET state = 'not_duplicate', fingerprint = excluded.fingerprint,
       decided_at = excluded.decided_at, staff_id = excluded.staff_id`,
    pair,
  );
};

/** The pair is a question again. */
export const undoDismissal = (database: StoreDatabase, pair: PairIds): void => {
  plainRun(
    database,
    `UPDATE duplicate_pairs SET state = 'open', decided_at = NULL, staff_id = NULL
     WHERE one_id = @one AND other_id = @other AND state = 'not_duplicate'`,
    pair,
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const duplicateQueries = { page: page.sql };
