import type { LocalDate } from '../../types/time.ts';
import type { CareField } from './fields.ts';
import type { CareReason } from './score.ts';

/** What a clerk can ask a person who stands at the desk. Whether they are a he or a she is seen, not asked. */
const askable: readonly CareField[] = ['phone', 'birthday', 'consentOn', 'wechat', 'likes', 'region', 'preferredChannel'];

/**
 * The one thing worth asking today (X39): of what is missing, wrong or known in part, what would raise the score most. Null when nothing is,
 * and until `declinedUntil` after the customer did not want to say: nobody is asked twice in a row.
 */
export const askToday = (reasons: readonly CareReason[], declinedUntil: LocalDate | null, today: LocalDate): CareField | null => {
  if (declinedUntil !== null && today < declinedUntil) return null;
  const open = reasons.filter(({ field, problem, lost }) => problem !== 'unverified' && lost > 0 && askable.includes(field));
  return open[0]?.field ?? null;
};
