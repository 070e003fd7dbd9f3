import { weekdayOf } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';

/** The weekdays in their order, by the names of their words; the first is weekday 1. */
export const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Which weekday a day is. */
export const weekdayName = (on: LocalDate): (typeof weekdayNames)[number] => weekdayNames[weekdayOf(on) - 1] ?? 'monday';
