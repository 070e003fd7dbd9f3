import { sql } from 'kysely';
import { storedTermsSchema } from '../../shared/contract/couponTerms.ts';
import type { CouponTerms } from '../../shared/domain/coupons/terms.ts';
import type { StaffId } from '../../shared/types/ids.ts';
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
            .whereRef('ending.coupon_id', '=', 'coupons.id')
            .where(sql<boolean>`(ending.kind = 'void' OR ended.kind = 'issue')`),
        ),
      ),
    ),
);

/** The terms of the coupons that somebody has granted for a reason since a day, without those that were taken back or void. */
export const listGrantedTerms = (database: StoreDatabase, staffId: StaffId | null, from: LocalDate): CouponTerms[] =>
  (staffId === null ? [] : granted.rows(database, { staffId, from })).map(({ terms }) =>
    storedTermsSchema.parse(JSON.parse(terms)),
  );

/** The SQL of the reads above, so that their plans can be asserted. */
export const couponGrantQueries = { granted: granted.sql };
