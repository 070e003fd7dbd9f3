import { AppError } from '../../shared/errors.ts';
import { inactiveSchema } from '../../shared/contract/inactive.ts';
import type { CustomerId, VisitId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { findChangeByVisit } from '../store/changes.ts';
import { findCustomerById } from '../store/customers.ts';
import { inactiveOf, writeInactive } from '../store/inactive.ts';
import type { Inactive } from '../store/inactive.ts';
import { noteChange } from './changeNotes.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';

/** Writes it, and that it was done on the timeline. The caller has the customer judged anew. */
const write = (context: StoreContext, customerId: CustomerId, before: Inactive, after: Inactive, visitId?: VisitId): void => {
  writeInactive(context.database, customerId, after, context.now());
  noteChange(context, customerId, after === null ? 'made_active' : 'made_inactive', [], {
    inactive: before,
    ...(after?.reason != null && { reason: after.reason }),
    ...(visitId !== undefined && { visitId }),
  });
};

const stateOf = (context: StoreContext, customerId: CustomerId): Inactive => {
  const row = findCustomerById(context.database, customerId);
  return row === undefined ? null : inactiveOf(row);
};

export const inactiveHandlers: HandlersOf<'inactive'> = {
  'inactive.set': (context, { customerId, inactive }) => {
    const row = findCustomerById(context.database, customerId);
    if (!row) throw new AppError('not_found', { what: 'customer' });
    if (row.removed_at !== null) throw new AppError('conflict', { reason: 'customer_removed' });
    const before = inactiveOf(row);
    const reason = inactive?.reason === '' ? null : (inactive?.reason ?? null);
    const after = inactive === null ? null : { on: inactive.on ?? context.today(), reason };
    if (JSON.stringify(before) === JSON.stringify(after)) return { before };
    write(context, customerId, before, after);
    factRecorded(context, customerId, ['customers', 'merges']);
    return { before };
  },
};

/**
 * Whoever comes again is active again from that visit on; it shows on the timeline. A visit of before they were made inactive, entered
 * late, changes nothing. The caller has the customer judged anew.
 */
export const makeActiveOnVisit = (context: StoreContext, customerId: CustomerId, visitId: VisitId, on: LocalDate): void => {
  const before = stateOf(context, customerId);
  if (before !== null && on >= before.on) write(context, customerId, before, null, visitId);
};

/** Undoing the very visit that made somebody active again makes them inactive as they were. */
export const takeActiveBack = (context: StoreContext, customerId: CustomerId, visitId: VisitId): void => {
  const noted = findChangeByVisit(context.database, customerId, visitId, 'made_active');
  if (noted === undefined || stateOf(context, customerId) !== null) return;
  const value: unknown = JSON.parse(noted);
  const before = typeof value === 'object' && value !== null && 'inactive' in value ? inactiveSchema.parse(value.inactive) : null;
  if (before !== null) write(context, customerId, null, before);
};
