import { BIN_DAYS, binDaysLeft } from '../../shared/domain/bin.ts';
import { MERGE_UNDO_DAYS } from '../../shared/domain/merges.ts';
import { AppError } from '../../shared/errors.ts';
import { addDays, businessDate, instantAt } from '../../shared/types/time.ts';
import type { Instant } from '../../shared/types/time.ts';
import { amongBin, countMergedInto, deleteCustomers, listBin, listBinBefore } from '../store/bin.ts';
import { listCustomerRows } from '../store/customerRows.ts';
import { forgetMergesBefore } from '../store/merges.ts';
import { recordAudit } from './audit/record.ts';
import { isClockBehind } from './clock.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';

export const binHandlers: HandlersOf<'bin'> = {
  'bin.list': (context, input) => {
    const { total, rows } = listBin(context.database, input);
    const { timeZone, dayTurnHour } = context.settings();
    const merged = countMergedInto(
      context.database,
      rows.map(({ id }) => id),
    );
    const people = new Map(
      listCustomerRows(
        context.database,
        rows.map(({ id }) => id),
      ).map((row) => [row.id, row]),
    );
    return {
      total,
      rows: rows.flatMap((row) => {
        const customer = people.get(row.id);
        if (!customer) return [];
        const removedOn = businessDate(row.removed_at, timeZone, dayTurnHour);
        const daysLeft = binDaysLeft(removedOn, context.today());
        return [
          { customer, removedAt: row.removed_at, removedBy: row.removed_by, daysLeft, mergedCards: merged.get(row.id) ?? 0 },
        ];
      }),
    };
  },

  'bin.purge': (context, { customerIds }) => {
    const ids = amongBin(context.database, customerIds);
    if (ids.length === 0) throw new AppError('not_found', { what: 'customer' });
    deleteCustomers(context.database, ids);
    context.changed(['customers', 'visits', 'points', 'segments', 'callbacks', 'merges']);
    return { purged: ids.length };
  },
};

/** So many are deleted in one transaction: a full bin keeps nobody waiting at the desk. */
const AT_A_TIME = 20;

/** The first moment of the business day on which what is older than so many days has had its time. */
const limitOf = (context: BaseContext, days: number): Instant => {
  const { timeZone, dayTurnHour } = context.settings();
  return instantAt(addDays(context.today(), -days), dayTurnHour, timeZone);
};

/**
 * The daily tidying up, a little at a time: customers whose 30 days in the bin are over are deleted for good, merges that can no longer be
 * undone are forgotten. Not while the clock is behind the last entry (R7). Returns whether more is waiting.
 */
export const tidyUp = (context: StoreContext): { readonly isMore: boolean } => {
  if (isClockBehind(context)) return { isMore: false };
  const gone = listBinBefore(context.database, limitOf(context, BIN_DAYS), AT_A_TIME);
  if (gone.length > 0) {
    deleteCustomers(context.database, gone);
    recordAudit(context, { operation: 'bin.tidyUp', kind: 'deletion', customerIds: gone });
    context.changed(['customers', 'visits', 'points', 'segments', 'callbacks', 'merges']);
  }
  const forgotten = forgetMergesBefore(context.database, limitOf(context, MERGE_UNDO_DAYS), context.now());
  return { isMore: gone.length === AT_A_TIME || forgotten === AT_A_TIME };
};
