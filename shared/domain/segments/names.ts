/** Named RFM segments, first match wins (DOMAIN "RFM"); `no_purchase` keeps the axis complete. */
export const rfmSegments = [
  'champions',
  'loyal',
  'potential_loyalist',
  'new',
  'promising',
  'need_attention',
  'at_risk',
  'hibernating',
  'lost',
  'other',
  'no_purchase',
] as const;
export type RfmSegment = (typeof rfmSegments)[number];

/** The Chinese eight, by recency x frequency x money against cut-offs; `no_purchase` keeps the axis complete. */
export const rfm8Segments = [
  'important_value',
  'important_keep',
  'important_develop',
  'important_win_back',
  'general_value',
  'general_keep',
  'general_develop',
  'general_win_back',
  'no_purchase',
] as const;
export type Rfm8Segment = (typeof rfm8Segments)[number];

export const valueClasses = ['high', 'middle', 'low'] as const;
export type ValueClass = (typeof valueClasses)[number];

export const activityClasses = ['active', 'semi_active', 'inactive'] as const;
export type ActivityClass = (typeof activityClasses)[number];

export const lifecycles = ['prospect', 'new', 'repeat', 'loyal', 'at_risk', 'dormant', 'lost', 'won_back'] as const;
export type Lifecycle = (typeof lifecycles)[number];
