const LONGEST_ITEMS = 60;

/** The names of what was bought, each once, as they stand on the receipt; cut after 60 characters. */
export const itemsText = (names: readonly string[]): string => {
  const text = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].join('、');
  const joined = /\p{Script=Han}/u.test(text) ? text : text.replaceAll('、', ', ');
  return joined.length <= LONGEST_ITEMS ? joined : `${joined.slice(0, LONGEST_ITEMS - 1)}…`;
};
