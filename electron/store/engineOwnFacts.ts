import { sql } from 'kysely';
import type { BoughtItem } from '../../shared/domain/reminders/own/types.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';
import type { IdRange } from './tradeSums.ts';

// What the shop's own reminder rules go by, of one customer or some hundreds. Read only while a rule asks for it.

const from = parameter<CustomerId>('from');
const to = parameter<CustomerId>('to');

type Whose<Row> = Row & { readonly customer_id: CustomerId };
type Wanted = IdRange & { readonly since: LocalDate };

/** Of a line, less what of it came back since. */
const kept = sql<number>`line.quantity + coalesce((SELECT sum(back_line.quantity) FROM visits AS back
  INNER JOIN visit_lines AS back_line ON back_line.visit_id = back.id AND back_line.returns_position = line.position
  WHERE back.returns_visit_id = visits.id AND back.undone_at IS NULL), 0)`;

const lines = sqlite
  .selectFrom('visits')
  .innerJoin('visit_lines as line', 'line.visit_id', 'visits.id')
  .select((row) => row.ref('visits.customer_id').$castTo<CustomerId>().as('customer_id'))
  .select(['visits.business_date as on', 'line.product_id as productId', 'line.name', kept.as('quantity')])
  .where('visits.customer_id', '>=', from)
  .where('visits.customer_id', '<=', to)
  .where('visits.business_date', '>=', parameter<LocalDate>('since'))
  .where('visits.undone_at', 'is', null)
  .where(sql<boolean>`line.quantity > 0`)
  .orderBy('visits.customer_id')
  .orderBy('visits.business_date')
  .orderBy('visits.id')
  .orderBy('line.position');

const anything = hotQuery<Wanted, Whose<BoughtItem>>(lines);
const products = hotQuery<Wanted & { products: string }, Whose<BoughtItem>>(
  lines.where('line.product_id', 'in', sql<ProductId>`(SELECT value FROM json_each(${parameter<string>('products')}))`),
);

interface BirthRow {
  id: string;
  name: string;
  calendar: 'solar' | 'lunar';
  year: number;
  month: number;
  day: number | null;
  is_leap_month: Flag;
}

const family = hotQuery<IdRange, Whose<BirthRow>>(
  sqlite
    .selectFrom('family_members')
    .select(['customer_id', 'id', 'name', 'birth_day as day', 'is_leap_month'])
    .select((row) => [
      row.ref('calendar').$notNull().as('calendar'),
      row.ref('birth_year').$notNull().as('year'),
      row.ref('birth_month').$notNull().as('month'),
    ])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('calendar', 'is not', null)
    .where('birth_year', 'is not', null)
    .where('birth_month', 'is not', null)
    .orderBy('customer_id')
    .orderBy('id'),
);

const pets = hotQuery<IdRange, Whose<BirthRow>>(
  sqlite
    .selectFrom('things')
    .select(['customer_id', 'id', 'name', 'birth_day as day', 'birth_is_leap_month as is_leap_month'])
    .select((row) => [
      row.ref('birth_calendar').$notNull().as('calendar'),
      row.ref('birth_year').$notNull().as('year'),
      row.ref('birth_month').$notNull().as('month'),
    ])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .where('type', '=', sql.lit('pet'))
    .where('removed_at', 'is', null)
    .where('retired_on', 'is', null)
    .where('birth_calendar', 'is not', null)
    .where('birth_year', 'is not', null)
    .where('birth_month', 'is not', null)
    .orderBy('customer_id')
    .orderBy('id'),
);

/** What was bought since a day and kept, oldest first; of these products, or of anything where null. */
export const boughtBetween = (
  database: StoreDatabase,
  range: IdRange,
  since: LocalDate,
  of: readonly ProductId[] | null,
): Whose<BoughtItem>[] =>
  of === null
    ? anything.rows(database, { ...range, since })
    : products.rows(database, { ...range, since, products: JSON.stringify(of) });

/** Members of the family, and animals that are still served, of whose birth year and month are known. */
export const familyBirthsBetween = (database: StoreDatabase, range: IdRange): Whose<BirthRow>[] => family.rows(database, range);
export const petBirthsBetween = (database: StoreDatabase, range: IdRange): Whose<BirthRow>[] => pets.rows(database, range);

/** The SQL of the reads above, so that their plans can be asserted. */
export const ownFactQueries = {
  anything: anything.sql,
  products: products.sql,
  family: family.sql,
  pets: pets.sql,
};
