import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import type { Permission } from '../../../shared/contract/operation.ts';
import { AppError } from '../../../shared/errors.ts';
import { bulkEditId as toBulkEditId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { countBefore, findBulkEdit } from '../../store/bulkEdits.ts';
import { isTagKnown, listNames } from '../../store/bulkValues.ts';
import { filterBasis, listIdsBySelection } from '../../store/customerFilter.ts';
import { hiddenFields, requireSeenField } from '../sight.ts';
import type { StudiesOf, StudyContext } from '../context.ts';
import { requireCouponType } from '../coupons/types.ts';
import { requireStaff } from '../references.ts';
import { stepsOf } from './steps.ts';
import type { Standing } from './steps.ts';

/** So many are read at a time for a preview. */
const READ_AT_A_TIME = 2000;
/** So many are written in one transaction: the front desk waits for one of them at most. */
const WRITE_AT_A_TIME = 25;
const SAMPLE = 8;

/** What an action asks for besides changing cards. To many at once a coupon is beyond what the desk may grant alone (R177). */
const rights: Partial<Record<BulkAction['kind'], Permission>> = { remove: 'customers.remove', issue_coupon: 'loyalty.adjust' };

/** Throws not_permitted; the same for making an edit and for undoing it. */
const requireRight = ({ actor }: StudyContext, { kind }: BulkAction): void => {
  const permission = rights[kind];
  if (permission !== undefined && !actor.permissions.includes(permission)) throw new AppError('not_permitted', { permission });
};

/** Whoever is named in the action is there, and the person may do it. */
const requireSound = (context: StudyContext, action: BulkAction): void => {
  requireRight(context, action);
  if (action.kind === 'issue_coupon' && requireCouponType(context, action.typeId).isArchived)
    throw new AppError('conflict', { reason: 'coupon_type_archived' });
  if (action.kind === 'set_owner') requireStaff(context, [action.ownerId]);
  if ((action.kind === 'add_tag' || action.kind === 'remove_tag') && !isTagKnown(context.database, action.tagId))
    throw new AppError('not_found', { what: 'tag' });
};

const batchesOf = (ids: readonly CustomerId[], size: number): CustomerId[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));

const preview: StudiesOf<'bulkEdits'>['bulkEdits.preview'] = async (context, { selection, action }) => {
  const { database } = context;
  requireSound(context, action);
  if (action.kind === 'set_custom_field') requireSeenField(hiddenFields(context), action.fieldId);
  const steps = stepsOf(context, action);
  const ids = listIdsBySelection(database, selection, filterBasis(context));
  let alreadySo = 0;
  const first: Standing[] = [];
  for (const batch of batchesOf(ids, READ_AT_A_TIME)) {
    context.throwIfCancelled();
    for (const standing of steps.standings(database, batch)) {
      if (standing.isSo) alreadySo += 1;
      else if (first.length < SAMPLE) first.push(standing);
    }
  }
  const names = new Map(
    listNames(
      database,
      first.map(({ id }) => id),
    ).map((row) => [row.id, row]),
  );
  return {
    selected: ids.length,
    changing: ids.length - alreadySo,
    alreadySo,
    sample: first.flatMap(({ id, before }) => {
      const row = names.get(id);
      return row === undefined ? [] : [{ ...row, ...steps.words(database, before) }];
    }),
  };
};

const apply: StudiesOf<'bulkEdits'>['bulkEdits.apply'] = async (context, { selection, action }) => {
  requireSound(context, action);
  if (action.kind === 'set_custom_field') requireSeenField(hiddenFields(context), action.fieldId);
  const ids = listIdsBySelection(context.database, selection, filterBasis(context));
  // Nobody to change makes no edit to undo.
  const steps = stepsOf(context, action);
  const changing = batchesOf(ids, READ_AT_A_TIME).flatMap((batch) =>
    steps.standings(context.database, batch).flatMap(({ id, isSo }) => (isSo ? [] : [id])),
  );
  if (changing.length === 0) return { bulkEditId: null, changed: 0, isFinished: true };
  const bulkEditId = toBulkEditId(context.newId());
  await context.write('bulkEdits.begin', { bulkEditId, action, customers: changing.length });
  let changed = 0;
  let done = 0;
  for (const customerIds of batchesOf(changing, WRITE_AT_A_TIME)) {
    try {
      context.throwIfCancelled();
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return { bulkEditId, changed, isFinished: false };
      throw error;
    }
    changed += (await context.write('bulkEdits.applyTo', { bulkEditId, customerIds })).changed;
    done += customerIds.length;
    context.progress('changing', done, changing.length);
  }
  await context.write('bulkEdits.finish', { bulkEditId });
  return { bulkEditId, changed, isFinished: true };
};

const undo: StudiesOf<'bulkEdits'>['bulkEdits.undo'] = async (context, { bulkEditId }) => {
  const edit = findBulkEdit(context.database, bulkEditId);
  if (!edit) throw new AppError('not_found', { what: 'bulk_edit' });
  requireRight(context, edit.action);
  if (edit.undoneAt !== null) throw new AppError('already_undone', {});
  const total = countBefore(context.database, bulkEditId);
  let restored = 0;
  let left = 0;
  for (let after: string | null = ''; after !== null;) {
    // Stopped here it can be taken up again: what is put back is no longer kept.
    context.throwIfCancelled();
    const step: { restored: number; left: number; last: string | null } = await context.write('bulkEdits.undoFrom', {
      bulkEditId,
      after,
      limit: WRITE_AT_A_TIME,
    });
    restored += step.restored;
    left += step.left;
    after = step.last;
    context.progress('restoring', restored + left, total);
  }
  await context.write('bulkEdits.finishUndo', { bulkEditId, left });
  return { restored, left };
};

export const bulkEditsStudies: StudiesOf<'bulkEdits'> = {
  'bulkEdits.preview': preview,
  'bulkEdits.apply': apply,
  'bulkEdits.undo': undo,
};
