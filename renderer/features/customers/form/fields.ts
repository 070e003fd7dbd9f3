/** Facts of one line. */
export const lineFields = [
  'name',
  'phone',
  'wechat',
  'email',
  'cardNo',
  'region',
  'address',
  'source',
  'occupation',
  'incomeBand',
  'education',
] as const;
/** Facts of several lines. */
export const textFields = ['safetyNote', 'likes', 'motive', 'painPoints', 'note'] as const;
const choiceFields = [
  'gender',
  'birthday',
  'needType',
  'preferredChannel',
  'hours',
  'doNotContact',
  'consentOn',
  'ownerId',
  'referrerId',
  'status',
  'vip',
] as const;

/** A fact as a person edits it; VIP with its reason, and the two good hours, are one each. */
export type FieldName = (typeof lineFields)[number] | (typeof textFields)[number] | ChoiceField;
export type LineField = (typeof lineFields)[number];
export type TextField = (typeof textFields)[number];
export type ChoiceField = (typeof choiceFields)[number];

export const isLineField = (field: FieldName): field is LineField => lineFields.some((name) => name === field);
export const isTextField = (field: FieldName): field is TextField => textFields.some((name) => name === field);

/** The facts in the order of the form and of the card. */
export const fieldGroups = {
  basics: ['name', 'phone', 'gender', 'birthday'],
  contact: ['wechat', 'email', 'cardNo', 'region', 'address', 'preferredChannel', 'hours', 'consentOn', 'doNotContact'],
  taste: ['safetyNote', 'likes', 'motive', 'painPoints', 'needType', 'note'],
  belonging: ['ownerId', 'status', 'source', 'referrerId', 'occupation', 'incomeBand', 'education', 'vip'],
} as const satisfies Record<string, readonly FieldName[]>;
export type FieldGroup = keyof typeof fieldGroups;

const groupOfField = new Map<string, FieldGroup>(
  (['basics', 'contact', 'taste', 'belonging'] as const).flatMap((group) =>
    fieldGroups[group].map((field): [string, FieldGroup] => [field, group]),
  ),
);

/** In which fold a field with an error stands, so that it can be opened. */
export const groupOf = (field: string): FieldGroup => {
  if (field === 'contactFromHour' || field === 'contactToHour') return 'contact';
  if (field === 'isVip' || field === 'vipReason') return 'belonging';
  return groupOfField.get(field) ?? 'basics';
};
