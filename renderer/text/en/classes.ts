import type { classes as chinese } from '../zh-CN/classes.ts';
import type { Translated } from '../translated.ts';

/** Names of the classes a customer can be in, on every page that shows them. */
export const classes: Translated<typeof chinese> = {
  rfm: {
    champions: 'champions',
    loyal: 'loyal',
    potential_loyalist: 'potential loyalists',
    new: 'new',
    promising: 'promising',
    need_attention: 'need attention',
    at_risk: 'at risk',
    hibernating: 'hibernating',
    lost: 'lost',
    other: 'others',
    no_purchase: 'no purchase yet',
  },
  rfm8: {
    important_value: 'key · value',
    important_keep: 'key · keep',
    important_develop: 'key · develop',
    important_win_back: 'key · win back',
    general_value: 'general · value',
    general_keep: 'general · keep',
    general_develop: 'general · develop',
    general_win_back: 'general · win back',
    no_purchase: 'no purchase yet',
  },
  value: { high: 'high value', middle: 'middle value', low: 'low value' },
  activity: { active: 'active', semi_active: 'semi-active', inactive: 'inactive' },
  dormant: { dormant: 'dormant', not_dormant: 'not dormant' },
  lifecycle: {
    prospect: 'prospect',
    new: 'new',
    repeat: 'repeat',
    loyal: 'loyal',
    at_risk: 'at risk',
    dormant: 'dormant',
    lost: 'lost',
    won_back: 'won back',
  },
};
