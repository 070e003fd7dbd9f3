import type { forecast as chinese } from '../zh-CN/forecast.ts';
import type { Translated } from '../translated.ts';

/** Words of the forecast. */
export const forecast: Translated<typeof chinese> = {
  title: 'Forecast: how many will come again',
  text: 'From how often each customer came, when they came last and how long you have known them. All of it is an estimate.',
  horizon: 'Looking ahead',
  weeks_one: '{{count}} week',
  weeks_other: '{{count}} weeks',
  counting: 'Working it out…',
  figures: {
    label: 'What to expect',
    visits: 'Purchases to expect (estimate)',
    visitsValue: 'about {{figure}}',
    visitsNote: 'of the {{customers}} customers you have, within {{weeks}} weeks; new customers are not counted',
    spend: 'Spend to expect (estimate)',
    spendNote: 'the purchases times what each person usually spends',
    spendUnknown: 'cannot be told',
    alive: 'Still coming (estimate)',
    aliveValue: 'about {{figure}}',
    aliveNote: 'of the {{customers}} who came on more than one day, each counted by how likely it is',
  },
  meaning: {
    title: 'What the customers of this shop are like',
    rate: 'Whoever still comes buys every {{days}} days on average.',
    spread: { wide: 'How often they come differs widely.', narrow: 'How often they come does not differ much.' },
    leaving: 'After each purchase there is a {{percent}}% chance on average that they never come again.',
    spend: 'They spend {{amount}} a time on average.',
    related:
      'Take care: those who come often do not spend the same a time as those who seldom come (correlation {{correlation}}), so the spend is less sure.',
    onceOnly: 'Of those who came on one day only, this method cannot tell whether they are gone; it just expects less and less.',
    since:
      'From the purchases of {{since}} to {{until}}, one a day at most; without removed and inactive customers and undone visits.',
  },
  proof: {
    title: 'How good it is: the latest part held back, then compared',
    about_one: 'Worked out from the purchases before {{from}} alone, beside what came in the week after.',
    about_other: 'Worked out from the purchases before {{from}} alone, beside what came in the {{count}} weeks after.',
    off: '{{predicted}} were expected and {{actual}} came: {{verdict}}',
    verdict: { over: '{{percent}}% too many.', under: '{{percent}}% too few.', even: 'almost the same.' },
    picture: 'Purchases a week: the line is what came, the dashes what was expected. {{sentence}}',
    actual: 'Came',
    predicted: 'Expected',
    byWeek: 'Week by week',
    week: 'Week from',
    byClass: 'By how often they had come again',
    class: 'Had come again',
    times_one: '{{count}} time',
    times_other: '{{count}} times',
    orMore: '{{times}} times or more',
    customers: 'Customers',
    actualEach: 'Came, each',
    predictedEach: 'Expected, each',
  },
  refused: {
    title: 'There is too little to forecast by',
    proofTitle: 'How good it is cannot be compared yet',
    spendTitle: 'How much they will spend cannot be told yet',
    too_few:
      'It takes at least {{needed}} customers who came on more than one day; there are {{found}}. With so few the estimate would be worth little; look at how often each one comes, on their card.',
    too_short:
      'It takes purchases of at least {{needed}} days; there are {{found}}. Go on for a while, or import older purchases.',
    no_maximum: 'These purchases follow no steady pattern: any estimate would be as good as another, so none is given.',
    proof: {
      too_few: 'With a part held back, {{found}} customers are left who came on more than one day; it takes {{needed}}.',
      too_short: 'With a part held back, purchases of {{found}} days are left; it takes {{needed}}.',
      no_maximum: 'With a part held back, what is left follows no steady pattern.',
    },
    spend: {
      too_few: '{{found}} customers came again and paid something; it takes {{needed}}.',
      too_short: 'There are purchases of {{found}} days; it takes {{needed}}.',
      no_maximum: 'What people spend a time follows no steady pattern.',
    },
  },
};
