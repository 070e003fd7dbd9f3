import { sql } from 'kysely';
import type { OutputOf } from '../../shared/contract.ts';
import { fieldValueText } from '../../shared/domain/customFields.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { listCustomFields, listCustomValues } from './customFields.ts';
import { listTagsOfCustomers } from './customerTags.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomersTable } from './schema.ts';

/** What only some columns of the list show. */
export type CustomerMore = NonNullable<OutputOf<'customers.list'>['rows'][number]['more']>;

interface Row {
  id: CustomerId;
  card_no: string | null;
  region: string | null;
  source: string | null;
  status: CustomersTable['status'];
  owner_name: string | null;
  tier_name: string | null;
  wechat: string | null;
  created_at: Instant;
  completeness: number | null;
  calendar: 'solar' | 'lunar' | null;
  year: number | null;
  month: number | null;
  day: number | null;
  is_leap_month: 0 | 1 | null;
}

const given = sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`;

const byIds = hotQuery<{ ids: string }, Row>(
  sqlite
    .selectFrom('customers')
    .leftJoin('staff', 'staff.id', 'customers.owner_id')
    .leftJoin('customer_summaries as summary', 'summary.customer_id', 'customers.id')
    .leftJoin('important_dates as birthday', (join) =>
      join.onRef('birthday.customer_id', '=', 'customers.id').on('birthday.kind', '=', sql.lit('birthday')),
    )
    .leftJoin('customer_tiers', 'customer_tiers.customer_id', 'customers.id')
    .leftJoin('tiers', 'tiers.id', 'customer_tiers.tier_id')
    .select((of) => [
      'customers.id',
      'card_no',
      'region',
      'source',
      'status',
      'staff.name as owner_name',
      'tiers.name as tier_name',
      'customers.created_at',
      'summary.completeness',
      'birthday.calendar',
      'birthday.year',
      'birthday.month',
      'birthday.day',
      'birthday.is_leap_month',
      of
        .selectFrom('contact_methods')
        .select('contact_methods.value')
        .whereRef('contact_methods.customer_id', '=', 'customers.id')
        .where('contact_methods.type', '=', 'wechat')
        .orderBy('is_primary', 'desc')
        .orderBy('contact_methods.created_at')
        .orderBy('contact_methods.id')
        .limit(sql.lit(1))
        .as('wechat'),
    ])
    .where('customers.id', 'in', given)
    .$castTo<Row>(),
);

const moreOf = (row: Row, tags: string[], customFields: CustomerMore['customFields']): CustomerMore => ({
  cardNo: row.card_no,
  region: row.region,
  source: row.source,
  status: row.status,
  ownerName: row.owner_name,
  tierName: row.tier_name,
  wechat: row.wechat,
  birthday:
    row.calendar === null
      ? null
      : { calendar: row.calendar, year: row.year, month: row.month, day: row.day, isLeapMonth: row.is_leap_month === 1 },
  tags,
  customFields,
  createdAt: row.created_at,
  completeness: row.completeness,
});

/** What the rarer columns show of these customers, by their ids. */
export const listCustomerMore = (database: StoreDatabase, ids: readonly CustomerId[]): ReadonlyMap<CustomerId, CustomerMore> => {
  const tags = listTagsOfCustomers(database, ids);
  const fields = listCustomFields(database).filter(({ isInList }) => isInList);
  const values = listCustomValues(database, ids, fields);
  const textsOf = (id: CustomerId): CustomerMore['customFields'] =>
    fields.map((field) => ({ fieldId: field.id, text: fieldValueText(field, values.get(id)?.get(field.id) ?? null) }));
  return new Map(
    byIds.rows(database, { ids: JSON.stringify(ids) }).map((row) => [
      row.id,
      moreOf(
        row,
        (tags.get(row.id) ?? []).map(({ name }) => name),
        textsOf(row.id),
      ),
    ]),
  );
};
