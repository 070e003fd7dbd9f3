import type { ImportField } from '../../../shared/domain/imports/fields.ts';

/** Under which heading a meaning is found in the list of all; in the order of the headings. */
export const fieldGroups = ['person', 'contact', 'about', 'care', 'family', 'pet', 'car', 'thing', 'shop', 'purchase'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

const members: Readonly<Record<Exclude<FieldGroup, 'shop'>, readonly string[]>> = {
  person: ['number', 'name', 'familyName', 'givenName', 'customerNumber', 'customerName', 'cardNo', 'gender', 'birthday'].concat([
    'birthdayCalendar',
    'statedAge',
    'identityNumber',
    'importantDates',
  ]),
  contact: [
    'phone',
    'wechat',
    'qq',
    'email',
    'region',
    'address',
    'contactMethods',
    'preferredChannel',
    'contactFromHour',
  ].concat(['contactToHour', 'doNotContact', 'consentOn', 'consentSource', 'consentWithdrawnOn']),
  about: [
    'occupation',
    'incomeBand',
    'education',
    'needType',
    'likes',
    'motive',
    'needs',
    'usageHabits',
    'painPoints',
    'interests',
  ],
  care: ['safetyNote', 'allergy', 'contraindication', 'medicalHistory', 'safetyFacts', 'patchTests'],
  family: ['family', 'childName', 'childBirthday'],
  pet: ['petName', 'petSpecies', 'petBreed', 'petSex', 'petNeutered', 'petWeight', 'petCoat', 'petChip', 'petBirthday'].concat([
    'vaccineUntil',
    'dewormingUntil',
  ]),
  car: [
    'plate',
    'carModel',
    'vin',
    'colour',
    'mileage',
    'inspectionUntil',
    'vehicleTaxUntil',
    'maintenanceUntil',
    'insuranceUntil',
  ].concat(['policyNumber']),
  thing: [
    'thingType',
    'thingName',
    'brand',
    'model',
    'serial',
    'boughtOn',
    'thingNote',
    'warrantyUntil',
    'eyeRecheckUntil',
  ].concat(['things', 'expiring']),
  purchase: ['date', 'quantity', 'amount', 'product', 'cost', 'staff'],
};
const groupOf = new Map<string, FieldGroup>(
  fieldGroups.flatMap((group) => (group === 'shop' ? [] : members[group].map((field) => [field, group] as const))),
);

/** Meanings under their headings; what the shop itself keeps (points, tags, notes, own fields) is under `shop`. */
export const groupedFields = (
  fields: readonly ImportField[],
): readonly { readonly group: FieldGroup; readonly fields: readonly ImportField[] }[] =>
  fieldGroups
    .map((group) => ({ group, fields: fields.filter((field) => (groupOf.get(field) ?? 'shop') === group) }))
    .filter((found) => found.fields.length > 0);
