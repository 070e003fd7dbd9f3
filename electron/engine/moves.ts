import { setImmediate } from 'node:timers/promises';
import type { OutputOf } from '../../shared/contract.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import { classify } from '../../shared/domain/segments/classes.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { StoreDatabase } from '../store/database.ts';
import { countAllCustomers, factsBetween, idsAfter } from '../store/engineFacts.ts';
import { classesBetween } from '../store/judgements.ts';
import type { ClassesRow } from '../store/judgements.ts';
import { snapshot } from '../store/snapshot.ts';
import { tradeSumsBetween } from '../store/tradeSums.ts';
import type { IdRange } from '../store/tradeSums.ts';
import { basisOf, limitsOf } from './basis.ts';
import { shopCutoffs } from './everyone.ts';
import { tradeFactsOf } from './records.ts';
import type { RunContext } from './types.ts';

const CUSTOMERS_A_READ = 1000;

type Axis = OutputOf<'settings.previewMoves'>['axes'][number]['axis'];
type Named = { readonly [Name in Axis]: string };

const stored = (row: ClassesRow): Named => ({
  value: row.value,
  rfm: row.rfm,
  rfm8: row.rfm8,
  activity: row.activity,
  dormant: row.is_dormant === 1 ? 'dormant' : 'not_dormant',
});

const axes: readonly Axis[] = ['value', 'rfm8', 'rfm', 'activity', 'dormant'];

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
  const counts = new Map<string, number>();
  const moved = new Set<CustomerId>();
  let people = 0;
  const look = (of: StoreDatabase, range: IdRange): void => {
    const known = new Map(classesBetween(of, range).map((row) => [row.customer_id, row]));
    const sums = new Map(tradeSumsBetween(of, limitsOf(basis), range).map((row) => [row.customer_id, row]));
    for (const row of factsBetween(of, range)) {
      const before = known.get(row.id);
      if (before === undefined || row.removed_at !== null || row.is_inactive === 1) continue;
      people += 1;
      const classes = classify(tradeFactsOf(row, sums.get(row.id)), cutoffs, settings, today);
      const now: Named = { ...classes, dormant: classes.isDormant ? 'dormant' : 'not_dormant' };
      const was = stored(before);
      for (const axis of axes) {
        if (was[axis] === now[axis]) continue;
        const key = `${axis} ${was[axis]} ${now[axis]}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        moved.add(row.id);
      }
    }
  };
  let looked = 0;
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const last = snapshot(database, () => {
      const ids = idsAfter(database, after, CUSTOMERS_A_READ);
      const [from, to] = [ids[0], ids.at(-1)];
      if (from === undefined || to === undefined) return null;
      look(database, { from, to });
      looked += ids.length;
      return to;
    });
    if (last === null) break;
    after = last;
    context.progress('judging', Math.min(looked, total), total);
    await setImmediate();
  }
  return {
    people,
    moved: moved.size,
    axes: axes.map((axis) => ({
      axis,
      moves: [...counts]
        .flatMap(([key, count]) => {
          const [of, from = '', to = ''] = key.split(' ');
          return of === axis ? [{ from, to, count }] : [];
        })
        .sort((one, other) => other.count - one.count || (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1)),
    })),
  };
};
