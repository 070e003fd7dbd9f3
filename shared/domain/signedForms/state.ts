import { addDays, addMonths } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** How a signed form stands: voided and superseded ones are history; `near` is about to run out. */
export const formStates = ['valid', 'near', 'expired', 'superseded', 'voided'] as const;
export type FormState = (typeof formStates)[number];

/** Days before the end from which "due again" is said. */
export const FORM_LEAD_DAYS = 30;

/** The last day on which a form signed on a day holds: the same day so many months later; null is for good. */
export const formValidUntil = (signedOn: LocalDate, months: number | null): LocalDate | null =>
  months === null ? null : addMonths(signedOn, months);

interface Standing {
  readonly validUntil: LocalDate | null;
  readonly isVoided: boolean;
  /** A later one of the same form was signed and not voided. */
  readonly isSuperseded: boolean;
}

/** How a signed form stands on a day. */
export const formStateOn = ({ validUntil, isVoided, isSuperseded }: Standing, today: LocalDate): FormState => {
  if (isVoided) return 'voided';
  if (isSuperseded) return 'superseded';
  if (validUntil === null) return 'valid';
  if (validUntil < today) return 'expired';
  return addDays(today, FORM_LEAD_DAYS) >= validUntil ? 'near' : 'valid';
};

/** Whoever is younger signs through a guardian. */
const OF_AGE = 18;
/** Whether a guardian must sign: the age is known and below that of consent. An unknown age is the clerk's to ask. */
export const needsGuardian = (age: number | null): boolean => age !== null && age < OF_AGE;
