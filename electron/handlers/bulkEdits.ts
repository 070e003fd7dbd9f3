import type { BulkAction } from '../../shared/contract/bulkEdits.ts';
import { countBulkEdits, listBulkEdits } from '../store/bulkEdits.ts';
import { findCouponType } from '../store/couponTypes.ts';
import { findCustomField } from '../store/customFields.ts';
import type { StoreDatabase } from '../store/database.ts';
import { findStaffById } from '../store/staff.ts';
import { findTag } from '../store/tags.ts';
import type { HandlersOf } from './context.ts';

export { bulkEditsInternal } from './bulkEdits/internal.ts';
export { bulkEditsStudies } from './bulkEdits/studies.ts';

/** The name of the tag, person, coupon or field in an action; null for an action without one. */
const labelOf = (database: StoreDatabase, action: BulkAction): string | null => {
  if (action.kind === 'add_tag' || action.kind === 'remove_tag') return findTag(database, action.tagId)?.name ?? null;
  if (action.kind === 'set_owner')
    return action.ownerId === null ? null : (findStaffById(database, action.ownerId)?.name ?? null);
  if (action.kind === 'issue_coupon') return findCouponType(database, action.typeId)?.name ?? null;
  return action.kind === 'set_custom_field' ? (findCustomField(database, action.fieldId)?.name ?? null) : null;
};

/** X36: what was done to many at once. */
export const bulkEditsHandlers: HandlersOf<'bulkEdits'> = {
  'bulkEdits.list': ({ database }, page) => ({
    total: countBulkEdits(database),
    rows: listBulkEdits(database, page).map((edit) => ({
      id: edit.id,
      at: edit.at,
      action: edit.action,
      label: labelOf(database, edit.action),
      staffName: edit.staffName,
      changed: edit.changed,
      isFinished: edit.finishedAt !== null,
      undoneAt: edit.undoneAt,
      left: edit.left,
    })),
  }),
};
