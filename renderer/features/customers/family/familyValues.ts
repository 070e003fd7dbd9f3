import type { PartialDateParts } from '../../../../shared/domain/partialDate.ts';

/** A day, or someone of the family, as the list shows it. */
export interface FamilyRow {
  /** Null while it is being added. */
  readonly id: string | null;
  readonly name: string;
  readonly relation: string;
  readonly date: PartialDateParts | null;
  /** Of a date: false for one that comes once. */
  readonly isYearly: boolean;
  /** Of a date: days of reminding ahead; null takes the shop's setting. */
  readonly leadDays: number | null;
}

export const blankFamilyRow: FamilyRow = { id: null, name: '', relation: '', date: null, isYearly: true, leadDays: null };
