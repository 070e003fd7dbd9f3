/** The facts whose completeness and reliability are scored (R186), by the names of the customer's form. Their order is that of the bits below. */
export const careFields = [
  'name',
  'phone',
  'birthday',
  'consentOn',
  'wechat',
  'likes',
  'region',
  'gender',
  'preferredChannel',
] as const;
export type CareField = (typeof careFields)[number];

/** What each fact counts, 0 to 100 each; only their proportion matters. A shop may set its own. */
export type CareWeights = Readonly<Record<CareField, number>>;

/** For any trade: who can be reached, greeted and lawfully written to comes before what is nice to know. */
export const defaultCareWeights: CareWeights = {
  name: 10,
  phone: 25,
  birthday: 15,
  consentOn: 15,
  wechat: 10,
  likes: 10,
  region: 5,
  gender: 5,
  preferredChannel: 5,
};

/** Facts that change in the course of a life, and so want to be confirmed now and then. */
export const changingFields: readonly CareField[] = ['phone', 'wechat', 'likes', 'region'];

/** A set of fields as the bits of a whole number, as the store keeps it. */
export const fieldBits = (fields: readonly CareField[]): number => fields.reduce((bits, field) => bits | fieldBit(field), 0);

/** The bit of one field. */
export const fieldBit = (field: CareField): number => 1 << careFields.indexOf(field);
