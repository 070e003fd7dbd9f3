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
/** So many changed customers make a block of their own: one that grew on would be made anew ever more slowly. */
const SEALED_AT = 1000;
/** A hundred blocks are searched as fast as one; many more are better read anew as one. */
const MOST_SEALED = 150;

interface Block {
  readonly ids: readonly CustomerId[];
  /** Day of the last visit as the number YYYYMMDD; 0 for none. */
  readonly lastVisits: Int32Array;
  /** 1 for inactive customers. */
  readonly inactive: Uint8Array;
  /** 1 once the customer was changed or removed: then it stands in a later block, or in none. */
  readonly gone: Uint8Array;
  readonly columns: readonly SearchColumn[];
}

interface SearchIndex {
  /** The first holds everybody as they were; changes in their thousands, as an import brings them, follow in blocks of their own. */
  readonly blocks: Block[];
  recent: Block;
  readonly changes: Map<CustomerId, SearchableRow>;
  version: number;
}

/** One customer that a query found. */
export interface Candidate {
  readonly id: CustomerId;
  readonly rank: MatchRank;
  readonly lastVisit: number;
  readonly isInactive: boolean;
}

const indexes = new WeakMap<StoreDatabase, SearchIndex>();

const dayValue = (day: LocalDate | null): number =>
  day === null ? 0 : Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8));

const buildBlock = () => {
  const builders = searchFields.map((field) => ({ field, builder: buildColumn(field) }));
  const ids: CustomerId[] = [];
  const lastVisits: number[] = [];
  const inactive: number[] = [];
  return {
    add: (row: SearchableRow): void => {
      const cells = searchCells(row);
      for (const { field, builder } of builders) builder.add(cells[field]);
      ids.push(row.id);
      lastVisits.push(dayValue(row.lastVisitOn));
      inactive.push(row.isInactive ? 1 : 0);
    },
    finish: (): Block => ({
      ids,
      lastVisits: Int32Array.from(lastVisits),
      inactive: Uint8Array.from(inactive),
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
  indexes.set(database, { blocks: [block.finish()], recent: blockOf([]), changes: new Map(), version });
}

const load = (database: StoreDatabase): SearchIndex => {
  const version = dataVersion(database);
  watchChanges(database);
  forgetChanges(database);
  const base = buildBlock();
  for (const batch of readSearchables(database)) for (const row of batch) base.add(row);
  return { blocks: [base.finish()], recent: blockOf([]), changes: new Map(), version };
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
const keepsItsText = (block: Block, slot: number, row: SearchableRow): boolean => {
  const own = searchCells(row);
  return block.columns.every((column) => cellAt(column, slot) === own[column.field]);
};

/** Puts a changed customer right where they stand; false when they have to be written down anew. */
const putRight = (blocks: readonly Block[], id: CustomerId, row: SearchableRow | null): boolean => {
  let stands = false;
  for (const block of blocks) {
    const slot = slotOfId(block.ids, id);
    if (slot === -1) continue;
    const isTheSame = !stands && row !== null && keepsItsText(block, slot, row);
    block.gone[slot] = isTheSame ? 0 : 1;
    if (!isTheSame) continue;
    block.lastVisits[slot] = dayValue(row.lastVisitOn);
    block.inactive[slot] = row.isInactive ? 1 : 0;
    stands = true;
  }
  return stands;
};

const takeUp = (index: SearchIndex, changed: ReadonlyMap<CustomerId, SearchableRow | null>): void => {
  const { blocks, changes } = index;
  for (const [id, row] of changed) {
    if (putRight(blocks, id, row) || row === null) changes.delete(id);
    else changes.set(id, row);
  }
  if (changes.size > SEALED_AT) {
    blocks.push(blockOf([...changes.values()].sort((one, other) => (one.id < other.id ? -1 : 1))));
    changes.clear();
  }
  index.recent = blockOf(changes.values());
};

const presentIndex = (database: StoreDatabase): Pick<SearchIndex, 'blocks' | 'recent'> => {
  // What a transaction has written may yet be rolled back: nothing of it is kept.
  if (database.connection.inTransaction) return { blocks: [], recent: blockOf([...readSearchables(database)].flat()) };
  const known = indexes.get(database);
  if (known && known.version === dataVersion(database) && known.blocks.length <= MOST_SEALED) {
    const changed = changedSearchables(database, MOST_CHANGES);
    if (changed !== 'many') {
      if (changed.size > 0) takeUp(known, changed);
      return known;
    }
  }
  const made = load(database);
  indexes.set(database, made);
  return made;
};

/**
 * Takes up what a part of long work has changed, so that the next search finds it done. Call it outside a transaction; without an index
 * it does nothing.
 */
export const keepSearchIndex = (database: StoreDatabase): void => {
  if (indexes.has(database)) presentIndex(database);
};

const isRank = (value: number): value is MatchRank => value < NO_RANK;

const searchBlock = (block: Block, query: SearchQuery, found: Candidate[]): void => {
  const ranks = new Uint8Array(block.ids.length).fill(NO_RANK);
  const hits: number[] = [];
  for (const column of block.columns) {
    const needed = neededText(query, column.field);
    if (needed !== null) rankColumn(column, needed, ranks, hits, query.hidesNumbers);
  }
  for (const slot of hits) {
    const rank = ranks[slot] ?? NO_RANK;
    const id = block.ids[slot];
    if (isRank(rank) && block.gone[slot] === 0 && id !== undefined)
      found.push({ id, rank, lastVisit: block.lastVisits[slot] ?? 0, isInactive: block.inactive[slot] === 1 });
  }
};

/** Everyone the query finds, inactive customers included, in no order. Removed customers are not found. */
export const searchIndex = (database: StoreDatabase, query: SearchQuery): Candidate[] => {
  const { blocks, recent } = presentIndex(database);
  const found: Candidate[] = [];
  for (const block of [...blocks, recent]) searchBlock(block, query, found);
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
