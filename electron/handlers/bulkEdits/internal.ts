import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BulkEditId, CustomerId } from '../../../shared/types/ids.ts';
import {
  countBefore,
  countChanged,
  dropBefore,
  findBulkEdit,
  insertBulkEdit,
  keepBefore,
  listBefore,
  updateBulkEdit,
} from '../../store/bulkEdits.ts';
import { recordAudit } from '../audit/record.ts';
import type { StoreContext } from '../context.ts';
import { noteChange } from '../changeNotes.ts';
import { factRecorded } from '../facts.ts';
import { forMany } from '../forMany.ts';
import { stepsOf } from './steps.ts';
import type { BulkSteps, Note } from './steps.ts';

/** What the study of a bulk edit asks the writer to do, some hundred people in one transaction. */
export interface BulkEditCommands {
  'bulkEdits.begin': { input: { bulkEditId: BulkEditId; action: BulkAction; customers: number }; output: null };
  'bulkEdits.applyTo': { input: { bulkEditId: BulkEditId; customerIds: readonly CustomerId[] }; output: { changed: number } };
  'bulkEdits.finish': { input: { bulkEditId: BulkEditId }; output: null };
  /** Goes on after a customer; `last` is where it came to, null at the end. */
  'bulkEdits.undoFrom': {
    input: { bulkEditId: BulkEditId; after: string; limit: number };
    output: { restored: number; left: number; last: string | null };
  };
  'bulkEdits.finishUndo': { input: { bulkEditId: BulkEditId; left: number }; output: null };
}

const record = (context: StoreContext, customerId: CustomerId, note: Note | null): void => {
  if (note !== null) noteChange(context, customerId, note.action, note.fields, note.before);
  factRecorded(context, customerId, []);
};

const tell = (context: StoreContext, { topics = [] }: BulkSteps, customerIds: readonly CustomerId[]): void => {
  if (customerIds.length > 0) context.changed(['customers', 'segments', 'callbacks', ...topics], customerIds);
};

const requireEdit = (context: StoreContext, id: BulkEditId) => {
  const edit = findBulkEdit(context.database, id);
  if (!edit) throw new AppError('not_found', { what: 'bulk_edit' });
  return edit;
};

export const bulkEditsInternal: {
  readonly [Name in keyof BulkEditCommands]: (
    context: StoreContext,
    input: BulkEditCommands[Name]['input'],
  ) => BulkEditCommands[Name]['output'];
} = {
  // What is stopped on the way has been done in part all the same: the entry stands before the first of them.
  'bulkEdits.begin': (context, { bulkEditId, action, customers }) => {
    recordAudit(context, { operation: 'bulkEdits.apply', details: { bulkEditId, action: action.kind, customers } });
    insertBulkEdit(context.database, {
      id: bulkEditId,
      at: context.now(),
      businessDate: context.today(),
      action,
      staffId: context.actor.staffId,
    });
    return null;
  },

  'bulkEdits.applyTo': (outer, { bulkEditId, customerIds }) => {
    const context = forMany(outer);
    const { database } = context;
    const { action } = requireEdit(context, bulkEditId);
    const steps = stepsOf(context, action);
    const changing = steps.standings(database, customerIds).filter(({ isSo }) => !isSo);
    for (const standing of changing) {
      const { note, kept } = steps.write(context, standing, bulkEditId);
      keepBefore(database, bulkEditId, standing.id, kept);
      record(context, standing.id, note);
    }
    countChanged(database, bulkEditId, changing.length);
    tell(
      outer,
      steps,
      changing.map(({ id }) => id),
    );
    return { changed: changing.length };
  },

  'bulkEdits.finish': (context, { bulkEditId }) => {
    updateBulkEdit(context.database, bulkEditId, { finished_at: context.now() });
    context.changed(['bulkEdits'], []);
    return null;
  },

  'bulkEdits.undoFrom': (outer, { bulkEditId, after, limit }) => {
    const context = forMany(outer);
    const { database } = context;
    const edit = requireEdit(context, bulkEditId);
    if (edit.undoneAt !== null) throw new AppError('already_undone', {});
    if (after === '')
      recordAudit(context, {
        operation: 'bulkEdits.undo',
        details: { bulkEditId, customers: countBefore(database, bulkEditId) },
      });
    const steps = stepsOf(context, edit.action);
    const kept = listBefore(database, bulkEditId, after, limit);
    const restored: CustomerId[] = [];
    for (const { customerId, before } of kept) {
      const back = steps.putBack(context, customerId, before);
      if (back === null) continue;
      dropBefore(database, bulkEditId, customerId);
      record(context, customerId, back.note);
      restored.push(customerId);
    }
    tell(outer, steps, restored);
    const last = kept.length < limit ? null : (kept.at(-1)?.customerId ?? null);
    return { restored: restored.length, left: kept.length - restored.length, last };
  },

  'bulkEdits.finishUndo': (context, { bulkEditId, left }) => {
    updateBulkEdit(context.database, bulkEditId, { undone_at: context.now(), left_count: left });
    context.changed(['bulkEdits'], []);
    return null;
  },
};
