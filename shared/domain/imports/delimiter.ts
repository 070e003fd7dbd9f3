export type Delimiter = 'comma' | 'tab' | 'semicolon' | 'pipe' | 'spaces';

/** The character between fields; `spaces` is any run of blanks. */
export const delimiterCharacters: Readonly<Record<Exclude<Delimiter, 'spaces'>, string>> = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  pipe: '|',
};

const isCharacterDelimiter = (delimiter: Delimiter): delimiter is Exclude<Delimiter, 'spaces'> => delimiter !== 'spaces';
const candidates = (['tab', 'comma', 'semicolon', 'pipe'] as const).filter(isCharacterDelimiter);

/** Fields between runs of blanks. */
export const splitSpaces = (line: string): string[] => line.trim().split(/[ \t\u00a0\u3000]+/);

/**
 * The lines without what stands in quotes, so that a comma inside a name counts for nothing, nor do the lines of a cell that has
 * several. A quote opens at the beginning of a field only; the last may be cut off by the end of the sample.
 */
const withoutQuoted = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .replaceAll(/(^|[,;|\t\n])"(?:[^"]|"")*(?:"(?=[,;|\t\n]|$)|$)/g, '$1')
    .split('\n');

const shareWithSameCount = (counts: readonly number[]): { count: number; share: number } => {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [count, most] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { count, share: most / Math.max(1, counts.length) };
};

/**
 * What stands between the fields, judged by the first lines: the character that gives the most lines the same number of fields,
 * more than one; else runs of blanks when those do; else comma (a single column).
 */
export const detectDelimiter = (lines: readonly string[]): Delimiter => {
  const sample = withoutQuoted(lines)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  let best: { delimiter: Delimiter; score: number } = { delimiter: 'comma', score: 0 };
  for (const delimiter of candidates) {
    const character = delimiterCharacters[delimiter];
    const { count, share } = shareWithSameCount(sample.map((line) => line.split(character).length));
    const score = count > 1 ? share * 100 + Math.min(count, 50) / 50 : 0;
    if (score > best.score) best = { delimiter, score };
  }
  if (best.score >= 40) return best.delimiter;
  const spaced = shareWithSameCount(sample.map((line) => splitSpaces(line).length));
  if (spaced.count > 1 && spaced.share >= 0.6) return 'spaces';
  return best.delimiter;
};
