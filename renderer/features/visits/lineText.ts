import { parseMoney } from '../../../shared/domain/money.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { UNIT_QUANTITY, quantity, type Cents, type Quantity } from '../../../shared/types/amounts.ts';

/** What a clerk meant by one line of typing. */
export interface LineText {
  /** Empty when only an amount was typed. */
  readonly name: string;
  /** Null when no amount was typed. */
  readonly price: Cents | null;
  readonly quantity: Quantity;
}

/** `x2`, `×2`, `*2` at the end, after a space or a figure, so that a name ending in x stays a name. */
const TIMES = /^(.*?)(?:\s+|(?<=\d))[xX×*]\s*(\d+(?:\.\d{1,3})?)$/;
/** An amount glued to a Chinese name: 剪发88. Two figures at least, so that 疗程第2 stays a name. */
const GLUED = /^(.*[\u3400-\u9fff])(\d[\d,]*\d(?:\.\d{1,2})?)$/;

const splitPrice = (text: string): { name: string; price: Cents | null } => {
  const whole = parseMoney(text);
  if (whole !== null) return { name: '', price: whole };
  const space = text.search(/\s\S+$/);
  const last = space < 0 ? null : parseMoney(text.slice(space));
  if (last !== null) return { name: text.slice(0, space).trim(), price: last };
  const [, name, figures] = GLUED.exec(text) ?? [];
  const glued = figures === undefined ? null : parseMoney(figures);
  return glued === null || name === undefined ? { name: text, price: null } : { name, price: glued };
};

/** Reads `88`, `剪发`, `剪发 88`, `剪发88`, `护发素 88 x2`. Anything else is a name. */
export const parseLineText = (text: string): LineText => {
  const trimmed = text.trim();
  const [, before, count] = TIMES.exec(trimmed) ?? [];
  const times = count === undefined ? null : parseQuantity(count);
  if (times === null || before === undefined || before.trim() === '')
    return { ...splitPrice(trimmed), quantity: quantity(UNIT_QUANTITY) };
  return { ...splitPrice(before.trim()), quantity: times };
};
