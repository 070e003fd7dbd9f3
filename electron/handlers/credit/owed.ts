import type { OutputOf } from '../../../shared/contract.ts';
import { sumCents } from '../../../shared/types/amounts.ts';
import { addDays, addMonths } from '../../../shared/types/time.ts';
import { countDebtors, listDebtors, sumDueBetween } from '../../store/creditDebts.ts';
import type { HandlersOf, StoreContext } from '../context.ts';

/** Days past the day it was due at which one age ends and the next begins. */
const AGES = [0, 30, 60, 90] as const;

/** Months ahead: also what a clock that ran ahead wrote is told. */
const LATEST = 1200;

/** What is owed to the shop, by how long ago it was to be paid. */
const owed = (context: StoreContext): OutputOf<'credit.owed'> => {
  const today = context.today();
  const yesterday = addDays(today, -1);
  const notDueCents = sumDueBetween(context.database, yesterday, addMonths(today, LATEST));
  const ages = AGES.map((fromDays, index) => {
    const untilDays = AGES[index + 1] ?? null;
    const from = untilDays === null ? null : addDays(today, -1 - untilDays);
    return { fromDays: fromDays + 1, untilDays, cents: sumDueBetween(context.database, from, addDays(today, -1 - fromDays)) };
  });
  const overdueCents = sumCents(ages.map((age) => age.cents));
  return {
    customers: countDebtors(context.database),
    owedCents: sumCents([notDueCents, overdueCents]),
    notDueCents,
    overdueCents,
    ages,
  };
};

export const creditOwedHandlers: Pick<HandlersOf<'credit'>, 'credit.owed' | 'credit.debtors'> = {
  'credit.owed': owed,
  'credit.debtors': (context, input) => {
    const { total, rows } = listDebtors(context.database, { ...input, today: context.today() });
    return {
      total,
      rows: rows.map(({ removedAt, overdueCents, ...row }) => ({
        ...row,
        overdueCents: sumCents(overdueCents === null ? [] : [overdueCents]),
        isRemoved: removedAt !== null,
      })),
    };
  },
};
