/** What the shop gives something for besides a purchase: the step up to a tier (X63), signing up and checking in (X61). */
export const bonusOccasions = ['tier', 'sign_up', 'check_in'] as const;
export type BonusOccasion = (typeof bonusOccasions)[number];

const words: Readonly<Record<BonusOccasion, Readonly<Record<'zh-CN' | 'en', (name: string) => string>>>> = {
  tier: { 'zh-CN': (name) => `升到${name}`, en: (name) => `Rose to ${name}` },
  sign_up: { 'zh-CN': () => '新客礼', en: () => 'Welcome gift' },
  check_in: { 'zh-CN': () => '签到', en: () => 'Check-in' },
};

/** Why it was given, as it stays with what was given, in the shop's language; `name` is that of a tier. */
export const bonusReason = (occasion: BonusOccasion, language: 'zh-CN' | 'en', name = ''): string =>
  words[occasion][language](name);
