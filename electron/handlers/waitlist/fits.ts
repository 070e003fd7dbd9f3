import type { WaitlistEntry } from '../../../shared/contract/waitlist.ts';
import type { Slot } from '../../../shared/domain/appointments/slots.ts';
import { fitsSlot } from '../../../shared/domain/appointments/waitlist.ts';
import type { StaffId } from '../../../shared/types/ids.ts';
import { listWaiting } from '../../store/waitlist.ts';
import type { WaitlistRow } from '../../store/waitlist.ts';
import type { BaseContext } from '../context.ts';

const MOST_OFFERS = 20;
/** So many are looked through, who has waited longest first. */
const MOST_WAITING = 2000;

/** A row as the contract tells it. */
export const waitlistEntryOf = ({ customerName, phone, ...row }: WaitlistRow): WaitlistEntry => ({
  ...row,
  name: customerName ?? row.name,
  contact: row.customerId === null ? row.contact : phone,
});

/** Who on the waitlist could have a slot, who has waited longest first (X34). */
export const whoFits = ({ database }: BaseContext, slot: Slot & { readonly staffId: StaffId | null }): WaitlistEntry[] =>
  listWaiting(database, { on: slot.on, offset: 0, limit: MOST_WAITING })
    .filter((wish) => fitsSlot(wish, slot))
    .slice(0, MOST_OFFERS)
    .map(waitlistEntryOf);
