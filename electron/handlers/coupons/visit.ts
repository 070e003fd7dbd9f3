import { z } from 'zod';
import type { NewVisitLine } from '../../../shared/contract/visitLines.ts';
import { couponText } from '../../../shared/domain/coupons/numbers.ts';
import { withCoupons } from '../../../shared/domain/coupons/bill.ts';
import type { PricedVisit } from '../../../shared/domain/visits/pricing.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { couponEntryId } from '../../../shared/types/ids.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findCoupon, isCouponGivenBack, listCouponEntries, listStandingCouponEntries } from '../../store/coupons.ts';
import { appendCodeUse, isCodeUseGivenBack, listStandingCodeUses } from '../../store/discountCodes.ts';
import { returnedOfVisit } from '../../store/visitReturns.ts';
import { listLinesOfVisit } from '../../store/visits.ts';
import type { StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';
import { findAtDesk, productsOf } from './desk.ts';
import type { FoundAtDesk } from './desk.ts';
import { appendToCoupon, replayOf } from './ledger.ts';

// Coupons and codes at a visit (R081, R084): what they take off, in the books with it, and back when it is undone or returned.

/** What a coupon took off a visit: of which lines, by position. */
interface UsedAtVisit {
  readonly found: FoundAtDesk;
  readonly cents: Cents;
  readonly shares: string;
}

/** A visit after its coupons: nothing is written yet. */
export interface SettledCoupons<Line> {
  readonly sale: PricedVisit<Line>;
  readonly used: readonly UsedAtVisit[];
}

/** Throws bad_input with the coupon and why it cannot be used: `coupon_expired`, `coupon_other_person`, `coupon_below_least` and so on. */
export const settleCoupons = (
  context: StoreContext,
  from: { readonly customerId: CustomerId | null; readonly businessDate: LocalDate; readonly coupons: readonly string[] },
  sale: PricedVisit<NewVisitLine>,
): SettledCoupons<NewVisitLine> => {
  const { customerId, businessDate: on, coupons } = from;
  if (coupons.length === 0) return { sale, used: [] };
  const products = productsOf(
    context,
    sale.lines.map(({ line }) => line.productId),
  );
  const seen = new Set<string>();
  const found = coupons.map((typed, index): FoundAtDesk => {
    const path = `coupons.${index}`;
    if (seen.has(couponText(typed))) refuseField(path, 'coupon_twice');
    seen.add(couponText(typed));
    const one = findAtDesk(context, typed, { customerId, on, products });
    if (one === null) return refuseField(path, 'coupon_unknown');
    return one.obstacle === null ? one : refuseField(path, `coupon_${one.obstacle}`);
  });
  const { priced, taken } = withCoupons(
    sale,
    found.map((one) => ({ ...one, key: one.text })),
  );
  const used = found.map((one, index): UsedAtVisit => {
    const off = taken[index];
    if (off === undefined || off.fault !== null) return refuseField(`coupons.${index}`, `coupon_${off?.fault ?? 'unknown'}`);
    const shares = off.shares.flatMap((share, position) => (share > 0 ? [[position, share]] : []));
    return { found: one, cents: off.cents, shares: JSON.stringify(shares) };
  });
  return { sale: priced, used };
};

/** Writes down what was used, once the visit stands in the books. */
export const recordCoupons = (
  context: StoreContext,
  visitId: VisitId,
  businessDate: LocalDate,
  used: readonly UsedAtVisit[],
): void => {
  for (const { found, cents: off, shares } of used) {
    const entry = { kind: 'redeem', uses: -1, cents: off, shares, visitId, businessDate } as const;
    if ('couponId' in found.source) appendToCoupon(context, { ...entry, couponId: found.source.couponId });
    else appendUse(context, { ...entry, codeId: found.source.codeId });
  }
  if (used.length > 0) context.changed(['coupons'], null);
};

type NewUse = Parameters<typeof appendCodeUse>[1];
const appendUse = (
  context: StoreContext,
  use: Pick<NewUse, 'codeId' | 'kind' | 'uses' | 'cents' | 'visitId'> &
    Partial<Pick<NewUse, 'shares' | 'businessDate' | 'reversesId' | 'concernsId'>>,
): void => {
  appendCodeUse(context.database, {
    shares: '[]',
    businessDate: context.today(),
    reversesId: null,
    concernsId: null,
    ...use,
    id: couponEntryId(context.newId()),
    at: context.now(),
    staffId: context.actor.staffId,
  });
};

/**
 * Takes back what a visit did with coupons and codes: a use comes back, and what a return gave back is used again. Throws conflict
 * (coupon_used_since) when what a return gave back was used meanwhile.
 */
export const takeCouponsBack = (context: StoreContext, visitId: VisitId): void => {
  const { database } = context;
  const entries = listStandingCouponEntries(database, visitId).filter(({ kind }) => kind !== 'issue');
  for (const { id, couponId, uses, cents: off } of entries) {
    if (replayOf(context, couponId).left < uses) throw new AppError('conflict', { reason: 'coupon_used_since' });
    appendToCoupon(context, { couponId, kind: 'reverse', uses: -uses, cents: cents(0 - off), visitId, reversesId: id });
  }
  const codes = listStandingCodeUses(database, visitId);
  for (const { id, codeId, uses, cents: off } of codes)
    appendUse(context, { codeId, kind: 'reverse', uses: -uses, cents: cents(0 - off), visitId, reversesId: id });
  if (entries.length + codes.length > 0) context.changed(['coupons'], null);
};

const sharesSchema = z.array(z.tuple([z.int(), z.int()]));

/** A return of all that a coupon was for gives the coupon back; one of a part does not. Called once the return stands in the books. */
export const giveCouponsBack = (context: StoreContext, saleId: VisitId, visitId: VisitId): void => {
  const { database } = context;
  const sold = new Map(listLinesOfVisit(database, saleId).map(({ position, quantity }) => [position, quantity]));
  const returned = returnedOfVisit(database, saleId);
  const isBack = (shares: string): boolean =>
    sharesSchema
      .parse(JSON.parse(shares))
      .every(([position]) => (returned.get(position)?.quantity ?? 0) >= (sold.get(position) ?? Number.POSITIVE_INFINITY));
  let many = 0;
  for (const entry of listStandingCouponEntries(database, saleId))
    if (entry.kind === 'redeem' && !isCouponGivenBack(database, entry.id) && isBack(entry.shares)) {
      const { id: concernsId, couponId, cents: off } = entry;
      appendToCoupon(context, { couponId, kind: 'return', uses: 1, cents: cents(0 - off), visitId, concernsId });
      many += 1;
    }
  for (const use of listStandingCodeUses(database, saleId))
    if (use.kind === 'redeem' && !isCodeUseGivenBack(database, use.id) && isBack(use.shares)) {
      appendUse(context, {
        codeId: use.codeId,
        kind: 'return',
        uses: 1,
        cents: cents(0 - use.cents),
        visitId,
        concernsId: use.id,
      });
      many += 1;
    }
  if (many > 0) context.changed(['coupons'], null);
};

/** Which coupons and codes a visit was paid less for, and how much; of a return those it gave back, below nothing. */
export const couponsOfVisit = (
  { database }: Pick<StoreContext, 'database'>,
  visitId: VisitId,
): { readonly name: string; readonly text: string; readonly cents: Cents }[] => [
  ...listStandingCouponEntries(database, visitId)
    .filter(({ kind }) => kind === 'redeem' || kind === 'return')
    .map(({ couponId, cents: off }) => {
      const coupon = findCoupon(database, couponId);
      return { name: coupon?.name ?? '', text: coupon?.number ?? '', cents: off };
    }),
  ...listStandingCodeUses(database, visitId).map(({ code, note, cents: off }) => ({
    name: note === '' ? code : note,
    text: code,
    cents: off,
  })),
];

/** Whether anything of a coupon was ever used and stands. */
export const isCouponUsed = (
  { database }: Pick<StoreContext, 'database'>,
  couponId: Parameters<typeof listCouponEntries>[1],
): boolean => {
  const entries = listCouponEntries(database, couponId);
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  return entries.some(({ id, kind }) => kind === 'redeem' && !reversed.has(id));
};
