import type { Translated } from '../translated.ts';
import type { referrals as chinese } from '../zh-CN/referrals.ts';

/** Words about who brought whom and who knows whom. */
export const referrals: Translated<typeof chinese> = {
  line: {
    by: 'Brought by {{name}}',
    brought_one: 'Brought {{count}} person',
    brought_other: 'Brought {{count}} people',
    knows_one: 'Knows {{count}} customer',
    knows_other: 'Knows {{count}} customers',
  },
  title: 'Whom {{name}} brought and knows',
  named: 'Named on {{on}}',
  namedBy: 'Named on {{on}} by {{staff}}',
  tree: 'Who brought whom',
  treeHint: 'Up and Down walk, Left and Right fold, Enter opens the customer',
  noOne:
    'Nobody brought anybody here yet. Say who brought a customer in their details, or when you add them, and it is drawn here.',
  sum_one: 'Brought {{people}} person, who spent {{money}}',
  sum_other: 'Brought {{people}} people, who spent {{money}}',
  sumFurther_one: '; they brought {{people}} more, who spent {{money}}',
  sumFurther_other: '; they brought {{people}} more, who spent {{money}}',
  more: 'The first {{count}} are drawn; the figures above count everybody',
  visits_one: '{{count}} visit',
  visits_other: '{{count}} visits',
  never: 'no visit yet',
  inBin: 'in the bin',
  self: 'this customer',
  links: {
    title: 'Customers they know',
    none: 'Where family, friends or colleagues are customers too, link them: both cards show it.',
    add: 'Link a customer',
    who: 'Which customer',
    relation: 'What they are to {{name}}',
    save: 'Link',
    remove: 'Unlink {{name}}',
    done: '{{other}} is linked to {{name}}: {{relation}}',
    removed: '{{name}} and {{other}} are no longer linked',
  },
  relation: {
    partner: 'partner',
    parent: 'parent',
    child: 'child',
    sibling: 'brother or sister',
    relative: 'relative',
    friend: 'friend',
    colleague: 'colleague',
    neighbour: 'neighbour',
    other: 'acquaintance',
  },
  sources: {
    hint: 'How they heard of the shop',
    settings: 'Where customers come from, to choose from in their details; one at a time, Enter confirms',
  },
};
