import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { couponKinds, type CouponKind, type CouponTerms } from '../../../shared/domain/coupons/terms.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { discountInputText, parseDiscount } from '../../../shared/domain/visits/discountText.ts';
import { isLocalDate } from '../../../shared/types/time.ts';

/** What stands in the fields of a coupon's terms, as text. Things are 'p:<id>' and 'c:<category>'. */
export interface TermsValues {
  readonly kind: CouponKind;
  readonly amount: string;
  readonly percent: string;
  readonly cap: string;
  readonly buys: number;
  readonly least: string;
  readonly scope: string[];
  readonly main: string[];
  readonly weekdays: string[];
  readonly uses: number;
  readonly validDays: number | '';
  readonly validUntil: string | null;
  readonly goesWithCoupons: boolean;
  readonly goesWithDiscounts: boolean;
  readonly text: string;
}

export const blankTerms: TermsValues = {
  kind: 'amount',
  amount: '',
  percent: '',
  cap: '',
  buys: 1,
  least: '',
  scope: [],
  main: [],
  weekdays: [],
  uses: 1,
  validDays: 30,
  validUntil: null,
  goesWithCoupons: false,
  goesWithDiscounts: true,
  text: '',
};

const product = 'p:';
const category = 'c:';
const listOf = ({ productIds, categories }: CouponTerms['scope']): string[] => [
  ...productIds.map((id) => `${product}${id}`),
  ...categories.map((name) => `${category}${name}`),
];
const after = (prefix: string, all: readonly string[]): string[] =>
  all.filter((value) => value.startsWith(prefix)).map((value) => value.slice(prefix.length));
const scopeOf = (all: readonly string[]) => ({ productIds: after(product, all), categories: after(category, all) });

export const productValue = (id: string): string => `${product}${id}`;
export const categoryValue = (name: string): string => `${category}${name}`;
export const kindOf = (value: string | null): CouponKind => couponKinds.find((kind) => kind === value) ?? 'amount';

export const termsValuesOf = (terms: CouponTerms): TermsValues => ({
  kind: terms.kind,
  amount: terms.amountCents === null ? '' : moneyInputText(terms.amountCents),
  percent: terms.basisPoints === null ? '' : discountInputText({ kind: 'percent', basisPoints: terms.basisPoints }),
  cap: terms.capCents === null ? '' : moneyInputText(terms.capCents),
  buys: terms.buys,
  least: terms.leastCents === 0 ? '' : moneyInputText(terms.leastCents),
  scope: listOf(terms.scope),
  main: listOf(terms.main),
  weekdays: terms.weekdays.map(String),
  uses: terms.uses,
  validDays: terms.validDays ?? '',
  validUntil: terms.validUntil,
  goesWithCoupons: terms.goesWithCoupons,
  goesWithDiscounts: terms.goesWithDiscounts,
  text: terms.text,
});

/** What a kind of coupon asks for beside what all do. */
export const asksFor = (kind: CouponKind) => ({
  amount: kind === 'amount',
  percent: kind === 'percent' || kind === 'accessory',
  cap: kind !== 'amount',
  buys: kind === 'buy_get',
  main: kind === 'accessory',
  needsScope: kind === 'tasting' || kind === 'accessory',
});

const percentOf = (text: string): number | null => {
  const read = parseDiscount(text);
  return read?.kind === 'percent' ? read.basisPoints : null;
};
const optional = (text: string) => (text.trim() === '' ? null : parseMoney(text));

/** What is wrong with the fields, by field; none when they can be saved. */
export const termsErrors = (t: TFunction, values: TermsValues, prefix = ''): Record<string, string> => {
  const asks = asksFor(values.kind);
  const errors: Record<string, string> = {};
  const isMoney = (text: string): boolean => text.trim() === '' || parseMoney(text) !== null;
  if (asks.amount && (parseMoney(values.amount) ?? 0) <= 0) errors[`${prefix}amount`] = t('coupons.fields.amountFault');
  if (asks.percent && percentOf(values.percent) === null) errors[`${prefix}percent`] = t('coupons.fields.percentFault');
  if (asks.cap && (!isMoney(values.cap) || optional(values.cap) === 0)) errors[`${prefix}cap`] = t('coupons.fields.amountFault');
  if (!isMoney(values.least)) errors[`${prefix}least`] = t('coupons.fields.moneyFault');
  if (asks.needsScope && values.scope.length === 0) errors[`${prefix}scope`] = t('errors.issue.coupon_scope_needed');
  if (asks.main && values.main.length === 0) errors[`${prefix}main`] = t('errors.issue.coupon_main_needed');
  return errors;
};

/** The terms as the operation takes them; fields of other kinds are left out. */
export const termsInput = (values: TermsValues): CallInput<'coupons.saveType'>['terms'] => {
  const asks = asksFor(values.kind);
  return {
    kind: values.kind,
    amountCents: asks.amount ? optional(values.amount) : null,
    basisPoints: asks.percent ? percentOf(values.percent) : null,
    capCents: asks.cap ? optional(values.cap) : null,
    buys: asks.buys ? values.buys : 1,
    leastCents: optional(values.least) ?? 0,
    scope: scopeOf(values.scope),
    main: asks.main ? scopeOf(values.main) : { productIds: [], categories: [] },
    weekdays: values.weekdays.map(Number).sort((one, other) => one - other),
    uses: values.uses,
    validDays: values.validDays === '' ? null : values.validDays,
    validUntil: values.validUntil !== null && isLocalDate(values.validUntil) ? values.validUntil : null,
    goesWithCoupons: values.goesWithCoupons,
    goesWithDiscounts: values.goesWithDiscounts,
    text: values.text,
  };
};
