import { maskText, numbersIn } from './mask.ts';

// A form shows masked numbers to whoever may not see them; what it sends back must not wipe out the numbers themselves.

/** Whether a text may hold something masked. */
export const mayBeMasked = (text: string): boolean => text.includes('*');

/** Hidden figures and then figures: what is left of a number, and never the beginning of one that was typed. */
const remains = /(?:\*[^\p{L}\p{Nd}*\n]{0,3}){3,}\p{Nd}|\*@/u;
const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The text with its masked numbers made whole again from what is known, or null when one of them is nobody's, or could be either of
 * two. For every text: `unmaskText(maskText(text), [text])` is the text, or null.
 */
export const unmaskText = (text: string, known: readonly string[]): string | null => {
  const whole = new Map<string, string | null>();
  for (const number of known.flatMap(numbersIn)) {
    const masked = maskText(number);
    const former = whole.get(masked);
    whole.set(masked, former === undefined || former === number ? number : null);
  }
  const masks = [...whole.keys()].sort((one, other) => other.length - one.length);
  let isUnclear = false;
  const unmasked =
    masks.length === 0
      ? text
      : text.replaceAll(new RegExp(masks.map(literal).join('|'), 'gu'), (masked) => {
          const number = whole.get(masked) ?? null;
          if (number === null) isUnclear = true;
          return number ?? masked;
        });
  return isUnclear || remains.test(unmasked) ? null : unmasked;
};

/** The one value that is shown like this, or null. */
export const unmaskWhole = (value: string, known: readonly string[], mask: (whole: string) => unknown): string | null => {
  const fitting = [...new Set(known.filter((whole) => whole !== value && mask(whole) === value))];
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};
