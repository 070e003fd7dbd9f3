import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { couponText } from '../../../shared/domain/coupons/numbers.ts';
import { listCouponsOfCustomer } from '../../store/coupons.ts';
import type { StoreContext } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';
import { couponAtDesk, findAtDesk, productsOf } from './desk.ts';
import type { FoundAtDesk } from './desk.ts';
import { termsOut } from './types.ts';

type Offer = OutputOf<'coupons.atVisit'>['offers'][number];

const offerOf = ({ source, terms, forProducts, mainProducts, left, ...found }: FoundAtDesk): Offer => ({
  ...found,
  isCode: 'codeId' in source,
  terms: termsOut(terms),
  forProducts: forProducts === null ? null : [...forProducts],
  mainProducts: [...mainProducts],
  left: left === null ? null : Math.max(0, left),
});

const unknown = (text: string): Offer => ({
  text,
  isCode: false,
  name: text,
  terms: null,
  forProducts: [],
  mainProducts: [],
  expiresOn: null,
  left: null,
  obstacle: 'unknown',
});

const MOST_OFFERS = 50;
/** Of the customer's own, those that can be used now or on another weekday; what was typed in any case, so that it can be told why not. */
const isWorthShowing = ({ obstacle }: FoundAtDesk): boolean =>
  obstacle === null || obstacle === 'not_today' || obstacle === 'not_yet';

const byLastDay = (one: Offer, other: Offer): number =>
  (one.expiresOn ?? '9999') < (other.expiresOn ?? '9999') ? -1 : one.expiresOn === other.expiresOn ? 0 : 1;

/** What can be used at a visit, what lapses first before. */
export const offersAtVisit = (context: StoreContext, input: HandlerInput<'coupons.atVisit'>): OutputOf<'coupons.atVisit'> => {
  const { customerId } = input;
  if (customerId !== null) requireKnownCustomer(context, customerId);
  const question = {
    customerId,
    on: input.businessDate ?? context.today(),
    products: productsOf(context, input.productIds),
  };
  const own =
    customerId === null
      ? []
      : listCouponsOfCustomer(context.database, customerId)
          .map((coupon) => couponAtDesk(context, coupon, question))
          .filter(isWorthShowing)
          .map(offerOf)
          .sort(byLastDay)
          .slice(0, MOST_OFFERS);
  const known = new Set(own.map(({ text }) => text));
  const typed = [...new Set(input.typed.map(couponText))]
    .filter((text) => !known.has(text))
    .map((text) => {
      const found = findAtDesk(context, text, question);
      return found === null ? unknown(text) : offerOf(found);
    });
  return { offers: [...typed, ...own] };
};
