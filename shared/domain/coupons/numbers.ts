/** Digits before the check digit. */
const DIGITS = 9;

/** The check digit of ISO/IEC 7812-1 (Luhn): one wrong digit, and two that changed places, are found. */
const checkDigit = (digits: string): number => {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
};

/** A coupon's number 券号, short enough to be read out: nine digits of a fresh id's random end, then the check digit. */
export const couponNumberOf = (id: string): string => {
  const random = BigInt(`0x${id.replaceAll('-', '').slice(-14)}`);
  const digits = String(random % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0');
  return `${digits}${checkDigit(digits)}`;
};

/** Whether a text is a coupon's number with the right check digit. */
export const isCouponNumber = (text: string): boolean =>
  /^\d{10}$/.test(text) && Number(text.slice(-1)) === checkDigit(text.slice(0, -1));

/** What was typed or scanned, as numbers and codes are kept: without spaces and hyphens, in capitals, in plain digits. */
export const couponText = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

/** Whether a text can be a discount code 折扣码: letters and digits, at least one letter, so that it is never taken for a number. */
export const isDiscountCode = (text: string): boolean => /^(?=.*[A-Z])[A-Z0-9]{3,20}$/.test(text);
