import { sql } from 'kysely';
import { nameReading } from '../../shared/domain/duplicates/names.ts';
import { comparedCard } from '../../shared/domain/duplicates/score.ts';
import type { Comparable } from '../../shared/domain/duplicates/score.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** A customer as far as comparing goes. */
export interface ComparableRow extends Comparable {
  readonly id: CustomerId;
}

/** Between the values of one customer; nothing a person types. */
const SEPARATOR = '\u001f';
const none: readonly string[] = [];

interface Row {
  id: CustomerId;
  name: string;
  name_pinyin: string;
  gender: Comparable['gender'];
  card_no: string | null;
  calendar: 'solar' | 'lunar' | null;
  year: number | null;
  month: number | null;
  day: number | null;
  is_leap_month: 0 | 1 | null;
  phones: string | null;
  accounts: string | null;
}

const people = sqlite
  .selectFrom('customers')
  .leftJoin('important_dates', (join) =>
    join.onRef('important_dates.customer_id', '=', 'customers.id').on('important_dates.kind', '=', sql.lit('birthday')),
  )
  .select([
    'customers.id',
    'customers.name',
    'name_pinyin',
    'gender',
    'card_no',
    'calendar',
    'year',
    'month',
    'day',
    'is_leap_month',
    sql<string | null>`(SELECT group_concat(e164, ${sql.lit(SEPARATOR)}) FROM contact_methods
      WHERE customer_id = customers.id AND e164 IS NOT NULL)`.as('phones'),
    sql<string | null>`(SELECT group_concat(type || ' ' || lower(value), ${sql.lit(SEPARATOR)}) FROM contact_methods
      WHERE customer_id = customers.id AND type IN ('wechat', 'email'))`.as('accounts'),
  ])
  .where('customers.removed_at', 'is', null)
  .orderBy('customers.id')
  .$castTo<Row>();

const next = hotQuery<{ after: string; limit: number }, Row>(
  people
    .where('customers.is_inactive', '=', sql.lit(0))
    .where('customers.id', '>', sql<CustomerId>`${parameter<string>('after')}`)
    .limit(parameter<number>('limit')),
);
const some = hotQuery<{ ids: string }, Row>(
  people.where('customers.id', 'in', sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`),
);

const split = (text: string | null): readonly string[] => (text === null ? none : text.split(SEPARATOR));

const comparable = (row: Row): ComparableRow => ({
  id: row.id,
  reading: nameReading(row.name, row.name_pinyin),
  gender: row.gender,
  birthday:
    row.calendar === null
      ? null
      : { calendar: row.calendar, year: row.year, month: row.month, day: row.day, isLeapMonth: row.is_leap_month === 1 },
  phones: split(row.phones),
  accounts: split(row.accounts),
  card: comparedCard(row.card_no),
});

/** The next customers by id after this one, at most `limit`; removed and inactive ones aside. */
export const nextComparables = (database: StoreDatabase, after: string, limit: number): ComparableRow[] =>
  next.rows(database, { after, limit }).map(comparable);

/** These customers, removed ones aside. */
export const findComparables = (database: StoreDatabase, ids: readonly CustomerId[]): ComparableRow[] =>
  some.rows(database, { ids: JSON.stringify(ids) }).map(comparable);

/** The SQL of the reads above, so that their plans can be asserted. */
export const comparableQueries = { next: next.sql, some: some.sql };
