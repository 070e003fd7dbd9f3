import type { OutputOf } from '../../../shared/contract.ts';

/** A forecast that could be made. */
export type FittedForecast = Extract<OutputOf<'forecast.get'>, { readonly outcome: 'fitted' }>;
/** How it would have done. */
export type Calibration = Extract<FittedForecast['calibration'], { readonly outcome: 'fitted' }>;
