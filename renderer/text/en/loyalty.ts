import type { Translated } from '../translated.ts';
import type { loyalty as chinese } from '../zh-CN/loyalty.ts';

/** Words of the page of loyalty: what the shop owes, and what it has defined. */
export const loyalty: Translated<typeof chinese> = {
  title: 'Loyalty',
  text: 'What the shop owes its customers, and whom; of cards, whose lapse soon.',
  lapsing: { lastDay: 'Last day', whose: 'Whose', uses: 'Uses left', sooner: 'Sooner', later: 'Later' },
  sections: {
    label: 'Pages of loyalty',
    owed: 'What we owe',
    cards: 'Count cards',
    memberCards: 'Printed cards',
    topUps: 'Top-up gifts',
    tiers: 'Tiers',
    earning: 'Earning rules',
    gifts: 'Gifts',
    rewards: 'Rewards',
    coupons: 'Coupons',
    codes: 'Codes',
  },
  points: {
    title: 'Points',
    held: 'Points held',
    holders_one: '{{count}} customer has points',
    holders_other: '{{count}} customers have points',
    worth: 'Worth at the desk',
    worthNote: 'At today’s rate',
    doesNotPay: 'Points do not pay here',
    soon: 'Lapsing within {{days}} days',
    soonNote_one: 'of {{count}} customer',
    soonNote_other: 'of {{count}} customers',
    never: 'None lapse soon',
    who: 'See who holds the most points',
  },
};
