import type { LocalDate } from '../../types/time.ts';
import type { Slot } from './slots.ts';

/** When somebody on the waitlist could come: between two days, between two minutes of the day, for so long, with this person or any. */
export interface Wish {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly lengthMinutes: number;
  readonly staffId: string | null;
}

/**
 * Whether somebody could have a slot that became free (X34): their visit fits into it on one of their days, within their hours, with their
 * person. A slot of nobody in particular fits whoever wants nobody in particular.
 */
export const fitsSlot = (wish: Wish, slot: Slot & { readonly staffId: string | null }): boolean => {
  if (slot.on < wish.fromOn || slot.on > wish.untilOn) return false;
  if (wish.staffId !== null && wish.staffId !== slot.staffId) return false;
  const begins = Math.max(slot.startMinute, wish.fromMinute);
  return begins + wish.lengthMinutes <= Math.min(slot.startMinute + slot.lengthMinutes, wish.untilMinute);
};
