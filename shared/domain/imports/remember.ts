/** So many texts are kept; a file repeats its days and birthdays far more often than that. */
const MOST_KEPT = 20_000;

/** Reads each text once: the same text means the same value. */
export const remembering = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    if (known.size >= MOST_KEPT) known.clear();
    const value = read(text);
    known.set(text, { value });
    return value;
  };
};
