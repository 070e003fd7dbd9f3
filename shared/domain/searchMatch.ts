import type { NameSyllable } from './names.ts';
import { nameSyllables } from './names.ts';
import { cardCodes, fold, neededText, phoneDigits, rankAt, searchCells, searchFields, thingCell } from './search.ts';
import type { Folded, MatchRank, SearchField, SearchQuery, Searchable } from './search.ts';

/** Where a customer matches a query, for the screen to mark. */
export interface SearchMatch {
  readonly rank: MatchRank;
  readonly field: SearchField;
  /** Half-open range: of the name for name, pinyin and initials; else of the value that is told in `value`. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

interface Found {
  readonly rank: MatchRank;
  readonly at: number;
}

const bestIn = (cell: string, text: string, field: SearchField, hidesNumbers: boolean): Found | null => {
  let best: Found | null = null;
  for (let at = cell.indexOf(text); at !== -1; at = cell.indexOf(text, at + 1)) {
    const rank = rankAt(cell, at, text.length, field, hidesNumbers);
    if (rank !== null && (best === null || rank < best.rank)) best = { rank, at };
  }
  return best;
};

/** A character with the accents that follow it. */
const oneCharacter = /^.\p{M}*/su;

const rangeIn = (value: string, { positions }: Folded, at: number, length: number): { start: number; end: number } => {
  const start = positions[at] ?? 0;
  const last = positions[at + length - 1] ?? start;
  return { start, end: last + (oneCharacter.exec(value.slice(last))?.[0].length ?? 0) };
};

/** How many syllables from `from` on the letters take up, or null when they cannot be typed from there. */
const syllablesTyped = (syllables: readonly NameSyllable[], from: number, letters: string): number | null => {
  const syllable = syllables[from];
  if (syllable === undefined) return null;
  if (syllable.readings.some((reading) => reading.startsWith(letters))) return 1;
  for (const reading of syllable.readings) {
    const rest = letters.startsWith(reading) ? syllablesTyped(syllables, from + 1, letters.slice(reading.length)) : null;
    if (rest !== null) return rest + 1;
  }
  return null;
};

const typedInitials = (syllables: readonly NameSyllable[], from: number, letters: string): number | null =>
  Array.from(letters).every((letter, index) => (syllables[from + index]?.initials ?? []).includes(letter))
    ? letters.length
    : null;

const rangeInName = (name: string, field: 'pinyin' | 'initials', letters: string): { start: number; end: number } => {
  const syllables = nameSyllables(name);
  const typed = field === 'pinyin' ? syllablesTyped : typedInitials;
  for (const [from, first] of syllables.entries()) {
    const count = typed(syllables, from, letters);
    const last = count === null ? undefined : syllables[from + count - 1];
    if (last !== undefined) return { start: first.start, end: last.end };
  }
  return { start: 0, end: 0 };
};

const locate = (
  customer: Searchable,
  field: SearchField,
  text: string,
  hidesNumbers: boolean,
): { value: string; start: number; end: number } => {
  if (field === 'pinyin' || field === 'initials')
    return { value: customer.name, ...rangeInName(customer.name, field, text.toLowerCase()) };
  const values = {
    name: [customer.name],
    number: [customer.number],
    card: cardCodes(customer),
    phone: customer.phones,
    thing: customer.things,
    contact: customer.contacts,
    own: customer.own,
  }[field];
  const candidates = values.map((value) => {
    const folded = field === 'phone' ? phoneDigits(value) : fold(value);
    const found = bestIn(`|${folded.text}`, text, field, hidesNumbers);
    return found === null ? null : { value, rank: found.rank, ...rangeIn(value, folded, found.at - 1, text.length) };
  });
  const best = candidates.reduce(
    (least, next) => (next !== null && (least === null || next.rank < least.rank) ? next : least),
    null,
  );
  if (best !== null) return best;
  // A thing found by its reading is marked as a whole.
  const read =
    field === 'thing' ? values.find((value) => bestIn(thingCell(value), text, field, hidesNumbers) !== null) : undefined;
  return read === undefined ? { value: values[0] ?? '', start: 0, end: 0 } : { value: read, start: 0, end: read.length };
};

/** The best match of a query with one customer, by the fields in their order; null when there is none. */
export const matchCustomer = (customer: Searchable, query: SearchQuery): SearchMatch | null => {
  const cells = searchCells(customer);
  let best: { field: SearchField; rank: MatchRank; text: string } | null = null;
  for (const field of searchFields) {
    const text = neededText(query, field);
    const found = text === null ? null : bestIn(cells[field], text, field, query.hidesNumbers);
    if (text !== null && found !== null && (best === null || found.rank < best.rank)) best = { field, rank: found.rank, text };
  }
  if (best === null) return null;
  return { rank: best.rank, field: best.field, ...locate(customer, best.field, best.text, query.hidesNumbers) };
};
