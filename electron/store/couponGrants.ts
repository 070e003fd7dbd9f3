import { sql } from 'kysely';
import { storedTermsSchema } from '../../shared/contract/couponTerms.ts';
import type { CouponTerms } from '../../shared/domain/coupons/terms.ts';
import type { CouponTypeId, CustomerId, StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What somebody at the desk has granted by hand (R177).

const granted = hotQuery<{ staffId: StaffId; from: LocalDate }, { terms: string }>(
  sqlite
    .selectFrom('coupons')
    .select('coupons.terms')
    .where('coupons.staff_id', '=', parameter<StaffId>('staffId'))
    .where('coupons.business_date', '>=', parameter<LocalDate>('from'))
    .where('coupons.reason', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('coupon_entries as ending')
            .leftJoin('coupon_entries as ended', 'ended.id', 'ending.reverses_id')
            .select('ending.id')
            .whereRef('ending.coupon_id', '=', 'coupons.id').where(sql<boolean>`(ended.kind = 'issue' OR (ending.kind = 'void'
              AND NOT EXISTS (SELECT 1 FROM coupon_transfers WHERE given_id = ending.id)))`),
        ),
      ),
    ),
);

/** The terms of the coupons that somebody has granted for a reason since a day, without those that were taken back or void: one that goes on with somebody else stays granted. */
export const listGrantedTerms = (database: StoreDatabase, staffId: StaffId | null, from: LocalDate): CouponTerms[] =>
  (staffId === null ? [] : granted.rows(database, { staffId, from })).map(({ terms }) =>
    storedTermsSchema.parse(JSON.parse(terms)),
  );

const holders = hotQuery<{ ids: string; typeId: CouponTypeId; today: LocalDate }, { customerId: CustomerId }>(
  sqlite
    .selectFrom(sql<{ value: CustomerId }>`json_each(@ids)`.as('few'))
    // From the few who are asked for to the coupons of each.
    .crossJoin('coupons')
    .select('coupons.customer_id as customerId')
    .distinct()
    .whereRef('coupons.customer_id', '=', 'few.value')
    .where('coupons.type_id', '=', parameter<CouponTypeId>('typeId'))
    .where(sql<boolean>`(coupons.expires_on IS NULL OR coupons.expires_on >= @today)`)
    .where(sql<boolean>`coupons.uses_left > 0`),
);

/** Who of these customers has a coupon of the type that can still be used. */
export const listHoldersOfType = (
  database: StoreDatabase,
  typeId: CouponTypeId,
  customerIds: readonly CustomerId[],
  today: LocalDate,
): ReadonlySet<CustomerId> =>
  new Set(holders.rows(database, { ids: JSON.stringify(customerIds), typeId, today }).map(({ customerId }) => customerId));

/** The SQL of the reads above, so that their plans can be asserted. */
export const couponGrantQueries = { granted: granted.sql, holders: holders.sql };
