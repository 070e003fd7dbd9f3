import type { Translated } from '../translated.ts';
import type { gifts as chinese } from '../zh-CN/gifts.ts';

/** Words of gifts, samples and acts beyond what was expected. */
export const gifts: Translated<typeof chinese> = {
  title: 'Gifts',
  text: 'Gifts, samples and acts beyond what was expected, in the last 12 months: what they cost, why, and for whom.',
  reason: 'Why',
  presets: {
    vip: 'VIP gift',
    card: 'Card by hand',
    birthday: 'Birthday',
    feedback: 'Thanks for feedback',
    satisfied: 'Satisfied customer',
    apology: 'Apology',
  },
  what: 'What else was given or done',
  whatHint: 'Such as: a card by hand',
  nothing: 'Choose a sample, or write what was given',
  cost: 'What it cost',
  costHint: 'nothing',
  noCost: 'cost not noted',
  by: 'Given by',
  byMe: 'me',
  mayGive: 'Up to {{most}} at once, {{left}} left this month (coupons count too).',
  give: 'Write it down',
  whole: '{{amount}} in all',
  times: 'Times',
  byMonth: 'By month',
  byReason: 'By reason',
  byCustomer: 'To whom most',
  empty: {
    title: 'Nothing given yet',
    text: 'Press “Gifts” on a customer’s card and write down what was given and why. Here it adds up by month.',
  },
  done: { given: 'Written down for {{name}}, {{amount}}' },
  card: {
    open: 'Gifts',
    makeGood: 'Give a sample',
    title: 'Given to {{name}}',
    give: 'Give something',
    sum_one: 'Given {{count}} time, {{amount}} in all',
    sum_other: 'Given {{count}} times, {{amount}} in all',
    none: { title: 'Nothing given yet', text: 'Samples, cards, a helping hand: written down here, nothing is given twice.' },
  },
  timeline: { given: 'Given: {{what}} ({{amount}})', forIncident: 'To make it good: {{what}} ({{amount}})' },
  settings: {
    title: 'Gifts',
    keeps: 'Write down gifts, samples and acts beyond what was expected',
    reasons: 'Reasons for them',
    reasonsHint: 'One in a line; empty uses those at hand',
  },
};
