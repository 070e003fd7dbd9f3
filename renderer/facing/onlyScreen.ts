/** Whether this window covers the shop's only screen, so that the clerk must come back by a code: main says so in the address. */
export const isOnlyScreen = new URLSearchParams(window.location.search).get('screen') === 'only';
