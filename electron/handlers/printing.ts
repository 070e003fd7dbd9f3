import type { HandlersOf } from './context.ts';
import { makeReceipt } from './printing/receipt.ts';
import { makeSheet } from './printing/sheets.ts';

/** What goes to paper (R053). */
export const printingHandlers: HandlersOf<'printing'> = {
  'printing.receipt': makeReceipt,
  'printing.sheet': makeSheet,
};
