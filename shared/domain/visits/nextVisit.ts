import { addDays } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';

/** Whoever has no rhythm of their own yet is expected in four weeks. */
const USUAL_RHYTHM_DAYS = 28;

/** When somebody who is here today would come again by their own rhythm (in days; null while there is none): tomorrow at the earliest. */
export const nextVisitOn = (today: LocalDate, rhythmDays: number | null): LocalDate =>
  addDays(today, Math.max(1, Math.round(rhythmDays ?? USUAL_RHYTHM_DAYS)));
