// What a customer passes on so that somebody comes (R096): the shop's own words, with a few places in them.

type Language = 'zh-CN' | 'en';
const places = { shop: ['店名', 'shop'], code: ['推荐码', 'code'], name: ['姓名', 'name'] } as const;
type Place = keyof typeof places;

const isPlace = (name: string): name is Place => Object.hasOwn(places, name);
const placeOf = (word: string): Place | null =>
  Object.entries(places).flatMap(([name, words]) => (words.some((one) => one === word) && isPlace(name) ? [name] : []))[0] ??
  null;

/** So long the shop's own words may be. */
export const LONGEST_SHARE_TEXT = 300;

const inBraces = /\{([^{}]*)\}/g;

/** What is wrong with a text of the shop: a place nobody knows, or none for the code. Null for a good one, and for none at all. */
export const shareTextProblem = (template: string): 'share_place_unknown' | 'share_without_code' | null => {
  if (template === '') return null;
  const found = [...template.matchAll(inBraces)].map(([, word]) => placeOf((word ?? '').trim()));
  if (found.includes(null)) return 'share_place_unknown';
  return found.includes('code') ? null : 'share_without_code';
};

/** The text of a shop that wrote none. */
export const usualShareText: Readonly<Record<Language, string>> = {
  'zh-CN': '我常去{店名}，推荐你也来看看。到店报我的推荐码 {推荐码} 就行。',
  en: 'I go to {shop} and think you would like it. Give them my code {code} when you come.',
};
const someShop: Readonly<Record<Language, string>> = { 'zh-CN': '这家店', en: 'a shop near me' };

/** The text with everything in its place. */
export const shareText = (
  settings: { readonly referralShareText: string; readonly shopName: string; readonly language: Language },
  { code, name }: { readonly code: string; readonly name: string },
): string => {
  const { referralShareText, shopName, language } = settings;
  const values = { shop: shopName === '' ? someShop[language] : shopName, code, name };
  const template = referralShareText === '' ? usualShareText[language] : referralShareText;
  return template.replaceAll(inBraces, (whole, word: string) => {
    const place = placeOf(word.trim());
    return place === null ? whole : values[place];
  });
};
