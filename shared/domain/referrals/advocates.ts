// Regulars who speak for the shop 体验官, and those who try what is new before others (R094): each a right with a number, from a day to a day.

export const advocateKinds = ['advocate', 'tester'] as const;
export type AdvocateKind = (typeof advocateKinds)[number];

/** The number as it stands on the certificate. */
export const certificateNumber = (number: number): string => String(number).padStart(4, '0');
