/** What a column of a purchase log can mean. */
export const purchaseFields = [
  'customerNumber',
  'customerName',
  'phone',
  'date',
  'quantity',
  'amount',
  'product',
  'cost',
  'staff',
  'note',
] as const;

/** Meanings of a list of people that name one value of the card. */
const cardFields = [
  'number',
  'name',
  'familyName',
  'givenName',
  'phone',
  'gender',
  'birthday',
  'birthdayCalendar',
  'statedAge',
  'cardNo',
  'wechat',
  'qq',
  'email',
  'region',
  'address',
  'occupation',
  'incomeBand',
  'education',
  'source',
  'referrer',
  'owner',
  'status',
  'isVip',
  'vipReason',
  'needType',
  'preferredChannel',
  'contactFromHour',
  'contactToHour',
  'doNotContact',
  'consentOn',
  'consentSource',
  'consentWithdrawnOn',
  'likes',
  'motive',
  'needs',
  'usageHabits',
  'painPoints',
  'note',
  'points',
  'createdOn',
  'memberUntil',
  'inactiveOn',
  'inactiveReason',
] as const;

/** What must not go wrong, and the family, as other programs write them. */
const careFields = [
  'safetyNote',
  'allergy',
  'contraindication',
  'medicalHistory',
  'childName',
  'childBirthday',
  'identityNumber',
  'tags',
  'customField',
] as const;

/** Columns of a pet, a car or another thing that is served; a sheet of things has one a row. */
export const thingImportFields = [
  'thingType',
  'thingName',
  'plate',
  'carModel',
  'vin',
  'colour',
  'mileage',
  'petName',
  'petSpecies',
  'petBreed',
  'petSex',
  'petNeutered',
  'petWeight',
  'petCoat',
  'petChip',
  'petBirthday',
  'brand',
  'model',
  'serial',
  'boughtOn',
  'thingNote',
  'inspectionUntil',
  'vehicleTaxUntil',
  'maintenanceUntil',
  'insuranceUntil',
  'policyNumber',
  'vaccineUntil',
  'dewormingUntil',
  'warrantyUntil',
  'eyeRecheckUntil',
] as const;
export type ThingImportField = (typeof thingImportFields)[number];

/** Several facts in one cell, as our own export writes them (`packed.ts`). */
export const packedFields = [
  'contactMethods',
  'importantDates',
  'family',
  'things',
  'expiring',
  'interests',
  'safetyFacts',
  'patchTests',
] as const;
export type PackedField = (typeof packedFields)[number];

/** What a column of a customer list can mean. */
export const customerImportFields = [...cardFields, ...careFields, ...thingImportFields, ...packedFields] as const;

/** Meanings that several columns may share: further numbers, the parts of an address, notes one after the other. */
export const repeatableFields: readonly ImportField[] = [
  'phone',
  'email',
  'region',
  'address',
  'note',
  'safetyNote',
  'allergy',
  'contraindication',
  'medicalHistory',
  'tags',
  'customField',
];
/** Only a list of people has further numbers and texts in parts. */
export const mayRepeat = (form: ImportForm, field: ImportField): boolean =>
  form === 'customers' && repeatableFields.includes(field);

export type PurchaseField = (typeof purchaseFields)[number];
export type CustomerImportField = (typeof customerImportFields)[number];
export type ImportField = PurchaseField | CustomerImportField;
export type ImportForm = 'purchases' | 'customers';
export type ImportPreset = 'auto' | 'cdnow';

/** One entry a column, in the file's order: its meaning, or null to leave it out. */
export type Mapping = readonly (ImportField | null)[];

/** The fields a form knows. */
export const fieldsOf = (form: ImportForm): readonly ImportField[] =>
  form === 'purchases' ? purchaseFields : customerImportFields;

/** What a form cannot do without: each entry needs at least one of its fields mapped. */
export const requiredFields: Readonly<Record<ImportForm, readonly (readonly ImportField[])[]>> = {
  purchases: [['date'], ['amount'], ['customerNumber', 'phone', 'customerName']],
  customers: [['name', 'number', 'phone', 'familyName', 'givenName', 'cardNo']],
};

/** The first need that no column meets, or null. */
export const missingField = (form: ImportForm, mapping: Mapping): ImportField | null =>
  requiredFields[form].find((anyOf) => !anyOf.some((field) => mapping.includes(field)))?.[0] ?? null;

/** Where each field stands in a row: its first column. */
export const columnOf = (mapping: Mapping): ReadonlyMap<ImportField, number> =>
  new Map(mapping.flatMap((field, column) => (field === null ? [] : [[field, column] as const])).toReversed());

/** Every column of a field, in the file's order. */
export const columnsOf = (mapping: Mapping, field: ImportField): readonly number[] =>
  mapping.flatMap((mapped, column) => (mapped === field ? [column] : []));

/** Codes of a refused row. */
export const rejectionCodes = [
  'field_missing',
  'amount_invalid',
  'quantity_invalid',
  'date_invalid',
  'date_in_future',
  'phone_invalid',
  'number_rounded',
  'identity_invalid',
  'custom_invalid',
  'value_invalid',
  'entries_invalid',
  'thing_invalid',
  'tags_exclusive',
  'row_too_short',
  'row_too_long',
  'text_too_long',
  'customer_unknown',
  'gender_invalid',
  'points_invalid',
  'birthday_invalid',
  'number_taken',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** Why a row is refused: the field at fault (null: the row's shape), and what stood there. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly field: ImportField | null;
  readonly value: string;
}

/** A row that was understood, or why it was not. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly rejection: Rejection };
export const refused = (code: RejectionCode, field: ImportField | null, value: string): { ok: false; rejection: Rejection } => ({
  ok: false,
  rejection: { code, field, value },
});

/** By what a row's person is looked up in the store: `auto` is number, then card, then phone, then name. */
export const matchKeys = ['auto', 'number', 'cardNo', 'phone', 'nameBirthday'] as const;
export type MatchKey = (typeof matchKeys)[number];

/** Fields without which a key tells nobody apart. */
export const fieldsOfKey: Readonly<Record<MatchKey, readonly ImportField[]>> = {
  auto: [],
  number: ['number', 'customerNumber'],
  cardNo: ['cardNo', 'customerNumber'],
  phone: ['phone'],
  nameBirthday: ['name', 'familyName', 'birthday'],
};

/** Why a row was passed over without being wrong. */
export const skipReasons = ['totals', 'repeated', 'unchanged', 'known', 'unknown'] as const;
export type SkipReason = (typeof skipReasons)[number];
