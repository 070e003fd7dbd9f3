import type { AuditKind } from '../../shared/contract/operation.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { AuditLogTable } from './schema/audit.ts';

interface AuditFilter {
  /** Undefined: everybody; null: while nobody had signed in. */
  readonly staffId: StaffId | null | undefined;
  readonly kind: AuditKind | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly after: { readonly businessDate: LocalDate; readonly sequence: number } | null;
  readonly limit: number;
}

export type AuditRow = Omit<AuditLogTable, 'previous_hash' | 'hash'>;

/**
 * One index leads to each kind of question, ordered as the list is: by day, then by place. The kind of the front desk's daily work has
 * no index of its own, being most of the log: there the day's index finds it as fast.
 */
export const auditListSql = ({ staffId, kind, after, from, to }: Omit<AuditFilter, 'limit'>): string => {
  const index =
    staffId !== undefined ? 'audit_log_by_staff' : kind === null || kind === 'value' ? 'audit_log_by_day' : 'audit_log_by_kind';
  const conditions = [
    ...(staffId === undefined ? [] : [staffId === null ? 'staff_id IS NULL' : 'staff_id = @staffId']),
    ...(kind === null ? [] : ['kind = @kind', ...(kind === 'value' ? [] : [`kind <> 'value'`])]),
    ...(from === null ? [] : ['business_date >= @from']),
    ...(to === null ? [] : ['business_date <= @to']),
    ...(after === null ? [] : ['(business_date, sequence) < (@day, @sequence)']),
  ];
  return `SELECT sequence, at, business_date, staff_id, staff_name, kind, operation, outcome, customer_ids, details
    FROM audit_log INDEXED BY ${index} ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
    ORDER BY business_date DESC, sequence DESC LIMIT @limit`;
};

/** Entries, latest first. */
export const listAuditEntries = (database: StoreDatabase, filter: AuditFilter): AuditRow[] => {
  const { staffId, kind, from, to, after, limit } = filter;
  return plainRows<AuditRow>(database, auditListSql(filter), {
    ...(typeof staffId === 'string' && { staffId }),
    ...(kind !== null && { kind }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(after !== null && { day: after.businessDate, sequence: after.sequence }),
    limit,
  });
};

/** Present names of rows by their ids. */
const namesIn = <Id extends string>(
  database: StoreDatabase,
  table: 'customers' | 'staff' | 'products',
  ids: readonly Id[],
): ReadonlyMap<string, string> =>
  new Map(
    plainRows<{ id: string; name: string }>(
      database,
      `SELECT id, name FROM ${table} WHERE id IN (SELECT value FROM json_each(@ids))`,
      { ids: JSON.stringify(ids) },
    ).map(({ id, name }) => [id, name]),
  );

export const customerNames = (database: StoreDatabase, ids: readonly CustomerId[]): ReadonlyMap<string, string> =>
  namesIn(database, 'customers', ids);

/** Names of members of staff and of products. */
export const subjectNames = (database: StoreDatabase, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...namesIn(database, 'staff', ids), ...namesIn(database, 'products', ids)]);
