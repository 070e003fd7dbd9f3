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
  'consentSource',
] as const;
/** Facts of several lines. */
export const textFields = ['safetyNote', 'likes', 'motive', 'needs', 'usageHabits', 'painPoints', 'note'] as const;
const choiceFields = [
  'gender',
  'birthday',
  'statedAge',
  'needType',
  'preferredChannel',
  'hours',
  'doNotContact',
  'consentOn',
  'consentWithdrawnOn',
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
  person: ['statedAge', 'occupation', 'incomeBand', 'education'],
  contact: [
    'wechat',
    'email',
    'region',
    'address',
    'preferredChannel',
    'hours',
    'consentOn',
    'consentSource',
    'consentWithdrawnOn',
    'doNotContact',
  ],
  taste: ['safetyNote', 'likes', 'motive', 'needs', 'usageHabits', 'painPoints', 'needType', 'note'],
  belonging: ['status', 'ownerId', 'cardNo', 'source', 'referrerId', 'vip'],
} as const satisfies Record<string, readonly FieldName[]>;
export type FieldGroup = keyof typeof fieldGroups;

/** The contract's fields that a fact on the card stands for: under these names it is verified (R183). */
export const contractFieldsOf = (field: FieldName): readonly string[] => {
  if (field === 'hours') return ['contactFromHour', 'contactToHour'];
  return field === 'vip' ? ['isVip', 'vipReason'] : [field];
};

const groupOfField = new Map<string, FieldGroup>(
  (['basics', 'person', 'contact', 'taste', 'belonging'] as const).flatMap((group) =>
    fieldGroups[group].map((field): [string, FieldGroup] => [field, group]),
  ),
);

/** In which fold a field with an error stands, so that it can be opened. */
export const groupOf = (field: string): FieldGroup => {
  if (field === 'contactFromHour' || field === 'contactToHour') return 'contact';
  if (field === 'isVip' || field === 'vipReason') return 'belonging';
  return groupOfField.get(field) ?? 'basics';
};
