import { sql } from 'kysely';
import type { PartialDateParts } from '../../shared/domain/partialDate.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Whom a customer who is being typed could be: a handful found by index, so that it costs the same in a shop of any size.

/** Of one name or one birthday so many are looked at: one in a hundred is named alike, and some birthdays are only guessed. */
const AT_MOST = 300;

const present = sqlite.selectFrom('customers').where('customers.removed_at', 'is', null).limit(sql.lit(AT_MOST));

const byAccount = hotQuery<{ type: 'wechat' | 'email'; value: string }, { id: CustomerId }>(
  present
    .innerJoin('contact_methods', 'contact_methods.customer_id', 'customers.id')
    .select('customers.id')
    .where('contact_methods.e164', 'is', null)
    .where('contact_methods.type', '=', parameter<'wechat' | 'email'>('type'))
    .where(sql`lower(contact_methods.value)`, '=', sql`lower(${parameter<string>('value')})`),
);

const byBirthday = hotQuery<{ calendar: 'solar' | 'lunar'; year: number | null; month: number; day: number }, { id: CustomerId }>(
  present
    .innerJoin('important_dates', 'important_dates.customer_id', 'customers.id')
    .select('customers.id')
    .where('important_dates.kind', '=', sql.lit('birthday'))
    .where('important_dates.month', '=', parameter<number>('month'))
    .where('important_dates.day', '=', parameter<number>('day'))
    .where('important_dates.calendar', '=', parameter<'solar' | 'lunar'>('calendar'))
    .where(sql<boolean>`ifnull(important_dates.year = ${parameter<number | null>('year')}, TRUE)`),
);

const byReading = hotQuery<{ pinyin: string }, { id: CustomerId }>(
  present.select('customers.id').where('customers.name_pinyin', '=', parameter<string>('pinyin')),
);

const idsOf = (rows: readonly { readonly id: CustomerId }[]): CustomerId[] => rows.map(({ id }) => id);

/** Who has this WeChat or e-mail, in whatever case. */
export const findCustomersByAccount = (database: StoreDatabase, type: 'wechat' | 'email', value: string): CustomerId[] =>
  idsOf(byAccount.rows(database, { type, value }));

/** Who was born on that day, 300 at most; an unknown year agrees with any. A birthday without its day finds nobody. */
export const findCustomersByBirthday = (database: StoreDatabase, birthday: PartialDateParts): CustomerId[] => {
  const { calendar, year, month, day } = birthday;
  return month === null || day === null ? [] : idsOf(byBirthday.rows(database, { calendar, year, month, day }));
};

/** Whose name reads so (its sort key), 300 at most. */
export const findCustomersByReading = (database: StoreDatabase, pinyin: string): CustomerId[] =>
  idsOf(byReading.rows(database, { pinyin }));

/** The SQL of the reads above, so that their plans can be asserted. */
export const lookalikeQueries = { byAccount: byAccount.sql, byBirthday: byBirthday.sql, byReading: byReading.sql };
