import { sql } from 'kysely';
import { segmentTreeSchema } from '../../shared/contract/ownSegments.ts';
import type { OwnSegment, SegmentTree } from '../../shared/contract/ownSegments.ts';
import { segmentsNamed } from '../../shared/domain/segments/conditions.ts';
import type { CustomerId, OwnSegmentId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own segments: few, read whole. Their people are found by segmentPeople.ts.

export interface StoredSegment extends Omit<OwnSegment, 'tree'> {
  readonly tree: SegmentTree;
  readonly isRemoved: boolean;
}

const standing = sqlite
  .selectFrom('own_segments')
  .select(['id', 'name', 'note', 'tree', 'kind', 'frozen_on', 'changed_on', 'archived_at', 'removed_at'])
  .orderBy('position')
  .orderBy('id');
type SegmentRow = Awaited<ReturnType<typeof standing.executeTakeFirstOrThrow>>;
const everySegment = hotQuery<object, SegmentRow>(standing);
const oneSegment = hotQuery<{ id: OwnSegmentId }, SegmentRow>(standing.where('id', '=', parameter<OwnSegmentId>('id')));
const countMembers = hotQuery<{ id: OwnSegmentId }, { count: number }>(
  sqlite
    .selectFrom('own_segment_members as member')
    .innerJoin('customers', 'customers.id', 'member.customer_id')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('member.segment_id', '=', parameter<OwnSegmentId>('id'))
    .where('customers.removed_at', 'is', null),
);

const segmentOf = ({
  tree,
  frozen_on: frozenOn,
  changed_on: changedOn,
  archived_at: archived,
  removed_at: removed,
  ...row
}: SegmentRow): StoredSegment => ({
  ...row,
  tree: segmentTreeSchema.parse(JSON.parse(tree)),
  frozenOn,
  changedOn,
  isArchived: archived !== null,
  isRemoved: removed !== null,
});

/** Every segment that was not removed, in the order they were made. */
export const listOwnSegments = (database: StoreDatabase): StoredSegment[] =>
  everySegment
    .rows(database, {})
    .map(segmentOf)
    .filter(({ isRemoved }) => !isRemoved);

/** A segment, also one that was removed. */
export const findOwnSegment = (database: StoreDatabase, id: OwnSegmentId): StoredSegment | null => {
  const row = oneSegment.first(database, { id });
  return row === undefined ? null : segmentOf(row);
};

/** What a stored segment names; a static one names nobody: its people are written down. */
export const namedBy = (database: StoreDatabase, id: OwnSegmentId): readonly OwnSegmentId[] => {
  const found = findOwnSegment(database, id);
  return found === null || found.kind === 'static' ? [] : segmentsNamed(found.tree);
};

/** Adds a segment behind the others, or writes over the name, the note and the tree of the one of that id. */
export const putOwnSegment = (
  database: StoreDatabase,
  segment: Pick<StoredSegment, 'id' | 'name' | 'note' | 'tree' | 'kind' | 'frozenOn'>,
  on: LocalDate,
  at: Instant,
): void => {
  const { id, name, note, tree, kind, frozenOn } = segment;
  const changes = { name, note, tree: JSON.stringify(tree), changed_on: on, changed_at: at };
  execute(
    database,
    sqlite
      .insertInto('own_segments')
      .values((of) => ({
        id,
        kind,
        frozen_on: frozenOn,
        created_at: at,
        ...changes,
        position: of.selectFrom('own_segments').select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
      }))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes a segment out of use or out of sight; null brings it back. */
export const markOwnSegment = (
  database: StoreDatabase,
  id: OwnSegmentId,
  marks: { readonly archived_at: Instant | null } | { readonly removed_at: Instant | null },
): void => {
  execute(database, sqlite.updateTable('own_segments').set(marks).where('id', '=', id));
};

/** Writes down who is in a static segment. */
export const keepMembers = (database: StoreDatabase, id: OwnSegmentId, ids: readonly CustomerId[]): void => {
  plainRun(
    database,
    `INSERT INTO own_segment_members (segment_id, customer_id) SELECT @id, value FROM json_each(@ids) ORDER BY value`,
    { id, ids: JSON.stringify(ids) },
  );
};

export const countStaticMembers = (database: StoreDatabase, id: OwnSegmentId): number =>
  countMembers.first(database, { id })?.count ?? 0;

/** The SQL of the reads above, so that their plans can be asserted. */
export const ownSegmentQueries = { oneSegment: oneSegment.sql, countMembers: countMembers.sql };
