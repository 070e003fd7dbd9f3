import type { callbacks as chinese } from '../zh-CN/callbacks.ts';
import type { Translated } from '../translated.ts';

/** Words of today's list. */
export const callbacks: Translated<typeof chinese> = {
  title: 'Today',
};
