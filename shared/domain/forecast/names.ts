/** In what time is counted: the papers count in weeks. */
export const forecastUnits = ['week', 'day'] as const;
export type ForecastUnit = (typeof forecastUnits)[number];
export const DAYS_IN: Readonly<Record<ForecastUnit, number>> = { week: 7, day: 1 };

/** How far ahead, at most: two years. */
export const MAX_HORIZON_DAYS = 731;

/**
 * Why nothing is forecast: too few came again, the shop's history is too short, or the likelihood has no maximum within reason (everybody
 * is alike, or nobody ever stays away), so that any parameter would be as good as another.
 */
export const forecastRefusals = ['too_few', 'too_short', 'no_maximum'] as const;
export type ForecastRefusal = (typeof forecastRefusals)[number];

/** Below so many people who came again (DOMAIN "BG/NBD": some hundreds), or so many days since the first purchase, nothing is forecast. */
export const LEAST_REPEAT_BUYERS = 200;
export const LEAST_DAYS = 26 * 7;
/** Nobody plans farther; and what a shop of five years did long ago says little of how it forecasts now. */
export const MOST_DAYS_HELD_BACK = 26 * 7;
