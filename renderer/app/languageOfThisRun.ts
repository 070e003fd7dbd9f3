import type { Language } from '../text/i18n.ts';

/** The language the command line asked for (`--lang`), which main hands on in the page's address; null follows the settings. */
export const languageOfThisRun = ((): Language | null => {
  const wanted = new URLSearchParams(window.location.search).get('lang');
  return wanted === 'zh-CN' || wanted === 'en' ? wanted : null;
})();
