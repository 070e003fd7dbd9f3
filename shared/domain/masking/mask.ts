// What is left of a way to reach a person for whoever may not see it (R192): enough to tell two apart, never enough to use.

/** What stands for a hidden character. */
const HIDDEN = '*';
/** So many figures of a number are shown at its end: what a person is found by at the desk. */
export const SHOWN_TAIL = 4;
/** So many more at its beginning, as far as enough stays hidden. */
const SHOWN_HEAD = 3;
/** A run of so many figures is a number that can be dialled; a shorter one is a price, a year, a plate. */
export const SHORTEST_NUMBER = 7;

const BETWEEN = String.raw`[ \t\u00a0\u2007-\u200d\u202f\u2060\u3000\ufeff\-‐-―−.·()（）]{0,3}`;
const FIGURE = String.raw`\p{Nd}`;
const EXTENSION = String.raw`(?:\s*(?:转|轉|分机|分機|ext\.?|extension|x|#)\s*${FIGURE}{1,6}(?!${FIGURE}))?`;
/** A day as it is written in every file: eight figures that nobody dials. */
const DAY = String.raw`(?<![\p{Nd}+*])(?:19|20|21)\d{2}(?<mark>[-.])(?:0[1-9]|1[0-2])\k<mark>(?:0[1-9]|[12]\d|3[01])(?!${FIGURE})`;
const NUMBER = String.raw`\+?${FIGURE}(?:${BETWEEN}${FIGURE}){${SHORTEST_NUMBER - 1},}${EXTENSION}`;
const ADDRESS = String.raw`[\p{L}\p{Nd}.+*_%-]+@[\p{L}\p{Nd}*-]+(?:\.[\p{L}\p{Nd}*-]+)+`;
const inText = new RegExp(`${DAY}|(?<address>${ADDRESS})|(?<number>${NUMBER})`, 'giu');
/** What most texts are told by at once: without it there is nothing to hide. */
const worthLooking = new RegExp(`@|${FIGURE}(?:[^\\p{L}\\p{Nd}]{0,3}${FIGURE}){${SHORTEST_NUMBER - 1}}`, 'u');

const figure = /[\p{Nd}*]/u;
const isPlace = (character: string): boolean => figure.test(character);
const extension = /(?:转|轉|分机|分機|ext\.?|extension|x|#)\s*[\p{Nd}*]{1,6}$/iu;
/** The code of China before a mobile number, also when it is hidden already. */
const chinaCode = /^(?:\+|0\s*0|\*\*)?(?:86|\*\*)/u;

/** Which places of a number of so many are shown, counted from its beginning. */
export const isShownPlace = (place: number, places: number): boolean => {
  const shownTail = places < SHORTEST_NUMBER ? Math.min(2, Math.floor(places / 3)) : SHOWN_TAIL;
  const shownHead = Math.min(SHOWN_HEAD, Math.max(0, places - SHOWN_TAIL - SHOWN_TAIL));
  return place < shownHead || place >= places - shownTail;
};

const maskPlaces = (text: string): string => {
  const characters = Array.from(text);
  const places = characters.filter(isPlace).length;
  let place = -1;
  return characters
    .map((character) => {
      if (!isPlace(character)) return character;
      place += 1;
      return isShownPlace(place, places) ? character : HIDDEN;
    })
    .join('');
};
const hideAll = (text: string): string => Array.from(text, (character) => (isPlace(character) ? HIDDEN : character)).join('');

const placesOf = (text: string): string => Array.from(text).filter(isPlace).join('');

/** A number as it is typed, with its marks: 138****5678, 010-****5678, +** 138****5678. */
const maskNumber = (text: string): string => {
  const tail = extension.exec(text);
  const whole = tail === null ? text : text.slice(0, tail.index);
  const end = tail === null ? '' : hideAll(text.slice(tail.index));
  const code = chinaCode.exec(whole)?.[0] ?? '';
  // Eleven figures after the code of China are a mobile number and read like one; the code gives way.
  if (code !== '' && /^[1*]/u.test(placesOf(whole.slice(code.length))) && placesOf(whole.slice(code.length)).length === 11)
    return hideAll(code) + maskPlaces(whole.slice(code.length)) + end;
  return maskPlaces(whole) + end;
};

const maskAddress = (text: string): string => {
  const at = text.lastIndexOf('@');
  const [first = '', ...rest] = Array.from(text.slice(0, at));
  const domain = text.slice(at);
  const figures = Array.from(domain).filter((character) => /\p{Nd}/u.test(character)).length;
  const shownFirst = rest.length === 0 ? HIDDEN : first;
  return shownFirst + HIDDEN.repeat(rest.length) + (figures > SHOWN_TAIL ? hideAll(domain) : domain);
};

const isNumberLike = /^[\p{Nd}*+\s\-‐-―−.·()（）]+(?:\s*(?:转|轉|分机|分機|ext\.?|extension|x|#)\s*[\p{Nd}*]{1,6})?$/iu;

/**
 * A way to reach a person with its middle hidden: a phone (138****5678: three figures and four; short ones less), an e-mail address
 * (w***@qq.com), any other account (wf***). The length stays, never more than seven figures do, and masking twice is masking once.
 */
export const maskContact = (value: string): string => {
  if (value.includes('@') && !value.startsWith('@')) return maskAddress(value);
  if (isNumberLike.test(value) && /[\p{Nd}*]/u.test(value)) return maskNumber(value);
  const characters = Array.from(value);
  const shown = characters.length < 4 ? 0 : characters.length < 6 ? 1 : 2;
  return characters.map((character, place) => (place < shown ? character : HIDDEN)).join('');
};

/** A text in which every number that can be dialled, and every e-mail address, is masked; the rest stays readable. */
export const maskText = (text: string): string =>
  worthLooking.test(text)
    ? text.replaceAll(inText, (...found: unknown[]) => {
        const whole = String(found[0]);
        const groups = found.at(-1);
        if (typeof groups !== 'object' || groups === null) return whole;
        if ('address' in groups && groups.address !== undefined) return maskAddress(whole);
        return 'number' in groups && groups.number !== undefined ? maskNumber(whole) : whole;
      })
    : text;

/** A customer's or card's number: hidden only where a shop has taken the phone for it, as a whole or as a part between other characters. */
export const maskCode = (code: string): string => {
  const plain = code.normalize('NFKC');
  const isPhone = /^(?:86)?1[3-9]\d{9}$|^0\d{9,11}$/.test(plain.replaceAll(/[^\d*]/g, ''));
  return isPhone || /(?<!\d)(?:86[ -]?)?1[3-9](?:[ -]?\d){9}(?!\d)/.test(plain) ? maskContact(code) : code;
};

/** Every number and e-mail address that `maskText` hides in a text. */
export const numbersIn = (text: string): string[] =>
  worthLooking.test(text)
    ? [...text.matchAll(inText)].filter(({ groups }) => groups?.['mark'] === undefined).map(([number]) => number)
    : [];
