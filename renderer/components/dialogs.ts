/** A dialog that asks for a decision: while one is open, the keys of the page beneath it wait. */
export const dialogSelector = '[role="dialog"][aria-modal="true"]';

/** Whether such a dialog is open now. */
export const isDialogOpen = (): boolean => document.querySelector(dialogSelector) !== null;
