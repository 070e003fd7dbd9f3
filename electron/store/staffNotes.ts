import type { StaffId } from '../../shared/types/ids.ts';
import { execute, firstRow, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** The note on somebody who works here; undefined for nobody. */
export const findStaffNote = (database: StoreDatabase, id: StaffId): { readonly note: string | null } | undefined =>
  firstRow(database, sqlite.selectFrom('staff').select('note').where('id', '=', id));

export const setStaffNote = (database: StoreDatabase, id: StaffId, note: string | null): void => {
  execute(database, sqlite.updateTable('staff').set({ note }).where('id', '=', id));
};
