import type { Language } from '../text/i18n.ts';

/**
 * The language the command line asked for (`--lang`), which main hands on in the page's address; null follows the settings.
 * It is taken out of the address once it is read: the router would count it among the search parameters of every page.
 */
export const languageOfThisRun = ((): Language | null => {
  const { search, pathname, hash } = window.location;
  if (search === '') return null;
  const wanted = new URLSearchParams(search).get('lang');
  window.history.replaceState(window.history.state, '', `${pathname}${hash}`);
  return wanted === 'zh-CN' || wanted === 'en' ? wanted : null;
})();
