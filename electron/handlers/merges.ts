import type { OutputOf } from '../../shared/contract.ts';
import { MERGE_UNDO_DAYS } from '../../shared/domain/merges.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { points } from '../../shared/types/amounts.ts';
import { addDays } from '../../shared/types/time.ts';
import type { Instant } from '../../shared/types/time.ts';
import { countMoves } from '../store/mergeMoves.ts';
import { findBlockingMerge, findListedMerge, listMerges } from '../store/merges.ts';
import type { MergeListRow } from '../store/merges.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { hasLapsed } from './merges/lapse.ts';
import { merge } from './merges/merge.ts';
import { withoutSensitive } from '../../shared/domain/customers/sensitive.ts';
import { isSensitive, maySeeSensitive } from './customers/sensitive.ts';
import { pairDifferences, requirePair, sideOf } from './merges/sides.ts';
import type { Side } from './merges/sides.ts';
import { undo } from './merges/undo.ts';

type Row = OutputOf<'merges.list'>['rows'][number];

const customer = (id: CustomerId | null, name: string | null, number: string | null, removedAt: Instant | null): Row['other'] =>
  id === null || name === null || number === null ? null : { id, name, number, isRemoved: removedAt !== null };

/** Why a merge can never be undone any more; null while it can be. */
const endOf = (context: StoreContext, row: MergeListRow): 'undone' | 'expired' | 'erased' | null => {
  if (row.undone_at !== null) return 'undone';
  if (row.survivor_id === null || row.other_id === null) return 'erased';
  return hasLapsed(context, row) ? 'expired' : null;
};

const listed = (context: StoreContext, row: MergeListRow): Row => {
  const end = endOf(context, row);
  const isStanding = end === null;
  const blocking = isStanding ? findBlockingMerge(context.database, row) : undefined;
  return {
    id: row.id,
    at: row.at,
    staffName: row.staff_name,
    survivor: customer(row.survivor_id, row.survivor_name, row.survivor_number, row.survivor_removed_at),
    other: customer(row.other_id, row.other_name, row.other_number, row.other_removed_at),
    undoneAt: row.undone_at,
    state: end ?? (blocking === undefined ? 'undoable' : 'blocked'),
    undoableUntil: isStanding ? addDays(row.business_date, MERGE_UNDO_DAYS) : null,
    blockedBy: blocking === undefined ? null : { mergeId: blocking.id, survivorName: blocking.name },
  };
};

export const mergesHandlers: HandlersOf<'merges'> = {
  'merges.preview': (context, input) => {
    const pair = requirePair(context, input);
    const survivor = sideOf(context, pair.survivor);
    const other = sideOf(context, pair.other);
    const maySee = maySeeSensitive(context);
    const shown = (side: Side): Side => (maySee ? side : { ...side, fields: withoutSensitive(side.fields) });
    return {
      survivor: shown(survivor),
      other: shown(other),
      // What may not be seen is decided by the rule alone.
      differences: pairDifferences(context, pair).filter(({ field }) => maySee || !isSensitive(field)),
      counts: countMoves(context.database, input),
      pointsBalance: points(survivor.customer.pointsBalance + other.customer.pointsBalance),
    };
  },
  'merges.merge': merge,
  'merges.undo': undo,
  'merges.list': (context, input) => {
    if (input.mergeId !== undefined) {
      const row = findListedMerge(context.database, input.mergeId);
      return row === undefined ? { total: 0, rows: [] } : { total: 1, rows: [listed(context, row)] };
    }
    const { total, rows } = listMerges(context.database, input);
    return { total, rows: rows.map((row) => listed(context, row)) };
  },
};
