import type { RoleKey } from '../../shared/contract/roles.ts';
import type { StaffId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, hotQuery, parameter, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';
import { hashSecret, isSecret } from './secretHash.ts';

export interface StaffRow {
  readonly id: StaffId;
  readonly name: string;
  readonly is_active: Flag;
  readonly role: RoleKey;
  /** Null without a PIN. */
  readonly pin_set_at: Instant | null;
  readonly left_on: LocalDate | null;
}

/** Never the hash of a PIN. */
const shown = ['id', 'name', 'is_active', 'role', 'pin_set_at', 'left_on'] as const;

const byId = hotQuery<{ id: StaffId }, StaffRow>(
  sqlite.selectFrom('staff').select(shown).where('id', '=', parameter<StaffId>('id')),
);

export const findStaffById = (database: StoreDatabase, id: StaffId): StaffRow | undefined => byId.first(database, { id });

/** The people who work here, those at work first, then in the order in which they came. */
export const listStaff = (database: StoreDatabase, includeInactive: boolean): StaffRow[] => {
  const everyone = sqlite.selectFrom('staff').select(shown).orderBy('is_active', 'desc').orderBy('id');
  return rows(database, includeInactive ? everyone : everyone.where('is_active', '=', 1));
};

/** Those who can sign in. */
export const listAccounts = (database: StoreDatabase): (StaffRow & { readonly pin_set_at: Instant })[] =>
  listStaff(database, false).filter(
    (person): person is StaffRow & { readonly pin_set_at: Instant } => person.pin_set_at !== null,
  );

export const insertStaff = (
  database: StoreDatabase,
  staff: { readonly id: StaffId; readonly name: string; readonly role?: RoleKey; readonly at: Instant },
): void => {
  const { id, name, role = 'clerk', at } = staff;
  execute(database, sqlite.insertInto('staff').values({ id, name, is_active: 1, role, created_at: at }));
};

/** Returns whether there was such a person. */
export const updateStaff = (
  database: StoreDatabase,
  id: StaffId,
  changes: { readonly name?: string; readonly is_active?: Flag; readonly left_on?: LocalDate | null; readonly role?: RoleKey },
): boolean => execute(database, sqlite.updateTable('staff').set(changes).where('id', '=', id)) > 0;

/** Keeps the hash of a PIN. `at` also tells seats that the PIN is another: it is later than the last one's, whatever the clock says. */
export const setPin = (database: StoreDatabase, id: StaffId, pin: string, at: Instant): void => {
  const before = findStaffById(database, id)?.pin_set_at ?? 0;
  const row = { pin_hash: hashSecret(pin), pin_set_at: instant(Math.max(at, before + 1)) };
  execute(database, sqlite.updateTable('staff').set(row).where('id', '=', id));
};

export const removePin = (database: StoreDatabase, id: StaffId): void => {
  execute(database, sqlite.updateTable('staff').set({ pin_hash: null, pin_set_at: null }).where('id', '=', id));
};

/** Whether this is the PIN of somebody at work. */
export const isPinOf = (database: StoreDatabase, id: StaffId, pin: string): boolean => {
  const kept = firstRow(
    database,
    sqlite.selectFrom('staff').select('pin_hash').where('id', '=', id).where('is_active', '=', 1),
  )?.pin_hash;
  return kept !== undefined && kept !== null && isSecret(pin, kept);
};
