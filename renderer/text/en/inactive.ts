import type { inactive as chinese } from '../zh-CN/inactive.ts';
import type { Translated } from '../translated.ts';

/** Said as "deactivated": an "inactive" customer is, on these screens, one who has not been in touch for long. */
export const inactive: Translated<typeof chinese> = {
  word: 'deactivated',
  make: 'Deactivate…',
  title: 'Deactivate “{{name}}”',
  about:
    'Card, visits and points stay; the customer leaves the list, the search, the calls, the segments and the duplicates. The next visit makes them active again.',
  reason: 'Reason (optional)',
  reasonHint: 'Such as: moved away',
  save: 'Deactivate',
  done: 'Deactivated “{{name}}”',
  undone: '“{{name}}” is active again',
  since: 'Deactivated {{when}}',
  because: 'Deactivated {{when}}: {{reason}}',
  text: 'Not on the list, in the search or among the calls.',
  again: 'Make active again',
  atVisit:
    'This customer is deactivated ({{when}}). Saving the visit makes them active again; undoing it deactivates them again.',
  atPastVisit: 'This customer is deactivated ({{when}}). A visit from before that day leaves them so.',
  more_one: '{{count}} more among the deactivated',
  more_other: '{{count}} more among the deactivated',
  show: 'show',
};
