import type { OutputOf } from '../../../shared/contract.ts';
import { couponObstacle } from '../../../shared/domain/coupons/ledger.ts';
import { couponText } from '../../../shared/domain/coupons/numbers.ts';
import { isForAll, isInScope } from '../../../shared/domain/coupons/terms.ts';
import type { CouponScope, CouponTerms } from '../../../shared/domain/coupons/terms.ts';
import type { CouponId, CustomerId, DiscountCodeId, ProductId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findCouponByNumber } from '../../store/coupons.ts';
import type { StoredCoupon } from '../../store/coupons.ts';
import { codeUsesOf, findCodeByText } from '../../store/discountCodes.ts';
import type { StoredCode } from '../../store/discountCodes.ts';
import { findProductById } from '../../store/products.ts';
import type { BaseContext } from '../context.ts';
import { replayOf } from './ledger.ts';

export type DeskObstacle = NonNullable<OutputOf<'coupons.atVisit'>['offers'][number]['obstacle']>;

/** A coupon or a code at the desk, looked up for one bill. */
export interface FoundAtDesk {
  readonly text: string;
  readonly source: { readonly couponId: CouponId } | { readonly codeId: DiscountCodeId };
  readonly name: string;
  readonly terms: CouponTerms;
  readonly forProducts: readonly ProductId[] | null;
  readonly mainProducts: readonly ProductId[];
  readonly expiresOn: LocalDate | null;
  readonly left: number | null;
  readonly obstacle: DeskObstacle | null;
}

/** For whom, when and of which products one asks. */
export interface DeskQuestion {
  readonly customerId: CustomerId | null;
  readonly on: LocalDate;
  readonly products: readonly { readonly id: ProductId; readonly category: string | null }[];
}

/** The products of a bill with their categories; those nobody knows any more are left out. */
export const productsOf = ({ database }: BaseContext, productIds: readonly (ProductId | null)[]): DeskQuestion['products'] =>
  [...new Set(productIds)].flatMap((id) => (id === null ? [] : (findProductById(database, id) ?? [])));

const inScope = (scope: CouponScope, products: DeskQuestion['products']): ProductId[] =>
  products.filter((product) => isInScope(scope, product)).map(({ id }) => id);

const scopesOf = (terms: CouponTerms, products: DeskQuestion['products']) => ({
  forProducts: isForAll(terms.scope) ? null : inScope(terms.scope, products),
  mainProducts: isForAll(terms.main) ? [] : inScope(terms.main, products),
});

export const couponAtDesk = (
  context: BaseContext,
  coupon: StoredCoupon,
  { customerId, on, products }: DeskQuestion,
): FoundAtDesk => {
  const replay = replayOf(context, coupon.id);
  const whose = customerId === null ? 'no_person' : customerId === coupon.customerId ? null : 'other_person';
  // Before it was issued it was not there, also for a visit that is entered later.
  const fromOn = coupon.fromOn ?? coupon.businessDate;
  return {
    text: coupon.number,
    source: { couponId: coupon.id },
    name: coupon.name,
    terms: coupon.terms,
    ...scopesOf(coupon.terms, products),
    expiresOn: coupon.expiresOn,
    left: replay.left,
    obstacle: whose ?? couponObstacle({ ...coupon, ...replay, fromOn }, on),
  };
};

const codeObstacle = (context: BaseContext, code: StoredCode, { customerId, on }: DeskQuestion): DeskObstacle | null => {
  const left = code.totalUses === null ? 1 : code.totalUses - code.used;
  const whole = { left, isVoid: code.isArchived, terms: code.terms, fromOn: code.fromOn, expiresOn: code.untilOn };
  const obstacle = couponObstacle(whole, on);
  if (obstacle !== null || code.usesPerPerson === null) return obstacle;
  if (customerId === null) return 'no_person';
  return codeUsesOf(context.database, code.id, customerId) >= code.usesPerPerson ? 'per_person' : null;
};

const codeAtDesk = (context: BaseContext, code: StoredCode, question: DeskQuestion): FoundAtDesk => ({
  text: code.code,
  source: { codeId: code.id },
  name: code.note === '' ? code.code : code.note,
  terms: code.terms,
  ...scopesOf(code.terms, question.products),
  expiresOn: code.untilOn,
  left: code.totalUses === null ? null : Math.max(0, code.totalUses - code.used),
  obstacle: codeObstacle(context, code, question),
});

/** What was typed or scanned; null when it is no number and no code of the shop. */
export const findAtDesk = (context: BaseContext, typed: string, question: DeskQuestion): FoundAtDesk | null => {
  const text = couponText(typed);
  const coupon = findCouponByNumber(context.database, text);
  if (coupon !== undefined) return couponAtDesk(context, coupon, question);
  const code = findCodeByText(context.database, text);
  return code === undefined ? null : codeAtDesk(context, code, question);
};
