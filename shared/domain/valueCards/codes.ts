import { checkedCodeOf, codeText, isChecked } from '../checkedCodes.ts';

// Codes of gift cards (X60): whoever gives the code pays with the card, so nobody guesses one: 52 bits, of which no clock tells any.

const LENGTH = 12;
const GROUP = 4;
const LETTER = '[A-HJKMNP-RT-Y]';
const ANY = '[2-9A-HJKMNP-RT-Y]';

/** A letter begins each of its three groups, so that it never holds somebody's telephone number. */
export const VALUE_CARD_CODE = new RegExp(`^(?:${LETTER}${ANY}{${GROUP - 1}}){${LENGTH / GROUP}}$`);

/** The code that follows from the random end of a fresh id. */
export const valueCardCodeOf = (id: string): string => checkedCodeOf(id, LENGTH, (index) => index % GROUP === 0);

/** What was typed or scanned, as codes are kept; null where it is none, or one with a slip in it. */
export const readValueCardCode = (typed: string): string | null => {
  const code = codeText(typed);
  return VALUE_CARD_CODE.test(code) && isChecked(code) ? code : null;
};

/** A code as it is printed and read out, group by group. */
export const shownCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** What lists tell of a code: enough to know the card in somebody's hand, too little to pay with it. */
export const codeEndOf = (code: string): string => code.slice(-GROUP);
/** That end as it was typed; null where it is none. */
export const readCodeEnd = (typed: string): string | null => {
  const text = codeText(typed);
  return new RegExp(`^${LETTER}${ANY}{${GROUP - 1}}$`).test(text) ? text : null;
};
