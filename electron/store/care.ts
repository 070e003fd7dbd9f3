import { sql } from 'kysely';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ContactMethodsTable, CustomersTable, Flag } from './schema.ts';
import type { CareAnomaliesTable, CustomerCareTable } from './schema/care.ts';
import type { IdRange } from './tradeSums.ts';

// What scoring and checking a customer's data reads and keeps, for one customer or some hundreds: the same statements over a range.

const from = parameter<CustomerId>('from');
const to = parameter<CustomerId>('to');

export interface CareFactsRow {
  id: CustomerId;
  removed_at: Instant | null;
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
const customers = hotQuery<IdRange, CareFactsRow>(
  sqlite
    .selectFrom('customers')
    .leftJoin('customer_summaries as summary', 'summary.customer_id', 'customers.id')
    .select((customer) => [
      'customers.id',
      'customers.removed_at',
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
    .where('customers.id', '>=', from)
    .where('customers.id', '<=', to)
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
const contacts = hotQuery<IdRange, CareContactRow>(
  sqlite
    .selectFrom('contact_methods')
    .select(['customer_id', 'type', 'value', 'e164', 'is_valid', 'verified_on'])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
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
const birthdays = hotQuery<IdRange, CareBirthdayRow>(
  sqlite
    .selectFrom('important_dates')
    .select(['customer_id', 'calendar', 'year', 'month', 'day', 'is_leap_month'])
    .where('kind', '=', sql.lit('birthday'))
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to),
);

const accepted = hotQuery<IdRange, { customer_id: CustomerId; kind: CareAnomaliesTable['kind']; value: string }>(
  sqlite
    .selectFrom('care_accepted')
    .select(['customer_id', 'kind', 'value'])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to),
);

export interface CareVerificationRow {
  customer_id: CustomerId;
  field: string;
  verified_on: LocalDate;
}
const verifications = hotQuery<IdRange, CareVerificationRow>(
  sqlite
    .selectFrom('field_verifications')
    .select(['customer_id', 'field', 'verified_on'])
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to),
);

/** The day on which each field was last confirmed or edited (R183). */
export const careVerificationsBetween = (database: StoreDatabase, range: IdRange): CareVerificationRow[] =>
  verifications.rows(database, range);
export const careFactsBetween = (database: StoreDatabase, range: IdRange): CareFactsRow[] => customers.rows(database, range);
/** The primary ones first, as on the card. */
export const careContactsBetween = (database: StoreDatabase, range: IdRange): CareContactRow[] => contacts.rows(database, range);
export const careBirthdaysBetween = (database: StoreDatabase, range: IdRange): CareBirthdayRow[] =>
  birthdays.rows(database, range);
export const acceptedBetween = (
  database: StoreDatabase,
  range: IdRange,
): { customer_id: CustomerId; kind: CareAnomaliesTable['kind']; value: string }[] => accepted.rows(database, range);

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

export type CareRow = CustomerCareTable;
export type AnomalyRow = CareAnomaliesTable;

const kept = hotQuery<IdRange, CareRow>(
  sqlite.selectFrom('customer_care').selectAll().where('customer_id', '>=', from).where('customer_id', '<=', to),
);
const keptAnomalies = hotQuery<IdRange, AnomalyRow>(
  sqlite
    .selectFrom('care_anomalies')
    .selectAll()
    .where('customer_id', '>=', from)
    .where('customer_id', '<=', to)
    .orderBy('customer_id')
    .orderBy('kind')
    .orderBy('value'),
);
export const careBetween = (database: StoreDatabase, range: IdRange): CareRow[] => kept.rows(database, range);
/** By customer, kind and value. */
export const anomaliesBetween = (database: StoreDatabase, range: IdRange): AnomalyRow[] => keptAnomalies.rows(database, range);

const putCare = hotQuery<CareRow>(
  sqlite
    .insertInto('customer_care')
    .values({
      customer_id: parameter('customer_id'),
      score: parameter('score'),
      missing: parameter('missing'),
      flawed: parameter('flawed'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        score: row.ref('excluded.score'),
        missing: row.ref('excluded.missing'),
        flawed: row.ref('excluded.flawed'),
      })),
    ),
);
const dropCare = hotQuery<{ customerId: CustomerId }>(
  sqlite.deleteFrom('customer_care').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
/** Keeps one customer's score; null for someone who was removed. */
export const keepCare = (database: StoreDatabase, customerId: CustomerId, row: CareRow | null): void => {
  if (row) putCare.run(database, row);
  else dropCare.run(database, { customerId });
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
  unnotedSharers: sharersUnnoted.sql,
  kept: kept.sql,
  keptAnomalies: keptAnomalies.sql,
};
