import { sql } from 'kysely';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ContactMethodsTable, CustomersTable, Flag } from './schema.ts';
import type { CareAnomaliesTable, CustomerCareTable } from './schema/care.ts';

// What scoring and checking a customer's data reads and keeps, for one customer or some hundreds: the same statements for any ids.

interface Asked {
  /** JSON array of ids. */
  ids: string;
}
const asked = sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('ids')}))`;
const of = (ids: readonly CustomerId[]): Asked => ({ ids: JSON.stringify(ids) });

export interface CareFactsRow {
  id: CustomerId;
  removed_at: Instant | null;
  is_inactive: Flag;
  revision: number | null;
  name: string;
  gender: CustomersTable['gender'];
  card_no: string | null;
  region: string | null;
  likes: string | null;
  preferred_channel: string | null;
  consent_on: LocalDate | null;
  verified_on: LocalDate | null;
  has_tags: Flag;
  purchase_days: number | null;
}
const customers = hotQuery<Asked, CareFactsRow>(
  sqlite
    .selectFrom('customers')
    .leftJoin('customer_summaries as summary', 'summary.customer_id', 'customers.id')
    .select((customer) => [
      'customers.id',
      'customers.removed_at',
      'customers.is_inactive',
      'summary.revision',
      'customers.name',
      'customers.gender',
      'customers.card_no',
      'customers.region',
      'customers.likes',
      'customers.preferred_channel',
      'customers.consent_on',
      'customers.verified_on',
      'summary.purchase_day_count as purchase_days',
      customer
        .exists(customer.selectFrom('customer_tags').select('tag_id').whereRef('customer_tags.customer_id', '=', 'customers.id'))
        .$castTo<Flag>()
        .as('has_tags'),
    ])
    .where('customers.id', 'in', asked)
    .orderBy('customers.id'),
);

export interface CareContactRow {
  customer_id: CustomerId;
  type: ContactMethodsTable['type'];
  value: string;
  e164: string | null;
  is_valid: Flag;
  verified_on: LocalDate | null;
}
const contacts = hotQuery<Asked, CareContactRow>(
  sqlite
    .selectFrom('contact_methods')
    .select(['customer_id', 'type', 'value', 'e164', 'is_valid', 'verified_on'])
    .where('customer_id', 'in', asked)
    .orderBy('customer_id')
    .orderBy('is_primary', 'desc')
    .orderBy('created_at')
    .orderBy('id'),
);

export interface CareBirthdayRow {
  customer_id: CustomerId;
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number | null;
  day: number | null;
  is_leap_month: Flag;
}
const birthdays = hotQuery<Asked, CareBirthdayRow>(
  sqlite
    .selectFrom('important_dates')
    .select(['customer_id', 'calendar', 'year', 'month', 'day', 'is_leap_month'])
    .where('kind', '=', sql.lit('birthday'))
    .where('customer_id', 'in', asked),
);

const accepted = hotQuery<Asked, { customer_id: CustomerId; kind: CareAnomaliesTable['kind']; value: string }>(
  sqlite.selectFrom('care_accepted').select(['customer_id', 'kind', 'value']).where('customer_id', 'in', asked),
);

export interface CareVerificationRow {
  customer_id: CustomerId;
  field: string;
  verified_on: LocalDate;
}
const verifications = hotQuery<Asked, CareVerificationRow>(
  sqlite.selectFrom('field_verifications').select(['customer_id', 'field', 'verified_on']).where('customer_id', 'in', asked),
);

/** The day on which each field was last confirmed or edited (R183). */
export const careVerificationsOf = (database: StoreDatabase, ids: readonly CustomerId[]): CareVerificationRow[] =>
  verifications.rows(database, of(ids));
/** In the order of their ids. */
export const careFactsOf = (database: StoreDatabase, ids: readonly CustomerId[]): CareFactsRow[] =>
  customers.rows(database, of(ids));
/** The primary ones first, as on the card. */
export const careContactsOf = (database: StoreDatabase, ids: readonly CustomerId[]): CareContactRow[] =>
  contacts.rows(database, of(ids));
export const careBirthdaysOf = (database: StoreDatabase, ids: readonly CustomerId[]): CareBirthdayRow[] =>
  birthdays.rows(database, of(ids));
export const acceptedOf = (
  database: StoreDatabase,
  ids: readonly CustomerId[],
): { customer_id: CustomerId; kind: CareAnomaliesTable['kind']; value: string }[] => accepted.rows(database, of(ids));

const many = hotQuery<{ numbers: string; most: number }, { e164: string }>(
  sqlite
    .selectFrom('contact_methods')
    .select('e164')
    .where('e164', 'is not', null)
    .where('e164', 'in', sql<string>`(SELECT value FROM json_each(${parameter<string>('numbers')}))`)
    .groupBy('e164')
    .having((group) => group.fn.countAll<number>(), '>', parameter<number>('most'))
    .$castTo<{ e164: string }>(),
);
/** Those of the numbers that stand more than so often on cards, whoever's they are and whether they hold: nearly none. */
export const numbersNotedOftener = (database: StoreDatabase, numbers: readonly string[], most: number): string[] =>
  numbers.length === 0 ? [] : many.rows(database, { numbers: JSON.stringify(numbers), most }).map(({ e164 }) => e164);

const holders = hotQuery<{ e164: string; limit: number }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('contact_methods')
    .innerJoin('customers', 'customers.id', 'contact_methods.customer_id')
    .select('contact_methods.customer_id')
    .distinct()
    .where('e164', '=', parameter<string>('e164'))
    .where('is_valid', '=', sql.lit(1))
    .where('customers.removed_at', 'is', null)
    .limit(parameter<number>('limit')),
);
/** People who have the number and with whom it holds, at most `limit`: a number thousands share costs no more than one of three. */
export const holdersOfPhone = (database: StoreDatabase, e164: string, limit: number): CustomerId[] =>
  holders.rows(database, { e164, limit }).map((row) => row.customer_id);

/** After single facts there are two or three; after a bulk change a run over everyone is due anyway. */
const MOST_UNNOTED = 50;

const sharersUnnoted = hotQuery<{ e164: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom('contact_methods')
    .innerJoin('customers', 'customers.id', 'contact_methods.customer_id')
    .select('contact_methods.customer_id')
    .distinct()
    .where('e164', '=', parameter<string>('e164'))
    .where('is_valid', '=', sql.lit(1))
    .where('customers.removed_at', 'is', null)
    .where((method) =>
      method.not(
        method.exists(
          method
            .selectFrom('care_anomalies')
            .select('care_anomalies.kind')
            .whereRef('care_anomalies.customer_id', '=', 'contact_methods.customer_id')
            .where('care_anomalies.kind', '=', sql.lit('phone_shared'))
            .where('care_anomalies.value', '=', parameter<string>('e164')),
        ),
      ),
    )
    .limit(sql.lit(MOST_UNNOTED)),
);
/** Holders of a number of whom it is not noted yet that it is shared. */
export const unnotedSharers = (database: StoreDatabase, e164: string): CustomerId[] =>
  sharersUnnoted.rows(database, { e164 }).map((row) => row.customer_id);

export type AnomalyRow = CareAnomaliesTable;
/** What is kept of a score; the next birthday stands with the summary, where lists are ordered by it. */
export interface CareRow extends CustomerCareTable {
  readonly next_birthday_on: LocalDate | null;
}

const kept = hotQuery<Asked, CareRow>(
  sqlite
    .selectFrom('customer_care')
    .leftJoin('customer_summaries', 'customer_summaries.customer_id', 'customer_care.customer_id')
    .select(['customer_care.customer_id', 'score', 'missing', 'flawed', 'recheck_on', 'next_birthday_on'])
    .where('customer_care.customer_id', 'in', asked),
);
const keptAnomalies = hotQuery<Asked, AnomalyRow>(
  sqlite
    .selectFrom('care_anomalies')
    .selectAll()
    .where('customer_id', 'in', asked)
    .orderBy('customer_id')
    .orderBy('kind')
    .orderBy('value'),
);
export const careKeptOf = (database: StoreDatabase, ids: readonly CustomerId[]): CareRow[] => kept.rows(database, of(ids));
/** By customer, kind and value. */
export const anomaliesKeptOf = (database: StoreDatabase, ids: readonly CustomerId[]): AnomalyRow[] =>
  keptAnomalies.rows(database, of(ids));

const putCare = hotQuery<CustomerCareTable>(
  sqlite
    .insertInto('customer_care')
    .values({
      customer_id: parameter('customer_id'),
      score: parameter('score'),
      missing: parameter('missing'),
      flawed: parameter('flawed'),
      recheck_on: parameter('recheck_on'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        score: row.ref('excluded.score'),
        missing: row.ref('excluded.missing'),
        flawed: row.ref('excluded.flawed'),
        recheck_on: row.ref('excluded.recheck_on'),
      })),
    ),
);
const dropCare = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('customer_care').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
/** The summary's revision stays: no class or reminder goes by these two. */
const noteInSummary = hotQuery<{ customerId: CustomerId; score: number | null; nextBirthdayOn: LocalDate | null }>(
  sqlite
    .insertInto('customer_summaries')
    .values({
      customer_id: parameter<CustomerId>('customerId'),
      completeness: parameter<number | null>('score'),
      next_birthday_on: parameter<LocalDate | null>('nextBirthdayOn'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        completeness: row.ref('excluded.completeness'),
        next_birthday_on: row.ref('excluded.next_birthday_on'),
      })),
    ),
);
/** Keeps one customer's score; null for someone who was removed. */
export const keepCare = (database: StoreDatabase, customerId: CustomerId, row: CareRow | null): void => {
  if (row) {
    const { next_birthday_on: nextBirthdayOn, ...score } = row;
    putCare.run(database, score);
    noteInSummary.run(database, { customerId, score: row.score, nextBirthdayOn });
  } else {
    dropCare.run(database, { customerId });
    noteInSummary.run(database, { customerId, score: null, nextBirthdayOn: null });
  }
};

const dropAnomalies = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('care_anomalies').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const putAnomaly = hotQuery<AnomalyRow>(
  sqlite.insertInto('care_anomalies').values({
    customer_id: parameter('customer_id'),
    kind: parameter('kind'),
    value: parameter('value'),
    is_accepted: parameter('is_accepted'),
  }),
);
/** Keeps exactly these anomalies of one customer. */
export const keepAnomalies = (database: StoreDatabase, customerId: CustomerId, rows: readonly AnomalyRow[]): void => {
  dropAnomalies.run(database, { customerId });
  for (const row of rows) putAnomaly.run(database, row);
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const careQueries = {
  customers: customers.sql,
  contacts: contacts.sql,
  birthdays: birthdays.sql,
  accepted: accepted.sql,
  verifications: verifications.sql,
  holders: holders.sql,
  numbersNotedOftener: many.sql,
  unnotedSharers: sharersUnnoted.sql,
  kept: kept.sql,
  keptAnomalies: keptAnomalies.sql,
};
