import { z } from 'zod';
import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import { staffId } from '../../../shared/types/ids.ts';
import { listColumn, writeColumn } from '../../store/bulkValues.ts';
import type { BulkColumn, StoredValue } from '../../store/bulkValues.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { findStaffById } from '../../store/staff.ts';
import type { BulkSteps, Note } from './steps.ts';

/** An action that writes one column of the customer's own row. */
export type ColumnAction = Extract<
  BulkAction,
  { kind: 'set_owner' | 'set_region' | 'set_source' | 'set_status' | 'set_vip' | 'set_do_not_contact' }
>;

interface ColumnChange {
  readonly column: BulkColumn;
  /** What the contract calls the field. */
  readonly field: string;
  readonly value: StoredValue;
  readonly isFlag: boolean;
}

const changeOf = (action: ColumnAction): ColumnChange => {
  switch (action.kind) {
    case 'set_owner':
      return { column: 'owner_id', field: 'ownerId', value: action.ownerId, isFlag: false };
    case 'set_region':
      return { column: 'region', field: 'region', value: action.region, isFlag: false };
    case 'set_source':
      return { column: 'source', field: 'source', value: action.source, isFlag: false };
    case 'set_status':
      return { column: 'status', field: 'status', value: action.status, isFlag: false };
    case 'set_vip':
      return { column: 'is_vip', field: 'isVip', value: action.isVip ? 1 : 0, isFlag: true };
    case 'set_do_not_contact':
      return { column: 'do_not_contact', field: 'doNotContact', value: action.doNotContact ? 1 : 0, isFlag: true };
  }
};

const storedSchema = z.union([z.string(), z.number(), z.null()]);

const wordOf = (database: StoreDatabase, { column, isFlag }: ColumnChange, value: StoredValue): string | null => {
  if (value === null) return null;
  if (isFlag) return value === 1 ? 'true' : 'false';
  return column === 'owner_id' ? (findStaffById(database, staffId(String(value)))?.name ?? null) : String(value);
};

/** Sets one field of the customer's own. */
export const columnSteps = (action: ColumnAction): BulkSteps => {
  const change = changeOf(action);
  const { column, field, value, isFlag } = change;
  const note = (before: StoredValue): Note => ({
    action: 'edited',
    fields: [field],
    before: { [field]: isFlag ? before === 1 : before },
  });
  return {
    standings: (database, ids) =>
      listColumn(database, column, ids)
        .filter(({ removedAt }) => removedAt === null)
        .map((row) => ({ id: row.id, before: row.value, isSo: row.value === value })),
    write: (context, { id, before }) => {
      writeColumn(context.database, column, id, value, context.now());
      return { note: note(storedSchema.parse(before)), kept: before };
    },
    putBack: (context, id, before) => {
      const [present] = listColumn(context.database, column, [id]);
      if (present?.value !== value) return null;
      writeColumn(context.database, column, id, storedSchema.parse(before), context.now());
      return { note: note(value) };
    },
    words: (database, before) => ({
      before: wordOf(database, change, storedSchema.parse(before)),
      after: wordOf(database, change, value),
    }),
  };
};
