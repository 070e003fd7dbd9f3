import type { things as chinese } from '../zh-CN/things.ts';
import type { Translated } from '../translated.ts';

/** Words of served things and of what runs out. */
export const things: Translated<typeof chinese> = {
  because: { died: 'passed away', sold: 'sold', broken: 'broken', lost: 'lost', other: 'other' },
  events: {
    added: 'Added {{thing}}',
    edited: 'Changed {{thing}}',
    retired: '{{thing}} no longer served: {{because}}',
    revived: '{{thing}} served again',
    removed: 'Removed {{thing}}',
    restored: 'Restored {{thing}}',
    given: '{{thing}} now belongs to {{other}}',
    received: '{{thing}} came from {{other}}',
    fact_added: '{{fact}} valid until {{on}}',
    fact_edited: '{{fact}} changed: valid until {{on}}',
    fact_renewed: '{{fact}} renewed until {{on}}',
    fact_renewal_undone: 'Renewal undone: {{fact}} valid until {{on}}',
    fact_removed: '{{fact}} no longer kept',
    fact_restored: '{{fact}} restored, valid until {{on}}',
  },
};
