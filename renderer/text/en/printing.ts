import type { Translated } from '../translated.ts';
import type { printing as chinese } from '../zh-CN/printing.ts';

/** Words of what goes to paper. */
export const printing: Translated<typeof chinese> = {
  print: 'Print',
  savePdf: 'Save as PDF',
  outcome: {
    printed: 'Sent to the printer',
    saved: 'Saved as {{file}}',
    no_printer: 'There is no printer. Connect one, install its driver and print again, or save a PDF.',
    failed: 'The printer did not take it. See that it has paper and is on, then print again, or save a PDF.',
  },
  statement: {
    open: 'Print a statement…',
    title: 'Print a statement',
    about: 'What this customer bought between two days, and what it comes to.',
    from: 'From',
    to: 'To',
  },
  settings: {
    title: 'Receipts',
    paper: 'Width of the receipt paper',
    atOnce: 'Print a receipt with every visit that is saved, without asking',
    footer: 'At the foot of a receipt',
    footerHint: 'Address, telephone, thank you',
  },
};
