/** What a customer did with a product, as staff log it (R018): looked at, tried on, asked about, or wants to have (R019). */
export const interestKinds = ['viewed', 'tried', 'asked', 'wanted'] as const;
export type InterestKind = (typeof interestKinds)[number];

/** How a wish stands: open until it was met or given up. What was only looked at has no state. */
export const wishStates = ['open', 'fulfilled', 'closed'] as const;
export type WishState = (typeof wishStates)[number];

/** One point of a made-to-order wish: "颜色: 冷棕" (R019). */
export interface Requirement {
  readonly label: string;
  readonly value: string;
}

/** What a wish usually names, as the form offers it in each language; the shop writes any other word it likes. */
export const usualRequirements: { readonly 'zh-CN': readonly string[]; readonly en: readonly string[] } = {
  'zh-CN': ['颜色', '配置', '尺寸', '路线', '预算', '数量'],
  en: ['Colour', 'Configuration', 'Size', 'Route', 'Budget', 'Quantity'],
};

/** At most so many points a wish. */
export const MOST_REQUIREMENTS = 20;

/** The points that say something, each label once (the last word counts), in their order. */
export const cleanRequirements = (given: readonly Requirement[]): Requirement[] => {
  const points = new Map<string, string>();
  for (const { label, value } of given) {
    const name = label.trim();
    if (name !== '' && value.trim() !== '') points.set(name, value.trim());
  }
  return [...points].map(([label, value]) => ({ label, value }));
};
