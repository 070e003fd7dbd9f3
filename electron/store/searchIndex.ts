import { neededText, searchCells, searchFields } from '../../shared/domain/search.ts';
import type { MatchRank, SearchQuery } from '../../shared/domain/search.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { dataVersion } from './dataVersion.ts';
import type { StoreDatabase } from './database.ts';
import { NO_RANK, buildColumn, cellAt, rankColumn } from './searchColumn.ts';
import type { SearchColumn } from './searchColumn.ts';
import { changedSearchables, forgetChanges, readSearchables, stopWatching, watchChanges } from './searchSource.ts';
import type { SearchableRow } from './searchSource.ts';

/*
 * Everyone's names, readings and numbers in memory, about 100 bytes a customer: searching them all takes a few milliseconds at
 * 100,000 customers and finds any part of anything, where rows of search terms would cost an import more than all its other
 * rows together. SQLite stays the truth: the connection's own triggers note whose row has changed, in the same transaction, and a
 * commit by another process shows in data_version.
 */

/** So many changed customers are taken up one by one; more are quicker read anew with all the others. */
const MOST_CHANGES = 2000;

interface Block {
  readonly ids: readonly CustomerId[];
  /** Day of the last visit as the number YYYYMMDD; 0 for none. */
  readonly lastVisits: Int32Array;
  /** 1 once the customer was changed or removed: then it stands in the other block, or in none. */
  readonly gone: Uint8Array;
  readonly columns: readonly SearchColumn[];
}

interface SearchIndex {
  readonly base: Block;
  recent: Block;
  readonly changes: Map<CustomerId, SearchableRow>;
  version: number;
}

/** One customer that a query found. */
export interface Candidate {
  readonly id: CustomerId;
  readonly rank: MatchRank;
  readonly lastVisit: number;
}

const indexes = new WeakMap<StoreDatabase, SearchIndex>();

const dayValue = (day: LocalDate | null): number =>
  day === null ? 0 : Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8));

const buildBlock = () => {
  const builders = searchFields.map((field) => ({ field, builder: buildColumn(field) }));
  const ids: CustomerId[] = [];
  const lastVisits: number[] = [];
  return {
    add: (row: SearchableRow): void => {
      const cells = searchCells(row);
      for (const { field, builder } of builders) builder.add(cells[field]);
      ids.push(row.id);
      lastVisits.push(dayValue(row.lastVisitOn));
    },
    finish: (): Block => ({
      ids,
      lastVisits: Int32Array.from(lastVisits),
      gone: new Uint8Array(ids.length),
      columns: builders.map(({ builder }) => builder.finish()),
    }),
  };
};

const blockOf = (found: Iterable<SearchableRow>): Block => {
  const block = buildBlock();
  for (const row of found) block.add(row);
  return block.finish();
};

/** Counts how often the index was forgotten, so that one being made then is not taken for whole. */
const forgotten = new WeakMap<StoreDatabase, number>();
const timesForgotten = (database: StoreDatabase): number => forgotten.get(database) ?? 0;

/**
 * Makes the index a step at a time, some milliseconds each, for whoever has nothing else to do: the first search then waits for
 * nothing. What changes between the steps is taken up like any other change. A search that comes earlier makes the index itself.
 */
export function* warmSearchIndex(database: StoreDatabase): Generator<void, void> {
  if (indexes.has(database)) return;
  const timesBefore = timesForgotten(database);
  const version = dataVersion(database);
  watchChanges(database);
  forgetChanges(database);
  const block = buildBlock();
  for (const batch of readSearchables(database)) {
    for (const row of batch) block.add(row);
    yield;
    if (indexes.has(database) || timesForgotten(database) !== timesBefore) return;
  }
  indexes.set(database, { base: block.finish(), recent: blockOf([]), changes: new Map(), version });
}

const load = (database: StoreDatabase): SearchIndex => {
  const version = dataVersion(database);
  watchChanges(database);
  forgetChanges(database);
  const base = buildBlock();
  for (const batch of readSearchables(database)) for (const row of batch) base.add(row);
  return { base: base.finish(), recent: blockOf([]), changes: new Map(), version };
};

/** Ids are in ascending order. */
const slotOfId = (ids: readonly CustomerId[], id: CustomerId): number => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
};

/** A visit changes no text: then the day alone is put right. */
const keepsItsText = (base: Block, slot: number, row: SearchableRow): boolean => {
  const own = searchCells(row);
  return base.columns.every((column) => cellAt(column, slot) === own[column.field]);
};

const takeUp = (index: SearchIndex, changed: ReadonlyMap<CustomerId, SearchableRow | null>): void => {
  const { base, changes } = index;
  for (const [id, row] of changed) {
    const slot = slotOfId(base.ids, id);
    if (slot !== -1 && row !== null && keepsItsText(base, slot, row)) {
      base.lastVisits[slot] = dayValue(row.lastVisitOn);
      base.gone[slot] = 0;
      changes.delete(id);
    } else {
      if (slot !== -1) base.gone[slot] = 1;
      if (row === null) changes.delete(id);
      else changes.set(id, row);
    }
  }
  index.recent = blockOf(changes.values());
};

const presentIndex = (database: StoreDatabase): Pick<SearchIndex, 'base' | 'recent'> => {
  // What a transaction has written may yet be rolled back: nothing of it is kept.
  if (database.connection.inTransaction) return { base: blockOf([...readSearchables(database)].flat()), recent: blockOf([]) };
  const known = indexes.get(database);
  if (known && known.version === dataVersion(database)) {
    const changed = changedSearchables(database, MOST_CHANGES);
    if (changed !== 'many' && known.changes.size + changed.size <= MOST_CHANGES) {
      if (changed.size > 0) takeUp(known, changed);
      return known;
    }
  }
  const made = load(database);
  indexes.set(database, made);
  return made;
};

const isRank = (value: number): value is MatchRank => value < NO_RANK;

const searchBlock = (block: Block, query: SearchQuery, found: Candidate[]): void => {
  const ranks = new Uint8Array(block.ids.length).fill(NO_RANK);
  const hits: number[] = [];
  for (const column of block.columns) {
    const needed = neededText(query, column.field);
    if (needed !== null) rankColumn(column, needed, ranks, hits);
  }
  for (const slot of hits) {
    const rank = ranks[slot] ?? NO_RANK;
    const id = block.ids[slot];
    if (isRank(rank) && block.gone[slot] === 0 && id !== undefined)
      found.push({ id, rank, lastVisit: block.lastVisits[slot] ?? 0 });
  }
};

/** Everyone the query finds, in no order. Removed customers are not found. */
export const searchIndex = (database: StoreDatabase, query: SearchQuery): Candidate[] => {
  const { base, recent } = presentIndex(database);
  const found: Candidate[] = [];
  searchBlock(base, query, found);
  searchBlock(recent, query, found);
  return found;
};

/**
 * Call it in a transaction that writes thousands of customers, before it writes: the index is read anew at the next search, and
 * the rows are spared being noted one by one.
 */
export const forgetSearchIndex = (database: StoreDatabase): void => {
  indexes.delete(database);
  forgotten.set(database, timesForgotten(database) + 1);
  stopWatching(database);
};
