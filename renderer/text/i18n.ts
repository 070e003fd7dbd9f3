import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type Language = ShopSettings['language'];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zhCN };
    returnNull: false;
  }
}

/** Prepares the words before the first render; both languages are at hand, so nothing is ever loaded later. */
export const startWords = async (language: Language): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
};

/** Changes the language of the whole window at once. */
export const switchLanguage = async (language: Language): Promise<void> => {
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};
