/**
 * Numbers that stand nowhere but where a test puts them, in every form in which a person writes one; all hold the same figures in their
 * middle, where a mask hides them.
 */
const MIDDLE = '9777790';
let count = 0;
const next = (): string => String((count += 1) % 100).padStart(2, '0');

export const sentinel = {
  mobile: (): string => `13${MIDDLE}${next()}`,
  spaced: (): string => `139 7777 90${next()}`,
  hyphened: (): string => `+86 139-7777-90${next()}`,
  wide: (): string => `１３９７７７７９０${next()}`,
  landline: (): string => `010-977779${next()}`,
  account: (): string => `wxsentinel${next()}`,
  email: (): string => `13${MIDDLE}${next()}@example.com`,
  /** A text of several words with one of them. */
  text: (): string => `有事打13${MIDDLE}${next()}、或 139 7777 90${next()}`,
};

/** An id is drawn anew in every run and now and then happens to hold the figures; no number can stand in one. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Whether anything holds a sentinel, however its figures are parted or written. */
export const tellsSentinel = (value: unknown): boolean => {
  const text = (typeof value === 'string' ? value : JSON.stringify(value ?? null)).replaceAll(ID, '');
  const figures = text.normalize('NFKC').replaceAll(/(?<=\d)[ \-.()（）]+(?=\d)/g, '');
  // A landline keeps its last four figures, so of its own the first ones of the middle are looked for.
  return figures.includes(MIDDLE) || figures.includes('977779') || text.includes('wxsentinel');
};
