/** What the customer has agreed to for a photo: not asked, kept for their own record only, or may be shown to others (X25). */
export const consents = ['unasked', 'record', 'show'] as const;
export type Consent = (typeof consents)[number];
