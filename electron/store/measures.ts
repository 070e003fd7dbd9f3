import type { MeasureWords } from '../../shared/domain/measurements/presets.ts';
import type { MeasureId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own measures (X26); what nobody has used or changed is in shared/domain/measurements/presets.ts only.

export interface StoredMeasure extends MeasureWords {
  readonly isArchived: boolean;
}

const measures = sqlite.selectFrom('measures').select(['id', 'name', 'unit', 'decimals', 'is_private', 'archived_at']);
type MeasureRow = Awaited<ReturnType<typeof measures.executeTakeFirstOrThrow>>;

const measureOf = ({ is_private: isPrivate, archived_at: archivedAt, ...row }: MeasureRow): StoredMeasure => ({
  ...row,
  isPrivate: isPrivate === 1,
  isArchived: archivedAt !== null,
});

const all = hotQuery<object, MeasureRow>(measures.orderBy('position').orderBy('id'));
const byId = hotQuery<{ id: MeasureId }, MeasureRow>(measures.where('id', '=', parameter<MeasureId>('id')));
const used = hotQuery<{ id: MeasureId }, { measure_id: string }>(
  sqlite.selectFrom('measurement_values').select('measure_id').where('measure_id', '=', parameter<MeasureId>('id')).limit(1),
);

/** Every measure of the shop, archived ones too, in its order. A shop has tens. */
export const listMeasures = (database: StoreDatabase): StoredMeasure[] => all.rows(database, {}).map(measureOf);
export const findMeasure = (database: StoreDatabase, id: MeasureId): StoredMeasure | undefined => {
  const row = byId.first(database, { id });
  return row && measureOf(row);
};
/** Whether something was measured by it, removed occasions too. */
export const hasValuesOfMeasure = (database: StoreDatabase, id: MeasureId): boolean => used.first(database, { id }) !== undefined;

/** Adds the measure behind the others, or writes over the one of that id. */
export const putMeasure = (database: StoreDatabase, { id, name, unit, decimals, isPrivate }: MeasureWords, at: Instant): void => {
  const changes = { name, unit, decimals, is_private: isPrivate ? (1 as const) : (0 as const), changed_at: at };
  const position = listMeasures(database).length;
  execute(
    database,
    sqlite
      .insertInto('measures')
      .values({ id, position, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the measure out of the choices; null brings it back. */
export const markMeasureArchived = (database: StoreDatabase, id: MeasureId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('measures').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a measure by which nothing was measured. */
export const deleteMeasure = (database: StoreDatabase, id: MeasureId): void => {
  execute(database, sqlite.deleteFrom('measures').where('id', '=', id));
};
