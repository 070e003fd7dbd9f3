import type { visits as chinese } from '../zh-CN/visits.ts';
import type { Translated } from '../translated.ts';

/** Words of the visit page. */
export const visits: Translated<typeof chinese> = {
  title: 'Visit',
};
