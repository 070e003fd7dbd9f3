/** The one search box, found by its id so that any key handler can reach it. */
export const searchBoxId = 'regulars-search';

/** Puts the cursor into the search box and selects what is there. */
export const focusSearchBox = (): void => {
  const box = document.getElementById(searchBoxId);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
};
