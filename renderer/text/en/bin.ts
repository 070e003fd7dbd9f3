import type { bin as chinese } from '../zh-CN/bin.ts';
import type { Translated } from '../translated.ts';

/** Removed customers, for 30 days. */
export const bin: Translated<typeof chinese> = {
  title: 'Bin',
  about: 'Removed customers stay here for 30 days and can be restored; then they are deleted for good.',
  none: { title: 'The bin is empty', text: 'Customers removed on their card stay here for 30 days and can be restored.' },
  list: 'Removed customers',
  customer: 'Customer',
  removed: 'Removed',
  by: 'By',
  left: 'Left',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  restore: 'Restore',
  restored: '“{{name}}” was restored',
  purge: 'Delete for good',
  ask: 'Delete “{{name}}” for good?',
  askText:
    "The card, {{visits}} visits and {{points}} points of this customer will be deleted, and the shop's totals lose {{spend}}. This cannot be undone.",
  askMerged_one: 'The card merged into it is deleted as well.',
  askMerged_other: 'The {{count}} cards merged into it are deleted as well.',
  purged: '“{{name}}” was deleted for good',
};
