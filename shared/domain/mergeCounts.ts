/** Under which words a merge counts the rows that go over. */
export const mergeCounts = [
  'visits',
  'points',
  'contacts',
  'callbacks',
  'contactMethods',
  'dates',
  'family',
  'relationships',
  'referrals',
  'tags',
  'things',
  'interests',
  'appointments',
  'serviceRecords',
  'signedForms',
  'safety',
  'files',
  'customFields',
  'other',
] as const;
export type MergeCount = (typeof mergeCounts)[number];
