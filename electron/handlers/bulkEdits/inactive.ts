import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import { inactiveSchema } from '../../../shared/contract/inactive.ts';
import { inactiveOf, listInactiveRows, writeInactive } from '../../store/inactive.ts';
import type { Inactive } from '../../store/inactive.ts';
import type { BulkSteps, Note } from './steps.ts';

const note = (before: Inactive, after: Inactive): Note => ({
  action: after === null ? 'made_active' : 'made_inactive',
  fields: [],
  before: { inactive: before, ...(after?.reason != null && { reason: after.reason }) },
});

const wordOf = (inactive: Inactive): string => (inactive === null ? 'false' : 'true');

/** Makes people inactive with one reason, or active again (X36, X37). Whoever is so already keeps their own day and reason. */
export const inactiveSteps = (action: Extract<BulkAction, { kind: 'set_inactive' }>): BulkSteps => ({
  standings: (database, ids) =>
    listInactiveRows(database, ids)
      .filter((row) => row.removed_at === null)
      .map((row) => {
        const before = inactiveOf(row);
        return { id: row.id, before, isSo: (before !== null) === action.isInactive };
      }),
  write: (context, { id, before }) => {
    const after = action.isInactive ? { on: context.today(), reason: action.reason } : null;
    writeInactive(context.database, id, after, context.now());
    return { note: note(inactiveSchema.parse(before), after), kept: before };
  },
  putBack: (context, id, kept) => {
    const [row] = listInactiveRows(context.database, [id]);
    if (row === undefined || row.removed_at !== null) return null;
    const present = inactiveOf(row);
    // Somebody has decided otherwise since, or given another reason.
    if ((present !== null) !== action.isInactive || (present !== null && present.reason !== action.reason)) return null;
    const before = inactiveSchema.parse(kept);
    writeInactive(context.database, id, before, context.now());
    return { note: note(present, before) };
  },
  words: (_database, before) => ({ before: wordOf(inactiveSchema.parse(before)), after: String(action.isInactive) }),
});
