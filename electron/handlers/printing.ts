import type { HandlersOf } from './context.ts';
import { makeSlip } from './printing/slips.ts';
import { makeSheet } from './printing/sheets.ts';

/** What goes to paper (R053). */
export const printingHandlers: HandlersOf<'printing'> = {
  'printing.slip': makeSlip,
  'printing.sheet': makeSheet,
};
