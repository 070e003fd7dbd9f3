import { SHORTEST_NUMBER, isShownPlace } from './masking/mask.ts';
import { nameSyllables } from './names.ts';
import type { NameSyllable } from './names.ts';
import { withoutExtension } from './phones.ts';

// One box for everything by which a person is found. Here is what matches and how well; the store's index only finds it fast.

/** What a customer can be found by. Phones as they were typed. */
export interface Searchable {
  readonly name: string;
  readonly number: string;
  readonly cardNo: string | null;
  readonly phones: readonly string[];
  /** Names and plates of their things (X20). */
  readonly things: readonly string[];
  /** Numbers and cards of those merged into this customer: an old card still finds the person. */
  readonly formerCodes: readonly string[];
  /** WeChat, QQ, e-mail and other ways to write to them. */
  readonly contacts: readonly string[];
  /** Values of the shop's own fields that are to be searched. */
  readonly own: readonly string[];
}

/** In the order in which they are told when several match equally well. */
export const searchFields = ['name', 'number', 'card', 'phone', 'pinyin', 'initials', 'thing', 'contact', 'own'] as const;
export type SearchField = (typeof searchFields)[number];

/** How well: 0 is the whole field, 1 its beginning (or the tail of a number), 2 inside it. */
export type MatchRank = 0 | 1 | 2;

/** Text without case, accents, width, blanks and marks; `positions` leads back to the text, with its length as the last. */
export interface Folded {
  readonly text: string;
  readonly positions: readonly number[];
}

/** "José  García" and "ＪＯＳＥ-garcia" are both "josegarcia". */
export const fold = (text: string): Folded => {
  let folded = '';
  const positions: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const unit of character
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\p{M}\p{P}\p{Z}\p{C}|]/gu, '')) {
      folded += unit;
      for (let index = 0; index < unit.length; index += 1) positions.push(at);
    }
    at += character.length;
  }
  positions.push(text.length);
  return { text: folded, positions };
};

const alreadyFolded = /^[a-z0-9\u4e00-\u9fff]*$/;

/** `fold` without the positions. */
const foldedText = (text: string): string => (alreadyFolded.test(text) ? text : fold(text).text);

/** Fewer figures than this find no phone, and nothing in the middle of a number. */
export const SHORTEST_RUN = 3;

/** Fewer characters than this find no thing. */
const SHORTEST_THING = 2;

/** What was typed into the box, as far as each field can use it; null when the field cannot hold it. */
export interface SearchQuery {
  readonly name: string | null;
  readonly code: string | null;
  readonly phone: string | null;
  readonly letters: string | null;
  /** Whoever asks sees numbers masked: hidden figures find nobody, or they could be told one by one (R192). */
  readonly hidesNumbers: boolean;
}

const chinaCode = /^(?:\+|00)?86(?=1\d{10})|^(?:\+|00)86/;

/** Digits of a phone as typed, its extension and the code of China left out. */
export const phoneDigits = (text: string): Folded => {
  const folded = fold(withoutExtension(text));
  const positions: number[] = [];
  let digits = '';
  for (let index = chinaCode.exec(folded.text)?.[0].length ?? 0; index < folded.text.length; index += 1) {
    const unit = folded.text.charAt(index);
    if (unit < '0' || unit > '9') continue;
    digits += unit;
    positions.push(folded.positions[index] ?? 0);
  }
  positions.push(text.length);
  return { text: digits, positions };
};

/** Reads the box. Null when nothing in it could find anyone. */
export const parseQuery = (text: string, hidesNumbers = false): SearchQuery | null => {
  const folded = fold(text).text;
  if (folded === '') return null;
  const phone = /^\+?\d+$/.test(folded) ? folded.replace(chinaCode, '').replace('+', '') : '';
  return {
    name: folded,
    code: /^[a-z0-9]+$/.test(folded) ? folded : null,
    phone: phone.length >= SHORTEST_RUN ? phone : null,
    letters: /^[a-z]+$/.test(folded) ? folded : null,
    hidesNumbers,
  };
};

const mobile = /^1\d{10}$/;
const phoneText = (text: string): string => (mobile.test(text) ? text : phoneDigits(text).text);

/** So many ways to read a name are kept; a name with more is found by its likeliest. */
const MOST_READINGS = 64;

