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

/** The settings and the shop's own rules that decide judgements, as stored with a run: a change of anything else makes no run necessary. */
export const judgingSettings = (settings: ShopSettings, rules: readonly OwnRule[]): string =>
  JSON.stringify([Object.entries(settings).filter(([name]) => !withoutInfluence.has(name)), rules]);

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
