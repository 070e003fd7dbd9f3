import { sql } from 'kysely';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Codes by which customers are named as those who brought somebody (R096).

const codes = sqlite.selectFrom('referral_codes');
const ofCustomer = hotQuery<{ customerId: CustomerId }, { code: string }>(
  codes
    .select('code')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('at')
    .orderBy('code')
    .limit(sql.lit(1)),
);
const owner = hotQuery<{ code: string }, { customer_id: CustomerId }>(
  codes.select('customer_id').where('code', '=', parameter<string>('code')),
);
const insert = hotQuery<{ code: string; customerId: CustomerId; at: Instant; staffId: StaffId | null }>(
  sqlite.insertInto('referral_codes').values({
    code: parameter('code'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    staff_id: parameter('staffId'),
  }),
);

/** The code somebody passes on: their first one; null while none was wanted. */
export const findReferralCode = (database: StoreDatabase, customerId: CustomerId): string | null =>
  ofCustomer.first(database, { customerId })?.code ?? null;

/** Whose a code is, be it their first or one of a card that was merged into theirs. */
export const findOwnerOfReferralCode = (database: StoreDatabase, code: string): CustomerId | null =>
  owner.first(database, { code })?.customer_id ?? null;

export const insertReferralCode = (
  database: StoreDatabase,
  row: { readonly code: string; readonly customerId: CustomerId; readonly at: Instant; readonly staffId: StaffId | null },
): void => {
  insert.run(database, row);
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const referralCodeQueries = { codeOfCustomer: ofCustomer.sql, ownerOfCode: owner.sql };
