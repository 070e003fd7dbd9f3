import type { StoreDatabase } from '../../store/database.ts';
import { invalidateRun } from '../../store/engine.ts';
import { findImport, listUnfinishedImports, setImportState } from '../../store/imports.ts';
import {
  countNewcomersLeft,
  deleteImport,
  deleteLibraryOfImport,
  deleteRejectedRows,
  hasFactsOfImport,
  hasReturnsOfImport,
  listNewcomersOfImport,
  listPeopleOfImport,
  markImportUndone,
} from '../../store/importUndo.ts';
import { transaction } from '../../store/database.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId, ImportId } from '../../../shared/types/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { StoreContext } from '../context.ts';
import { timed } from '../pace.ts';
import { topicsOfImport } from './commit.ts';
import { takeBackPeople } from './takeBack.ts';
import type { ImportCommands, TakenBack } from './types.ts';

/** Nothing taken back yet. */
export const nothingTaken: TakenBack = { customersRemoved: 0, customersKept: 0, visitsRemoved: 0, valuesKept: 0 };

export const together = (one: TakenBack, other: TakenBack): TakenBack => ({
  customersRemoved: one.customersRemoved + other.customersRemoved,
  customersKept: one.customersKept + other.customersKept,
  visitsRemoved: one.visitsRemoved + other.visitsRemoved,
  valuesKept: one.valuesKept + other.valuesKept,
});

/**
 * Everybody an import has touched, in the order in which it is taken back from them: first those who were here before, whom the file may
 * have given a newcomer as the one who brought them; then the newcomers, whoever was brought before whoever brought them. People who
 * brought one another in a circle make one group; everybody else is a group of one.
 */
export const groupsToTakeBack = (database: StoreDatabase, importId: ImportId): readonly (readonly CustomerId[])[] => {
  const referrerOf = new Map(listNewcomersOfImport(database, importId).map(({ id, referrerId }) => [id, referrerId]));
  const groups = listPeopleOfImport(database, importId).flatMap((id) => (referrerOf.has(id) ? [] : [[id]]));
  const left = new Set(referrerOf.keys());
  const brought = new Map<CustomerId, number>();
  for (const referrerId of referrerOf.values())
    if (referrerId !== null && left.has(referrerId)) brought.set(referrerId, (brought.get(referrerId) ?? 0) + 1);
  const ready = [...left].filter((id) => !brought.has(id));
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    groups.push([id]);
    left.delete(id);
    const referrerId = referrerOf.get(id) ?? null;
    if (referrerId === null || !left.has(referrerId)) continue;
    const waiting = (brought.get(referrerId) ?? 0) - 1;
    brought.set(referrerId, waiting);
    if (waiting === 0) ready.push(referrerId);
  }
  return left.size === 0 ? groups : [...groups, [...left]];
};

/** The next groups that make about so many people, from a place on. */
export const nextGroups = (
  groups: readonly (readonly CustomerId[])[],
  from: number,
  people: number,
): { readonly customerIds: readonly CustomerId[]; readonly next: number } => {
  const customerIds: CustomerId[] = [];
  let next = from;
  while (next < groups.length && customerIds.length < people) {
    customerIds.push(...(groups[next] ?? []));
    next += 1;
  }
  return { customerIds, next };
};

const requireImport = (database: StoreDatabase, importId: ImportId) => {
  const found = findImport(database, importId);
  if (!found) throw new AppError('not_found', { what: 'import' });
  if (found.undone_at !== null) throw new AppError('already_undone', {});
  return found;
};

/** What the studies ask of the writer on the way back. */
export const undoInternal: {
  readonly [Name in 'imports.beginUndo' | 'imports.takeBack' | 'imports.dropRejected' | 'imports.finishUndo']: (
    context: StoreContext,
    input: ImportCommands[Name]['input'],
  ) => ImportCommands[Name]['output'];
} = {
  // What never came in whole goes back as what it is; what stood is on its way out from here on, whatever happens.
  'imports.beginUndo': (context, { importId }) => {
    const { database } = context;
    if (requireImport(database, importId).state === 'finished') {
      if (hasReturnsOfImport(database, importId)) throw new AppError('conflict', { reason: 'import_has_returns' });
      setImportState(database, importId, 'undoing');
    }
    invalidateRun(database);
    context.changed(['imports']);
    return null;
  },

  'imports.takeBack': (context, part) => {
    requireImport(context.database, part.importId);
    return timed(() => ({ taken: takeBackPeople(context, part) }));
  },

  'imports.dropRejected': (context, { importId, limit }) => timed(() => deleteRejectedRows(context.database, importId, limit)),

  /** Not done while somebody at the desk has moved some of it to people who were not on the list. */
  'imports.finishUndo': (context, { importId, taken }) => {
    const { database } = context;
    const { state, file_name: file, form } = requireImport(database, importId);
    if (hasFactsOfImport(database, importId)) return { isDone: false };
    deleteLibraryOfImport(database, importId);
    if (state !== 'committing' || !deleteImport(database, importId)) markImportUndone(database, importId, context.now());
    recordAudit(
      context,
      state === 'committing'
        ? { operation: 'imports.run', outcome: 'failed', details: { importId, file, form } }
        : { operation: 'imports.undo', details: { importId, ...taken, customersKept: countNewcomersLeft(database, importId) } },
    );
    invalidateRun(database);
    context.changed(topicsOfImport);
    return { isDone: true };
  },
};

/** So many people, or refused rows, in one transaction at the start, when nobody waits at the desk yet. */
const PEOPLE_AT_A_TIME = 500;

/**
 * Takes back what a stop has left of imports that were on their way in, and of undos that were on their way: for the start, before
 * anybody sees half of one (R1). Each step is a transaction of its own; stopped again, the next start goes on. Returns how many there were.
 */
export const finishInterruptedImports = (context: StoreContext): number => {
  const { database } = context;
  const unfinished = listUnfinishedImports(database);
  for (const importId of unfinished) {
    const step = <T>(work: () => T): T => transaction(database, work);
    let taken = nothingTaken;
    for (let isDone = false; !isDone;) {
      const groups = groupsToTakeBack(database, importId);
      for (let at = 0; at < groups.length;) {
        const { customerIds, next } = nextGroups(groups, at, PEOPLE_AT_A_TIME);
        taken = together(
          taken,
          step(() => takeBackPeople(context, { importId, customerIds })),
        );
        at = next;
      }
      if (findImport(database, importId)?.state === 'committing')
        while (step(() => deleteRejectedRows(database, importId, PEOPLE_AT_A_TIME)).isMore);
      ({ isDone } = step(() => undoInternal['imports.finishUndo'](context, { importId, taken })));
    }
  }
  return unfinished.length;
};
