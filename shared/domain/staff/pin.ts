/** Why a PIN is refused. */
export type PinProblem = 'pin_not_digits' | 'pin_trivial';

const isRun = (pin: string, step: 1 | 9): boolean =>
  [...pin].slice(1).every((digit, index) => Number(digit) === (Number(pin[index]) + step) % 10);

/** 1212, 123123, 88888888: one short piece again and again. */
const isRepeated = (pin: string): boolean => /^(\d{1,4}?)\1+$/.test(pin);

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
const isMonthAndDay = (text: string): boolean => /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);

/** A year of birth, or a whole day of birth: what a stranger tries after 1234. */
const isBirthday = (pin: string): boolean =>
  (pin.length === 4 && isYear(pin)) ||
  (pin.length === 6 && isMonthAndDay(pin.slice(2))) ||
  (pin.length === 8 && isYear(pin.slice(0, 4)) && isMonthAndDay(pin.slice(4)));

/**
 * What is wrong with a new PIN: it has 4 to 8 digits, and is none of those that everybody tries first (runs such as 1234 and 9876, one
 * piece repeated, years and days of birth). Null when it is fine (R192, S5).
 */
export const pinProblem = (pin: string): PinProblem | null => {
  if (!/^\d{4,8}$/.test(pin)) return 'pin_not_digits';
  return isRun(pin, 1) || isRun(pin, 9) || isRepeated(pin) || isBirthday(pin) ? 'pin_trivial' : null;
};
