// What a shop defines for itself, be it the fields of a record (X24) or the questions of a form (X27): each has a key by which what was
// written of it is found again, whatever it is called by then.

interface Keyed<Kind> {
  readonly key: string;
  readonly kind: Kind;
}
interface Given<Kind> {
  readonly key: string | null;
  readonly kind: Kind;
}

/**
 * The keys after a change, in the order given: one of before keeps its own, also when a change is taken back. A known key of another kind is
 * a new one, for what was written of the old one is of its own kind; so is a key that stands twice.
 */
export const keptKeys = <Kind>(
  before: readonly Keyed<Kind>[],
  given: readonly Given<Kind>[],
  newKey: () => string,
): readonly string[] => {
  const known = new Map(before.map(({ key, kind }) => [key, kind]));
  const used = new Set<string>();
  return given.map(({ key, kind }) => {
    const kept = key !== null && (known.get(key) ?? kind) === kind && !used.has(key) ? key : newKey();
    used.add(kept);
    return kept;
  });
};

/** What is wrong with the options of a choice, as the code of a refused field; null where nothing is. */
export const optionsProblem = (options: readonly string[]): 'options_needed' | 'option_twice' | null => {
  if (options.length === 0) return 'options_needed';
  return new Set(options).size < options.length ? 'option_twice' : null;
};
