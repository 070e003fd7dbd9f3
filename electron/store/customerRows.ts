import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { OutputOf } from '../../shared/contract.ts';
import { cents, points } from '../../shared/types/amounts.ts';
import type { Cents, Points } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { classesOf } from './customerClasses.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomerClassesTable, Flag } from './schema.ts';

/** One line of a customer list. */
export type CustomerRow = Omit<OutputOf<'customers.list'>['rows'][number], 'more'>;

type ClassColumns = Omit<Selectable<CustomerClassesTable>, 'customer_id' | 'as_of'>;
type Row = ClassColumns & {
  id: CustomerId;
  number: string;
  name: string;
  gender: CustomerRow['gender'];
  is_vip: Flag;
  is_inactive: Flag;
  visit_count: number | null;
  spend_cents: Cents | null;
  last_visit_on: LocalDate | null;
  points_balance: Points | null;
  /** Null when not judged yet: then none of the class columns has a value. */
  as_of: LocalDate | null;
  phone: string | null;
};

const byIds = hotQuery<{ ids: string }, Row>(
  sqlite
    .selectFrom('customers')
    .leftJoin('customer_summaries', 'customer_summaries.customer_id', 'customers.id')
    .leftJoin('customer_classes', 'customer_classes.customer_id', 'customers.id')
    .select((of) => [
      'customers.id',
      'number',
      'name',
      'gender',
      'is_vip',
      'is_inactive',
      'visit_count',
      'spend_cents',
      'last_visit_on',
      'points_balance',
      'as_of',
      'recency_score',
      'frequency_score',
      'money_score',
      'rfm',
      'rfm8',
      'customer_classes.value',
      'activity',
      'is_dormant',
      'lifecycle',
      'window_purchase_days',
      'window_spend_cents',
      'year_spend_cents',
      of
        .selectFrom('contact_methods')
        .select('contact_methods.value')
        .whereRef('contact_methods.customer_id', '=', 'customers.id')
        .where('contact_methods.type', 'in', ['mobile', 'landline'])
        .orderBy('is_primary', 'desc')
        .orderBy('contact_methods.created_at')
        .orderBy('contact_methods.id')
        .limit(sql.lit(1))
        .as('phone'),
    ])
    .where('customers.id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`)
    .$castTo<Row>(),
);

const rowOf = (row: Row): CustomerRow => ({
  id: row.id,
  number: row.number,
  name: row.name,
  gender: row.gender,
  phone: row.phone,
  isVip: row.is_vip === 1,
  isInactive: row.is_inactive === 1,
  visitCount: row.visit_count ?? 0,
  spendCents: row.spend_cents ?? cents(0),
  lastVisitOn: row.last_visit_on,
  pointsBalance: row.points_balance ?? points(0),
  classes: row.as_of === null ? null : classesOf({ ...row, as_of: row.as_of }),
});

/** The lines of these customers, in the order of the ids. */
export const listCustomerRows = (database: StoreDatabase, ids: readonly CustomerId[]): CustomerRow[] => {
  const found = new Map(byIds.rows(database, { ids: JSON.stringify(ids) }).map((row) => [row.id, rowOf(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** The SQL of the read above, so that its plan can be asserted. */
export const customerRowsQuery = byIds.sql;
