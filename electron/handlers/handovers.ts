import { AppError } from '../../shared/errors.ts';
import { handoverId as toHandoverId } from '../../shared/types/ids.ts';
import type { CustomerId, HandoverId, StaffId } from '../../shared/types/ids.ts';
import { findCustomerById } from '../store/customers.ts';
import {
  countHandovers,
  countOwners,
  findHandover,
  handOver,
  insertHandover,
  listHandovers,
  markHandoverRead,
  takeBack,
} from '../store/handovers.ts';
import type { NewHandover } from '../store/handovers.ts';
import { findStaffById } from '../store/staff.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { requireKnownCustomer, requirePresentCustomer, requireStaff } from './references.ts';
import { refuseField } from './refuseField.ts';

/** Refuses a new owner who is nobody here, who has left, or who is the present one. */
const requireNextOwner = (context: StoreContext, from: StaffId | null, to: StaffId | null): void => {
  requireStaff(context, [from, to]);
  if (from === to) throw new AppError('conflict', { reason: 'owner_already' });
  if (to !== null && findStaffById(context.database, to)?.is_active === 0) refuseField('toStaffId', 'staff_left');
};

/** Owners decide nothing that is judged: no customer's classes or reminders move, only who is shown. */
const pass = (
  context: StoreContext,
  from: StaffId | null,
  to: StaffId | null,
  note: string,
  customerIds: readonly CustomerId[] | null,
): { readonly handoverId: HandoverId; readonly customers: number } => {
  requireNextOwner(context, from, to);
  const handover: NewHandover = {
    id: toHandoverId(context.newId()),
    at: context.now(),
    businessDate: context.today(),
    fromStaffId: from,
    toStaffId: to,
    note: note === '' ? null : note,
    staffId: context.actor.staffId,
  };
  insertHandover(context.database, handover);
  const customers = handOver(context.database, handover, customerIds);
  if (customers === 0) throw new AppError('conflict', { reason: 'nobody_to_hand_over' });
  context.changed(['customers', 'callbacks', 'staff'], customerIds);
  return { handoverId: handover.id, customers };
};

/** Whose customer is whose, and passing them on (R174, R175). */
export const handoversHandlers: HandlersOf<'handovers'> = {
  'handovers.listOwners': ({ database }) => ({ owners: countOwners(database) }),

  'handovers.list': ({ database }, page) => ({ total: countHandovers(database), rows: listHandovers(database, page) }),

  'handovers.handOver': (context, { customerId, toStaffId, note }) => {
    requirePresentCustomer(context, customerId);
    const from = findCustomerById(context.database, customerId)?.owner_id ?? null;
    return { handoverId: pass(context, from, toStaffId, note, [customerId]).handoverId };
  },

  'handovers.handOverAll': (context, { fromStaffId, toStaffId, note }) => pass(context, fromStaffId, toStaffId, note, null),

  'handovers.undo': (context, { handoverId }) => {
    const handover = findHandover(context.database, handoverId);
    if (!handover) throw new AppError('not_found', { what: 'handover' });
    if (handover.undone_at !== null) throw new AppError('already_undone');
    const result = takeBack(context.database, handover, context.now());
    context.changed(['customers', 'callbacks', 'staff'], null);
    return result;
  },

  'handovers.setRead': (context, { customerId, handoverId, isRead }) => {
    requireKnownCustomer(context, customerId);
    if (!markHandoverRead(context.database, customerId, handoverId, isRead ? context.now() : null))
      throw new AppError('not_found', { what: 'handover' });
    context.changed(['customers'], [customerId]);
    return {};
  },
};
