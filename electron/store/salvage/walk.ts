import type BetterSqlite3 from 'better-sqlite3';
import { quoted } from '../quoted.ts';

// Reads a table of a damaged store row by row, round the pages that cannot be read.

export type Cell = string | number | Buffer | null;
type Row = readonly Cell[];

export interface DamagedTable {
  readonly name: string;
  /** By what its rows are ordered as they lie: the columns of its key, or the rowid. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

/** So many looks into a gap between two unreadable places; each costs some page reads. */
const MOST_LOOKS = 2000;
/** After so many in a row that found no row, wherever they looked, nothing is left to find: the table's own first page is gone. */
const MOST_IN_VAIN = 200;

/** Text between two others, by their characters: enough to land between two keys. */
const textBetween = (low: string, high: string): string | null => {
  let at = 0;
  while (at < low.length && low[at] === high[at]) at += 1;
  const [from, to] = [low.codePointAt(at) ?? 0x20, high.codePointAt(at) ?? 0x7e];
  if (to - from > 1) return `${low.slice(0, at)}${String.fromCodePoint(from + Math.floor((to - from) / 2))}`;
  // Neighbours at this place: go on within the lower one.
  const next = low.codePointAt(at + 1) ?? 0x20;
  return next >= 0x7e || low.length > 200
    ? null
    : `${low.slice(0, at + 1)}${String.fromCodePoint(next + Math.ceil((0x7f - next) / 2))}`;
};

/** A value between two keys' first columns; null when there is none. */
export const between = (low: Cell, high: Cell): Cell => {
  if (typeof low === 'number' && typeof high === 'number') return high - low > 1 ? low + Math.floor((high - low) / 2) : null;
  if (typeof low !== 'string' || typeof high !== 'string' || low >= high) return null;
  const middle = textBetween(low, high);
  return middle !== null && middle > low && middle < high ? middle : null;
};

/** The lowest and highest that a first column of that kind can be, where no row at the end could be read. */
const endsOf = (sample: Cell): readonly [Cell, Cell] =>
  typeof sample === 'string' ? ['', '\u007f'] : [0, Number.MAX_SAFE_INTEGER];

interface Gap {
  readonly low: Cell;
  readonly high: Cell;
}

/**
 * Hands every row that can be read to `take`, once or more often: the caller keeps one of each key. Reads up to the first unreadable place,
 * then backwards from the end, then looks into what lies between. Returns whether all of it could be read. `pause` may throw to stop.
 */
export const walkDamaged = (
  connection: BetterSqlite3.Database,
  { name, key, columns }: DamagedTable,
  take: (row: Row) => void,
  pause: () => void,
): boolean => {
  const list = [...key.map((column) => (column === 'rowid' ? 'rowid' : quoted(column))), ...columns.map(quoted)].join(', ');
  const first = key[0] === 'rowid' || key[0] === undefined ? 'rowid' : quoted(key[0]);
  const order = (direction: 'ASC' | 'DESC'): string =>
    key.map((column) => `${column === 'rowid' ? 'rowid' : quoted(column)} ${direction}`).join(', ');

  const prepared = new Map<string, BetterSqlite3.Statement<Cell[], Cell[]>>();
  /** The question in one direction, of all or of a gap: each asked thousands of times where much is lost, and prepared once. */
  const statementFor = (direction: 'ASC' | 'DESC', isGap: boolean): BetterSqlite3.Statement<Cell[], Cell[]> => {
    const text = `SELECT ${list} FROM ${quoted(name)} NOT INDEXED ${isGap ? `WHERE ${first} BETWEEN ? AND ?` : ''} ORDER BY ${order(direction)}`;
    const known = prepared.get(text);
    if (known !== undefined) return known;
    const made = connection.prepare<Cell[], Cell[]>(text).raw();
    prepared.set(text, made);
    return made;
  };

  /** Reads in one direction until the end or the first unreadable place; the first column of the last row read. */
  const read = (direction: 'ASC' | 'DESC', gap: Gap | null): { last: Cell | undefined; isEnd: boolean } => {
    let last: Cell | undefined;
    let count = 0;
    try {
      for (const row of statementFor(direction, gap !== null).iterate(...(gap === null ? [] : [gap.low, gap.high]))) {
        take(row.slice(key.length));
        last = row[0] ?? null;
        count += 1;
        if (count % 500 === 0) pause();
      }
      return { last, isEnd: true };
    } catch (error) {
      if (!isDamage(error)) throw error;
      return { last, isEnd: false };
    }
  };

  const forward = read('ASC', null);
  if (forward.isEnd) return true;
  const backward = read('DESC', null);
  const [lowest, highest] = endsOf(forward.last ?? backward.last ?? (key[0] === 'rowid' ? 0 : ''));
  const gaps: Gap[] = [{ low: forward.last ?? lowest, high: backward.last ?? highest }];
  let inVain = 0;
  for (let looks = 0; looks < MOST_LOOKS && inVain < MOST_IN_VAIN; looks += 1) {
    const gap = gaps.shift();
    if (gap === undefined) break;
    const middle = between(gap.low, gap.high);
    if (middle === null) continue;
    pause();
    const down = read('DESC', { low: gap.low, high: middle });
    if (!down.isEnd) gaps.push({ low: gap.low, high: down.last ?? middle });
    const up = read('ASC', { low: middle, high: gap.high });
    if (!up.isEnd) gaps.push({ low: up.last ?? middle, high: gap.high });
    inVain = down.last === undefined && up.last === undefined ? inVain + 1 : 0;
  }
  return false;
};

/** Whether SQLite says that the file, not the question, is at fault. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code);
