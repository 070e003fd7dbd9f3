/** Whether this window covers the shop's only screen, so that the clerk must come back by a code: main says so behind the address's #. */
export const isOnlyScreen = window.location.hash === '#only-screen';
