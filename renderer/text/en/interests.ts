import type { interests as chinese } from '../zh-CN/interests.ts';
import type { Translated } from '../translated.ts';

/** Words of what customers look at and want. */
export const interests: Translated<typeof chinese> = {
  kinds: { viewed: 'Viewed', tried: 'Tried', asked: 'Asked about', wanted: 'Wants' },
  states: { open: 'open', fulfilled: 'fulfilled', closed: 'given up' },
  wantedBy: 'wanted by {{on}}',
  point: '{{label}}: {{value}}',
};
