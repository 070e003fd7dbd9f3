import type { ShopSettings } from '../../shared/contract/settings.ts';
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

/** The settings that decide judgements, as stored with a run: a change of any other makes no run necessary. */
export const judgingSettings = (settings: ShopSettings): string =>
  JSON.stringify(Object.entries(settings).filter(([name]) => !withoutInfluence.has(name)));

/** By what one customer is judged: today, the settings, and the cut-offs of the latest run (fixed ones before the first). */
export const basisOf = (today: LocalDate, settings: ShopSettings, run: Pick<EngineRun, 'cutoffs'>): Basis => ({
  today,
  settings,
  cutoffs: run.cutoffs ?? cutoffsBeforeFirstRun(settings, today),
});

/** The days at which sums over visits are cut. The window is today's, also where the cut-offs are from an earlier day. */
export const limitsOf = ({ today, settings, cutoffs }: Basis): SumLimits => ({
  windowFrom: windowStart(today, cutoffs.windowMonths),
  yearFrom: windowStart(today, YEAR_MONTHS),
  dormantBefore: windowStart(today, settings.dormantMonths),
});
