import { AppError } from '../../shared/errors.ts';
import { waitlistEntryId as toWaitlistEntryId } from '../../shared/types/ids.ts';
import type { WaitlistEntryId } from '../../shared/types/ids.ts';
import { countWaiting, findWaitlistEntry, listWaiting, markWaitlistEntry, saveWaitlistEntry } from '../store/waitlist.ts';
import type { WaitlistRow } from '../store/waitlist.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { tellDiary } from './appointments/known.ts';
import { requirePresentCustomer, requireProducts, requireStaff } from './references.ts';
import { waitlistEntryOf, whoFits } from './waitlist/fits.ts';

const requireEntry = ({ database }: StoreContext, id: WaitlistEntryId): WaitlistRow => {
  const row = findWaitlistEntry(database, id);
  if (!row) throw new AppError('not_found', { what: 'waitlist_entry' });
  return row;
};

/** Who wants to come as soon as there is a slot (X34). */
export const waitlistHandlers: HandlersOf<'waitlist'> = {
  'waitlist.list': (context, { offset, limit }) => {
    const on = context.today();
    return {
      total: countWaiting(context.database, on),
      rows: listWaiting(context.database, { on, offset, limit }).map(waitlistEntryOf),
    };
  },
  'waitlist.fitting': (context, slot) => ({ entries: whoFits(context, slot) }),
  'waitlist.save': (context, { waitlistEntryId, ...input }) => {
    const before = waitlistEntryId === null ? null : requireEntry(context, waitlistEntryId);
    const { customerId } = input;
    if (customerId !== null) requirePresentCustomer(context, customerId);
    requireStaff(context, [input.staffId]);
    requireProducts(context, [input.productId]);
    const id = waitlistEntryId ?? toWaitlistEntryId(context.newId());
    const values = {
      ...input,
      name: customerId === null ? input.name : '',
      contact: customerId === null && input.contact !== '' ? input.contact : null,
      note: input.note === '' ? null : input.note,
    };
    saveWaitlistEntry(context.database, id, values, context.now());
    tellDiary(context, [customerId, before?.customerId ?? null]);
    return { waitlistEntryId: id };
  },
  'waitlist.setState': (context, { waitlistEntryId, state }) => {
    const { customerId } = requireEntry(context, waitlistEntryId);
    markWaitlistEntry(context.database, waitlistEntryId, state);
    tellDiary(context, [customerId]);
    return {};
  },
};
