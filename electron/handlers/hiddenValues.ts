import { operations } from '../../shared/contract.ts';
import { mapPlaces, placesOf } from '../../shared/contract/masking.ts';
import type { Mark, Places } from '../../shared/contract/masking.ts';
import { mayBeMasked, unmaskText, unmaskWhole } from '../../shared/domain/masking/unmask.ts';
import { AppError } from '../../shared/errors.ts';
import {
  appointmentId as toAppointmentId,
  customerId as toCustomerId,
  waitlistEntryId as toWaitlistEntryId,
} from '../../shared/types/ids.ts';
import { findAppointment } from '../store/appointments.ts';
import { listTextsOfCustomer } from '../store/customerTexts.ts';
import { findWaitlistEntry } from '../store/waitlist.ts';
import type { StoreContext } from './context.ts';
import { hidesNumbers } from './sight.ts';

const inputs = new Map<string, Places | null>();
const placesIn = (name: string): Places | null => {
  const known = inputs.get(name);
  if (known !== undefined) return known;
  const input = operations.get(name)?.input;
  const places = input === undefined ? null : placesOf(input);
  inputs.set(name, places);
  return places;
};

const idIn = (input: unknown, field: string): string | null => {
  const value: unknown =
    typeof input === 'object' && input !== null ? Object.entries(input).find(([name]) => name === field)?.[1] : null;
  return typeof value === 'string' ? value : null;
};

/** Texts of somebody in the diary who may have no card. */
const diaryTexts = (context: StoreContext, input: unknown): string[] => {
  const booked = idIn(input, 'appointmentId');
  const waiting = idIn(input, 'waitlistEntryId');
  const rows = [
    booked === null ? undefined : findAppointment(context.database, toAppointmentId(booked)),
    waiting === null ? undefined : findWaitlistEntry(context.database, toWaitlistEntryId(waiting)),
  ];
  return rows.flatMap((row) => (row ? [row.name, row.service, row.contact, row.note] : [])).filter((text) => text !== null);
};

/** What a masked value stands for; null when nothing of this customer's is shown like it. */
const standsFor = (mark: Mark, value: unknown, known: () => readonly string[]): unknown => {
  if (typeof value === 'string') {
    if (!mayBeMasked(value)) return value;
    return mark.kind === 'contact' ? unmaskWhole(value, known(), mark.hide) : unmaskText(value, known());
  }
  if (mark.isWhole !== true || typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([field, part]: [string, unknown]): [string, unknown] => [
    field,
    typeof part === 'string' && mayBeMasked(part) ? unmaskText(part, known()) : part,
  ]);
  const whole = Object.fromEntries(parts);
  // Where it would not be hidden again it must not be told.
  return JSON.stringify(mark.hide(whole)) === JSON.stringify(value) ? whole : null;
};

/**
 * The input of a command with the true values in the place of masked ones (R192). Whoever sees numbers masked sends them back masked, with
 * the rest of a note or with an undo: the number they stand for stays what it is. A masked value that is nobody's is refused with its
 * field: bad_input (masked_value).
 */
export const withHiddenValues = (context: StoreContext, name: string, input: unknown): unknown => {
  if (!hidesNumbers(context) || operations.get(name)?.kind !== 'command') return input;
  const places = placesIn(name);
  if (places === null) return input;
  let known: readonly string[] | null = null;
  const texts = (): readonly string[] => {
    const customer = idIn(input, 'customerId');
    known ??= [
      ...(customer === null ? [] : listTextsOfCustomer(context.database, toCustomerId(customer))),
      ...diaryTexts(context, input),
    ];
    return known;
  };
  return mapPlaces(places, input, (mark, value, path) => {
    const found = standsFor(mark, value, texts);
    if (found === null) throw new AppError('bad_input', { issues: [{ path, message: 'masked_value' }] });
    return found;
  });
};
