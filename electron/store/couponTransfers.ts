import type { CouponEntryId, CouponId, CustomerId } from '../../shared/types/ids.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Coupons that changed hands (X54): the void of one, and the coupon that came of it.

export const insertCouponTransfer = (database: StoreDatabase, givenId: CouponEntryId, receivedId: CouponId): void => {
  execute(database, sqlite.insertInto('coupon_transfers').values({ given_id: givenId, received_id: receivedId }));
};

/** The coupon at the other end of a transfer, and whose it is. */
export interface OtherCoupon {
  /** The void by which it was given. */
  readonly entryId: CouponEntryId;
  readonly couponId: CouponId;
  readonly customerId: CustomerId;
  readonly name: string;
}

const to = hotQuery<{ couponId: CouponId }, OtherCoupon>(
  sqlite
    .selectFrom('coupon_entries as given')
    .innerJoin('coupon_transfers as transfer', 'transfer.given_id', 'given.id')
    .innerJoin('coupons', 'coupons.id', 'transfer.received_id')
    .innerJoin('customers', 'customers.id', 'coupons.customer_id')
    .select(['given.id as entryId', 'coupons.id as couponId', 'customers.id as customerId', 'customers.name'])
    .where('given.coupon_id', '=', parameter<CouponId>('couponId'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('coupon_entries as later').select('later.id').whereRef('later.reverses_id', '=', 'given.id'))),
    ),
);
const from = hotQuery<{ couponId: CouponId }, OtherCoupon>(
  sqlite
    .selectFrom('coupon_transfers as transfer')
    .innerJoin('coupon_entries as given', 'given.id', 'transfer.given_id')
    .innerJoin('coupons', 'coupons.id', 'given.coupon_id')
    .innerJoin('customers', 'customers.id', 'coupons.customer_id')
    .select(['given.id as entryId', 'coupons.id as couponId', 'customers.id as customerId', 'customers.name'])
    .where('transfer.received_id', '=', parameter<CouponId>('couponId')),
);

/** The coupon as which this one goes on with somebody else; undefined when it was not given away, or that was taken back. */
export const findCouponGivenTo = (database: StoreDatabase, couponId: CouponId): OtherCoupon | undefined =>
  to.first(database, { couponId });
/** The coupon that this one came of; undefined for one that was issued to whoever has it, and where the other side was erased. */
export const findCouponReceivedFrom = (database: StoreDatabase, couponId: CouponId): OtherCoupon | undefined =>
  from.first(database, { couponId });

/** The SQL of the reads above, so that their plans can be asserted. */
export const couponTransferQueries = { to: to.sql, from: from.sql };
