import { moneyInputText, parseMoney } from '../money.ts';
import { WHOLE_IN_BASIS_POINTS } from './pricing.ts';
import type { Discount } from './pricing.ts';

/** 8折, 8.5折, 85折: what is still paid, in tenths, or in hundredths where two figures stand without a point. */
const ZHE = /^(\d(?:\.\d)?|[1-9]\d)\s*折$/;
/** 20%, 12.5%: what is taken off. */
const PERCENT = /^(\d{1,3}(?:\.\d{1,2})?)\s*%$/;

const percentOff = (basisPoints: number): Discount | null =>
  basisPoints >= 1 && basisPoints <= WHOLE_IN_BASIS_POINTS ? { kind: 'percent', basisPoints } : null;

/**
 * Reads what a clerk types as a discount: 8折, 85折, 20%, or an amount of money to take off, as 10 or ¥10. A minus before it changes nothing.
 * Undefined where nothing is typed or nothing is taken off; null where it cannot be read.
 */
export const parseDiscount = (text: string): Discount | null | undefined => {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/^[-−]\s*/, '');
  if (typed === '') return undefined;
  const paid = ZHE.exec(typed)?.[1];
  if (paid !== undefined) {
    const hundredths = paid.length === 2 ? Number(paid) : Math.round(Number(paid) * 10);
    return percentOff(WHOLE_IN_BASIS_POINTS - hundredths * 100);
  }
  const off = PERCENT.exec(typed)?.[1];
  if (off !== undefined) return Number(off) === 0 ? undefined : percentOff(Math.round(Number(off) * 100));
  const cents = parseMoney(typed);
  if (cents === null) return null;
  return cents === 0 ? undefined : { kind: 'amount', cents };
};

/** A discount as it can be typed: `parseDiscount` reads it back. Nothing is an empty text. */
export const discountInputText = (discount: Discount | null): string => {
  if (discount === null) return '';
  return discount.kind === 'amount' ? moneyInputText(discount.cents) : `${discount.basisPoints / 100}%`;
};
