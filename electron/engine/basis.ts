import { createHash } from 'node:crypto';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import type { OwnRule } from '../../shared/domain/reminders/own/types.ts';
import type { Basis } from '../../shared/domain/reminders/types.ts';
import { YEAR_MONTHS, cutoffsBeforeFirstRun, windowStart } from '../../shared/domain/segments/cutoffs.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { EngineRun } from '../store/engine.ts';
import type { SumLimits } from '../store/tradeSums.ts';

const withoutInfluence: ReadonlySet<string> = new Set<keyof ShopSettings>([
  'shopName',
  'language',
  'colorScheme',
  'currency',
  'pointsPerHundred',
  'pointsMayGoNegative',
  'dailyCapacity',
  'fallingSpendPercent',
  'maximumAttempts',
  'careWeights',
  'careVerifiedMonths',
  'careConsentMonths',
  'careAskAgainDays',
  'careCheckSize',
  'profileRewardPoints',
  'profileRewardMonths',
  'profileRewardScore',
  'intakeFields',
]);

/**
 * What of the settings and the shop's own rules decides judgements, as stored with a run: a change of anything else makes no run
 * necessary. Its digest: a rule may speak of a category of thousands of products, and the run's row is read with every fact.
 */
export const judgingSettings = (settings: ShopSettings, rules: readonly OwnRule[]): string => {
  const deciding = [Object.entries(settings).filter(([name]) => !withoutInfluence.has(name)), rules];
  return JSON.stringify(createHash('sha256').update(JSON.stringify(deciding)).digest('hex'));
};

/** By what one customer is judged: today, the settings, the shop's own rules, and the cut-offs of the latest run (fixed ones before the first). */
export const basisOf = (
  today: LocalDate,
  settings: ShopSettings,
  run: Pick<EngineRun, 'cutoffs'>,
  rules: readonly OwnRule[],
): Basis => ({
  today,
  settings,
  rules,
  cutoffs: run.cutoffs ?? cutoffsBeforeFirstRun(settings, today),
});

/** The days at which sums over visits are cut. The window is today's, also where the cut-offs are from an earlier day. */
export const limitsOf = ({ today, settings, cutoffs }: Basis): SumLimits => ({
  windowFrom: windowStart(today, cutoffs.windowMonths),
  yearFrom: windowStart(today, YEAR_MONTHS),
  dormantBefore: windowStart(today, settings.dormantMonths),
});
