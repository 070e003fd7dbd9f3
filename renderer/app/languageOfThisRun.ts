import type { Language } from '../text/i18n.ts';

/** The language the command line asked for (`--lang`), which main hands on in the page's address; null follows the settings. */
export const languageOfThisRun = ((): Language | null => {
  const wanted = new URLSearchParams(window.location.search).get('lang');
  // The router of the part after the # would take the query for its own and append it to every page's filters.
  if (wanted !== null) window.history.replaceState(null, '', `${window.location.pathname}${window.location.hash}`);
  return wanted === 'zh-CN' || wanted === 'en' ? wanted : null;
})();
