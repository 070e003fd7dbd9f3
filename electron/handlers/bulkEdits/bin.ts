import { z } from 'zod';
import { instantSchema } from '../../../shared/contract/values.ts';
import { listColumn, writeColumn } from '../../store/bulkValues.ts';
import type { BulkSteps } from './steps.ts';

/** When the edit removed the customer: somebody restored and removed again since was removed at another time. */
const beforeSchema = z.object({ removedAt: instantSchema });

/** Into the bin. What is kept is the moment, so that undoing knows its own removals. */
export const binSteps: BulkSteps = {
  standings: (database, ids) =>
    listColumn(database, 'removed_at', ids)
      .filter(({ removedAt }) => removedAt === null)
      .map(({ id }) => ({ id, before: null, isSo: false })),
  write: (context, { id }) => {
    writeColumn(context.database, 'removed_at', id, context.now(), context.now());
    return { note: { action: 'removed', fields: [], before: {} }, kept: { removedAt: context.now() } };
  },
  putBack: (context, id, before) => {
    const { removedAt } = beforeSchema.parse(before);
    const [present] = listColumn(context.database, 'removed_at', [id]);
    if (present?.removedAt !== removedAt) return null;
    writeColumn(context.database, 'removed_at', id, null, context.now());
    return { note: { action: 'restored', fields: [], before: {} } };
  },
  words: () => ({ before: null, after: null }),
};
