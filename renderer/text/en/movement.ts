import type { movement as chinese } from '../zh-CN/movement.ts';
import type { Translated } from '../translated.ts';

/** Words of the page about who moved from which group to which. */
export const movement: Translated<typeof chinese> = {
  title: 'Movement between groups',
  text: 'Who went from which group to which between two days. Press a figure to see who they are.',
  axis: {
    label: 'Which grouping',
    rfm8: 'Eight groups',
    rfm: 'RFM',
    value: 'Value',
    activity: 'Activity',
    dormant: 'Dormant or not',
    lifecycle: 'Stage',
  },
  from: 'From',
  to: 'To',
  span: { label: 'Period', week: 'Last week', month: 'Last month', quarter: 'Last quarter', year: 'Last year' },
  counting: 'Counting…',
  nowhere: { before: 'not there yet', after: 'no longer there' },
  since: 'The shop has written down everybody’s group since {{date}}; before that day everybody counts as not there yet.',
  empty: {
    title: 'No movement to show yet',
    text: 'Once there are customers, they are grouped every day, and that is written down from then on.',
  },
  moved_one: '{{figure}} person changed groups, {{stayed}} did not; {{came}} came in, {{left}} left.',
  moved_other: '{{figure}} people changed groups, {{stayed}} did not; {{came}} came in, {{left}} left.',
  flow: 'Flow: the groups before at the left, the groups after at the right; the wider a band, the more people',
  table: 'Table of movement',
  corner: 'Before \\ after',
  total: 'Total',
  cell_one: '{{before}} → {{after}}: {{figure}} person',
  cell_other: '{{before}} → {{after}}: {{figure}} people',
  people_one: '{{before}} → {{after}}: {{figure}} person',
  people_other: '{{before}} → {{after}}: {{figure}} people',
  removed: 'in the bin',
  choose: 'Press a figure in the table to list the people here.',
  column: { name: 'Customer', last: 'Last purchase', spend: 'Last 12 months' },
  before: 'Previous page',
  after: 'Next page',
};
