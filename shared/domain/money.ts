import { MAX_CENTS, cents, type Cents } from '../types/amounts.ts';

/** Full-width digits and signs, as a Chinese input method types them, in their plain form. */
const toPlain = (text: string): string =>
  text
    .replaceAll(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\uff0e\u3002]/g, '.')
    .replaceAll('\uff0c', ',');

const AMOUNT_PATTERN = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?$/;

/**
 * The amount a person typed: `88`, `88.5`, `1,280.00`, `¥88`, `88元`. Exact, never through a float. Null when it is no amount,
 * has more than two decimals, or is above what one field accepts.
 */
export const parseMoney = (text: string): Cents | null => {
  const plain = toPlain(text)
    .trim()
    .replace(/^[\u00a5\uffe5$€£]\s*/, '')
    .replace(/\s*[元块]$/, '')
    .trim();
  const match = AMOUNT_PATTERN.exec(plain);
  if (match === null || !/\d/.test(plain)) return null;
  const whole = (match[1] ?? '0').replaceAll(',', '');
  const value = BigInt(whole) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return value > BigInt(MAX_CENTS) ? null : cents(Number(value));
};

const formatters = new Map<string, Intl.NumberFormat>();

const formatterFor = (currency: string, language: string, keepZeros: boolean): Intl.NumberFormat => {
  const key = `${currency} ${language} ${keepZeros}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    trailingZeroDisplay: keepZeros ? 'auto' : 'stripIfInteger',
  });
  formatters.set(key, made);
  return made;
};

/**
 * An amount with its sign, as people read it: "¥3,480", "¥330.40". `keepZeros` writes "¥3,480.00", for columns.
 * Dividing for the formatter is exact here: up to 70 million million a double is finer than half a cent.
 */
export const formatMoney = (amount: Cents, currency: string, language: string, keepZeros = false): string =>
  formatterFor(currency, language, keepZeros).format(amount / 100);

/** An amount for an input field: "88", "88.50". What `parseMoney` reads back. */
export const moneyInputText = (amount: Cents): string => {
  const fraction = amount % 100;
  const whole = String(Math.trunc(amount / 100));
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(2, '0')}`;
};
