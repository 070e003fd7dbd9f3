import type { OutputOf } from '../../../shared/contract.ts';
import { addPurses, emptyPurse } from '../../../shared/domain/storedValue/purse.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { addMonths } from '../../../shared/types/time.ts';
import { sumWaitingGiftParts } from '../../store/giftParts.ts';
import { countHolders, findOwedOf, listHolders } from '../../store/storedValueOwed.ts';
import type { HandlersOf, StoreContext } from '../context.ts';

/** Months at which one age ends and the next begins. */
const AGES = [3, 6, 12] as const;

/** Months ahead: what a clock that ran ahead wrote is among the youngest. */
const LATEST = 1200;

/** What the shop owes in stored value, by how long ago it came in. */
const owed = (context: StoreContext): OutputOf<'storedValue.owed'> => {
  const today = context.today();
  const ends = [null, ...AGES];
  const ages = ends.map((fromMonths, index) => {
    const untilMonths = AGES[index] ?? null;
    const until = fromMonths === null ? addMonths(today, LATEST) : addMonths(today, 0 - fromMonths);
    const left = findOwedOf(context.database, untilMonths === null ? null : addMonths(today, 0 - untilMonths), until);
    return { fromMonths: fromMonths ?? 0, untilMonths, ...left };
  });
  const laterCents = cents(sumWaitingGiftParts(context.database));
  return { customers: countHolders(context.database), ...ages.reduce(addPurses, emptyPurse), laterCents, ages };
};

export const storedOwedHandlers: Pick<HandlersOf<'storedValue'>, 'storedValue.owed' | 'storedValue.holders'> = {
  'storedValue.owed': owed,
  'storedValue.holders': (context, input) => {
    const { total, rows } = listHolders(context.database, input);
    return {
      total,
      rows: rows.map(({ removedAt, ...row }) => ({ ...row, isRemoved: removedAt !== null })),
    };
  },
};
