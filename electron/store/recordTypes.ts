import { recordFieldsSchema } from '../../shared/contract/serviceRecords.ts';
import type { RecordTypeWords } from '../../shared/domain/serviceRecords/presets.ts';
import type { RecordTypeId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The shop's own types of service record (X24); what nobody has used or changed is in shared/domain/serviceRecords/presets.ts only.

export interface StoredRecordType extends RecordTypeWords {
  readonly isArchived: boolean;
}

const types = sqlite.selectFrom('record_types').select(['id', 'name', 'is_private', 'fields', 'archived_at']);
type TypeRow = Awaited<ReturnType<typeof types.executeTakeFirstOrThrow>>;

const typeOf = (row: TypeRow): StoredRecordType => ({
  id: row.id,
  name: row.name,
  isPrivate: row.is_private === 1,
  fields: recordFieldsSchema.parse(JSON.parse(row.fields)),
  isArchived: row.archived_at !== null,
});

const all = hotQuery<object, TypeRow>(types.orderBy('position').orderBy('id'));
const byId = hotQuery<{ id: RecordTypeId }, TypeRow>(types.where('id', '=', parameter<RecordTypeId>('id')));
const used = hotQuery<{ id: RecordTypeId }, { id: string }>(
  sqlite.selectFrom('service_records').select('id').where('type_id', '=', parameter<RecordTypeId>('id')).limit(1),
);

/** Every type of the shop, archived ones too, in its order. A shop has tens. */
export const listRecordTypes = (database: StoreDatabase): StoredRecordType[] => all.rows(database, {}).map(typeOf);
export const findRecordType = (database: StoreDatabase, id: RecordTypeId): StoredRecordType | undefined => {
  const row = byId.first(database, { id });
  return row && typeOf(row);
};
/** Whether some record is of the type, removed ones too. */
export const hasRecordsOfType = (database: StoreDatabase, id: RecordTypeId): boolean =>
  used.first(database, { id }) !== undefined;

/** Adds the type behind the others, or writes over the one of that id. */
export const putRecordType = (database: StoreDatabase, type: RecordTypeWords, at: Instant): void => {
  const changes = {
    name: type.name,
    is_private: type.isPrivate ? (1 as const) : (0 as const),
    fields: JSON.stringify(type.fields),
    changed_at: at,
  };
  const position = listRecordTypes(database).length;
  execute(
    database,
    sqlite
      .insertInto('record_types')
      .values({ id: type.id, position, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Takes the type out of the choices; null brings it back. */
export const markRecordTypeArchived = (database: StoreDatabase, id: RecordTypeId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('record_types').set({ archived_at: archivedAt }).where('id', '=', id));
};

/** Deletes a type that no record is of. */
export const deleteRecordType = (database: StoreDatabase, id: RecordTypeId): void => {
  execute(database, sqlite.deleteFrom('record_types').where('id', '=', id));
};
