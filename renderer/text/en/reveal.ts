/** Masked numbers, looked at one person at a time. */
export const reveal = {
  open: 'Show the full numbers',
  hide: 'Hide the numbers',
  title: 'Why do you need the full numbers?',
  reasons: {
    calling_back: 'Calling the customer back',
    customer_asked: 'The customer asked for it',
    checking_card: 'Checking the card',
    other: 'Something else',
  },
  note: 'More about it (optional)',
  noteNeeded: 'Say why',
  logged: 'Goes into the audit log',
  show: 'Show for 30 seconds',
  keyHint: 'Press V for the full number',
  inForm: 'The number is hidden and stays as it is. To change it, first show it in full with the eye.',
  inExport: 'You do not see full numbers, so they are hidden in the file too (138****5678).',
  noCards: 'An address book without numbers is of no use: without the right to see numbers no VCF is written. Ask the owner.',
} as const;
