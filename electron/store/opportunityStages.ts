import { sql } from 'kysely';
import type { StageWords } from '../../shared/domain/opportunities/presets.ts';
import type { OpportunityStageId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRun, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own stages of opportunities (R054); until there is one, those of shared/domain/opportunities/presets.ts are on offer.

export interface StoredStage extends StageWords {
  readonly isArchived: boolean;
}

const stages = sqlite.selectFrom('opportunity_stages').select(['id', 'name', 'probability', 'archived_at']);
type StageRow = Awaited<ReturnType<typeof stages.executeTakeFirstOrThrow>>;
const all = hotQuery<object, StageRow>(stages.orderBy('position').orderBy('id'));
const used = hotQuery<{ id: OpportunityStageId }, { id: string }>(
  sqlite
    .selectFrom('opportunities')
    .select('id')
    .where('stage_id', '=', parameter<OpportunityStageId>('id'))
    .limit(sql<number>`1`),
);
const passed = hotQuery<{ id: OpportunityStageId }, { id: string }>(
  sqlite
    .selectFrom('opportunity_events')
    .select('id')
    .where('stage_id', '=', parameter<OpportunityStageId>('id'))
    .limit(sql<number>`1`),
);

/** Every stage of the shop, archived ones too, in its order. */
export const listStages = (database: StoreDatabase): StoredStage[] =>
  all.rows(database, {}).map(({ archived_at: archivedAt, ...stage }) => ({ ...stage, isArchived: archivedAt !== null }));

/** Whether something stands or stood there, removed opportunities too: whatever left a stage came to it first. */
export const isStageUsed = (database: StoreDatabase, id: OpportunityStageId): boolean =>
  used.first(database, { id }) !== undefined || passed.first(database, { id }) !== undefined;

/** Adds the stage behind the others, or writes over the one of that id. */
export const putStage = (database: StoreDatabase, { id, name, probability }: StageWords, at: Instant): void => {
  const changes = { name, probability, changed_at: at };
  const position = listStages(database).length;
  execute(
    database,
    sqlite
      .insertInto('opportunity_stages')
      .values({ id, position, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Puts the stages into this order. */
export const orderStages = (database: StoreDatabase, ids: readonly OpportunityStageId[]): void => {
  for (const [position, id] of ids.entries())
    plainRun(database, 'UPDATE opportunity_stages SET position = @position WHERE id = @id', { id, position });
};

/** Takes the stage out of the choices; null brings it back. */
export const markStageArchived = (database: StoreDatabase, id: OpportunityStageId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('opportunity_stages').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a stage where nothing has ever stood. */
export const deleteStage = (database: StoreDatabase, id: OpportunityStageId): void => {
  execute(database, sqlite.deleteFrom('opportunity_stages').where('id', '=', id));
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const stageQueries = { used: used.sql, passed: passed.sql };
