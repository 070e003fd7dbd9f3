import type { AppEvent } from '../../shared/contract.ts';

/**
 * Whether everyone has to be judged anew: a file was imported or taken back, a threshold or a rule changed, products
 * went to another category, or another store was put in place. A single fact is judged in its own transaction and asks for nothing more.
 */
export const makesJudgementsStale = (event: AppEvent): boolean =>
  event.type === 'storeRestarted' ||
  (event.type === 'changed' && event.topics.some((topic) => topic === 'imports' || topic === 'settings' || topic === 'products'));
