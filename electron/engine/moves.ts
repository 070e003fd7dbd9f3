import type { OutputOf } from '../../shared/contract.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import { classify } from '../../shared/domain/segments/classes.ts';
import { countMovement, groupsOf, movementAxes } from '../../shared/domain/segments/movement.ts';
import type { Group, MovementAxis } from '../../shared/domain/segments/movement.ts';
import { classesOf } from '../store/customerClasses.ts';
import type { StoreDatabase } from '../store/database.ts';
import { countAllCustomers, factsBetween } from '../store/engineFacts.ts';
import { classesBetween } from '../store/judgements.ts';
import { snapshot } from '../store/snapshot.ts';
import { tradeSumsBetween } from '../store/tradeSums.ts';
import type { IdRange } from '../store/tradeSums.ts';
import { basisOf, limitsOf } from './basis.ts';
import { throughEveryone } from './chunks.ts';
import { shopCutoffs } from './everyone.ts';
import { isOut, tradeFactsOf } from './records.ts';
import type { Basis } from '../../shared/domain/reminders/types.ts';
import type { RunContext } from './types.ts';

type Groups = { readonly [Axis in MovementAxis]: Group };

/** In which groups those within a range stand, and in which they would by the basis. */
const compare = (database: StoreDatabase, basis: Basis, range: IdRange): { readonly was: Groups; readonly would: Groups }[] => {
  const known = new Map(classesBetween(database, range).map((row) => [row.customer_id, row]));
  const sums = new Map(tradeSumsBetween(database, limitsOf(basis), range).map((row) => [row.customer_id, row]));
  return factsBetween(database, range).flatMap((row) => {
    const stored = known.get(row.id);
    if (stored === undefined || isOut(row)) return [];
    const classes = classify(tradeFactsOf(row, sums.get(row.id)), basis.cutoffs, basis.settings, basis.today);
    return [{ was: groupsOf(classesOf(stored)), would: groupsOf(classes) }];
  });
};

/**
 * How many people each axis would move, from which group to which, if the shop's thresholds were these: everybody's trade classified
 * by the new cut-offs, against the classes that are stored. Nothing is written. Errors: cancelled.
 */
export const previewMoves = async (context: RunContext, settings: ShopSettings): Promise<OutputOf<'settings.previewMoves'>> => {
  const { database } = context;
  const today = context.today();
  const { cutoffs, total } = snapshot(database, () => ({
    cutoffs: shopCutoffs(database, settings, today),
    total: countAllCustomers(database),
  }));
  const basis = basisOf(today, settings, { cutoffs }, []);
  const counted = movementAxes.map((axis) => ({ axis, movement: countMovement() }));
  let people = 0;
  let moved = 0;
  const walk = { phase: 'judging', total, read: (_ids: unknown, range: IdRange) => compare(database, basis, range) };
  for await (const { found } of throughEveryone(context, walk))
    for (const { was, would } of found) {
      const changed = counted.filter(({ axis }) => was[axis] !== would[axis]);
      for (const { axis, movement } of changed) movement.add(was[axis], would[axis]);
      people += 1;
      if (changed.length > 0) moved += 1;
    }
  return {
    people,
    moved,
    axes: counted.map(({ axis, movement }) => ({
      axis,
      moves: movement
        .cells()
        .flatMap(({ before, after, count }) => (before === null || after === null ? [] : [{ before, after, count }]))
        .sort(
          (one, other) => other.count - one.count || (`${one.before} ${one.after}` < `${other.before} ${other.after}` ? -1 : 1),
        ),
    })),
  };
};