/** Each of the heads before each of the tails; the likeliest of both come first. */
const joined = (heads: readonly string[], tails: readonly string[]): readonly string[] => {
  const [head, tail] = [heads[0], tails[0]];
  if (heads.length === 1 && tails.length === 1) return [`${head}${tail}`];
  return heads.flatMap((each) => tails.map((rest) => each + rest)).slice(0, MOST_READINGS);
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Marks the beginning of a whole value within a cell. */
const MARK = '|';

const pinyinCell = (syllables: readonly NameSyllable[]): string => {
  let tails: readonly string[] = [''];
  let cell = '';
  for (let index = syllables.length - 1; index >= 0; index -= 1) {
    tails = joined(syllables[index]?.readings ?? [], tails);
    for (const tail of tails) cell = (index === 0 ? MARK : '') + capitalised(tail) + cell;
  }
  return cell;
};

const initialsCell = (syllables: readonly NameSyllable[]): string => {
  let tails: readonly string[] = [''];
  for (let index = syllables.length - 1; index >= 0; index -= 1) tails = joined(syllables[index]?.initials ?? [], tails);
  return syllables.length === 0 ? '' : tails.map((tail) => MARK + tail).join('');
};

/** A thing by its name or plate as written, and a Chinese name by its reading and its initials too. */
export const thingCell = (thing: string): string => {
  const folded = foldedText(thing);
  const syllables = /^\p{Script=Han}+$/u.test(folded) ? nameSyllables(thing) : [];
  const [readings, initials] = (['readings', 'initials'] as const).map((part) =>
    syllables.map((syllable) => syllable[part][0] ?? '').join(''),
  );
  return [folded, readings, initials].map((text) => (text === undefined || text === '' ? '' : MARK + text)).join('');
};
/** The card in use first. */
export const cardCodes = ({ cardNo, formerCodes }: Searchable): readonly string[] =>
  cardNo === null ? formerCodes : [cardNo, ...formerCodes];

/** One customer's cell for each field: what the index searches as plain text. */
export type SearchCells = { readonly [Field in SearchField]: string };

/**
 * Cells of one customer. Every whole value begins with a mark. In `pinyin` each syllable from which a person may begin to
 * type starts a value with a capital, so that a search for "Xiaom" can begin nowhere else nor run into the next.
 */
export const searchCells = (customer: Searchable): SearchCells => {
  const syllables = nameSyllables(customer.name);
  return {
    name: MARK + foldedText(customer.name),
    number: MARK + foldedText(customer.number),
    card: cardCodes(customer)
      .map((code) => MARK + foldedText(code))
      .join(''),
    phone: customer.phones.map((phone) => MARK + phoneText(phone)).join(''),
    pinyin: pinyinCell(syllables),
    initials: initialsCell(syllables),
    thing: customer.things.map(thingCell).join(''),
    contact: customer.contacts.map((value) => MARK + foldedText(value)).join(''),
    own: customer.own.map((value) => MARK + foldedText(value)).join(''),
  };
};

/** What to look for in the cells of a field; null when this query cannot match it. */
export const neededText = (query: SearchQuery, field: SearchField): string | null => {
  if (field === 'name' || field === 'contact' || field === 'own') return query.name;
  if (field === 'phone') return query.phone;
  // One character would find half the pets of the town.
  if (field === 'thing') return query.name !== null && query.name.length >= SHORTEST_THING ? query.name : null;
  // One letter alone is an initial: the initials find the very same people.
  if (field === 'pinyin') return query.letters === null || query.letters.length === 1 ? null : capitalised(query.letters);
  return field === 'initials' ? query.letters : query.code;
};

const MARK_UNIT = MARK.charCodeAt(0);
const NEWLINE_UNIT = 10;

const endsValue = (unit: number): boolean =>
  Number.isNaN(unit) || unit === MARK_UNIT || unit === NEWLINE_UNIT || (unit >= 65 && unit <= 90);

const isFigure = (unit: number): boolean => unit >= 48 && unit <= 57;

/** A run of figures in a cell that is masked on the screen; in codes only where it is a phone. */
const isMaskedRun = (run: string, field: SearchField): boolean => {
  if (field === 'number' || field === 'card') return /^(?:86)?1[3-9]\d{9}$|^0\d{9,11}$/.test(run);
  return field === 'phone' || run.length >= SHORTEST_NUMBER;
};

/**
 * Whether the text found at `at` rests on something that is masked on the screen (`maskContact`, `maskText`): figures in the middle of
 * a number, part of an account. A number or an account that was typed as a whole does not.
 */
const restsOnHidden = (cells: string, at: number, length: number, field: SearchField): boolean => {
  if (field === 'pinyin' || field === 'initials') return false;
  if (field === 'contact') return cells.charCodeAt(at - 1) !== MARK_UNIT || !endsValue(cells.charCodeAt(at + length));
  for (let place = at; place < at + length; place += 1) {
    if (!isFigure(cells.charCodeAt(place))) continue;
    let from = place;
    while (isFigure(cells.charCodeAt(from - 1))) from -= 1;
    let to = place;
    while (isFigure(cells.charCodeAt(to))) to += 1;
    const isWhole = from >= at && to <= at + length;
    if (!isWhole && isMaskedRun(cells.slice(from, to), field))
      for (let figure = place; figure < Math.min(to, at + length); figure += 1)
        if (!isShownPlace(figure - from, to - from)) return true;
    place = to - 1;
  }
  return false;
};

/**
 * How well the text found at `at` (length `length`) in a field's cells matches; null when it does not count. Cells may stand
 * one after another, a newline between.
 */
export const rankAt = (cells: string, at: number, length: number, field: SearchField, hidesNumbers = false): MatchRank | null => {
  if (hidesNumbers && restsOnHidden(cells, at, length, field)) return null;
  const isStart = cells.charCodeAt(at - 1) === MARK_UNIT;
  const isEnd = endsValue(cells.charCodeAt(at + length));
  if (isStart) return isEnd ? 0 : 1;
  if (field === 'number' || field === 'card' || field === 'phone') {
    if (length < SHORTEST_RUN) return null;
    return isEnd ? 1 : 2;
  }
  // An address is known by how it begins; a letter or two in the middle of one would find everybody.
  if (field === 'contact' || field === 'own') return length < SHORTEST_RUN ? null : 2;
  // A plate is told by its tail, like a phone.
  if (field === 'thing') return isEnd && length >= SHORTEST_RUN ? 1 : 2;
  return 2;
};
