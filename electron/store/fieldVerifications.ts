import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { FieldVerificationsTable } from './schema/card.ts';

/** When one field of a customer was last known to be right (R183): a clerk confirmed it, or typed it in. */
export interface FieldVerification {
  readonly field: string;
  readonly verifiedOn: LocalDate;
  readonly source: FieldVerificationsTable['source'];
}

const ofCustomer = hotQuery<{ customerId: CustomerId }, FieldVerification>(
  sqlite
    .selectFrom('field_verifications')
    .select(['field', 'verified_on as verifiedOn', 'source'])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('field'),
);

/** Every field of a customer that was ever verified, with its latest day. */
export const listVerifications = (database: StoreDatabase, customerId: CustomerId): FieldVerification[] =>
  ofCustomer.rows(database, { customerId });

const put = hotQuery<FieldVerification & { customerId: CustomerId }>(
  sqlite
    .insertInto('field_verifications')
    .values({
      customer_id: parameter('customerId'),
      field: parameter('field'),
      verified_on: parameter('verifiedOn'),
      source: parameter('source'),
    })
    .onConflict((known) =>
      known.columns(['customer_id', 'field']).doUpdateSet({ verified_on: parameter('verifiedOn'), source: parameter('source') }),
    ),
);

/** Writes down that these fields were right on that day; by default because somebody confirmed them. */
export const verifyFields = (
  database: StoreDatabase,
  verification: {
    readonly customerId: CustomerId;
    readonly fields: readonly string[];
    readonly on: LocalDate;
    readonly source?: FieldVerification['source'];
  },
): void => {
  const { customerId, fields, on, source = 'confirmed' } = verification;
  for (const field of fields) put.run(database, { customerId, field, verifiedOn: on, source });
};

const remove = hotQuery<{ customerId: CustomerId; field: string }>(
  sqlite
    .deleteFrom('field_verifications')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('field', '=', parameter<string>('field')),
);

/** Puts the verifications of these fields back to what they were; a field without one has none again. */
export const restoreVerifications = (
  database: StoreDatabase,
  customerId: CustomerId,
  fields: readonly string[],
  former: readonly FieldVerification[],
): void => {
  for (const field of fields) {
    const known = former.find((verification) => verification.field === field);
    if (known) put.run(database, { ...known, customerId });
    else remove.run(database, { customerId, field });
  }
};

/** The SQL of the read above, so that its plan can be asserted. */
export const fieldVerificationQueries = { ofCustomer: ofCustomer.sql };
