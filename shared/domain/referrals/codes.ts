import { checkedCodeOf, codeText, isChecked } from '../checkedCodes.ts';

// Codes by which a customer is named as the one who brought somebody (R096).

const LENGTH = 6;

/** A letter first and a figure somewhere, so that it is never taken for a number or for letters of a name. */
export const REFERRAL_CODE = /^(?=.*\d)[A-HJKMNP-RT-Y][2-9A-HJKMNP-RT-Y]{5}$/;

/** The code that follows from the random end of a fresh id; null where it would hold no figure. */
export const referralCodeOf = (id: string): string | null => {
  const code = checkedCodeOf(id, LENGTH, (index) => index === 0);
  return REFERRAL_CODE.test(code) ? code : null;
};

/** What was typed, as codes are kept; null where it is none, or one with a slip in it. */
export const readReferralCode = (typed: string): string | null => {
  const code = codeText(typed);
  return REFERRAL_CODE.test(code) && isChecked(code) ? code : null;
};
