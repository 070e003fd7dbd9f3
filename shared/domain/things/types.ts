/** A word in each language of the screen. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** What a shop serves besides the person (X20). */
export const thingTypes = ['pet', 'car', 'glasses', 'appliance', 'bicycle', 'other'] as const;
export type ThingType = (typeof thingTypes)[number];

/** Every field that some type of thing has. A birth date, which may be partial or lunar, is a value of its own beside them. */
export const thingFieldNames = [
  'species',
  'breed',
  'sex',
  'neutered',
  'weightKilograms',
  'coat',
  'chip',
  'plate',
  'model',
  'vin',
  'colour',
  'mileageKilometres',
  'registeredOn',
  'frame',
  'lens',
  'prescription',
  'brand',
  'serial',
  'boughtOn',
  'frameNumber',
  'size',
  'details',
] as const;
export type ThingFieldName = (typeof thingFieldNames)[number];

/** One field of a thing as it is stored and crosses the bridge: always text, in its one canonical form. */
export interface ThingField {
  readonly name: ThingFieldName;
  readonly value: string;
}

/** How a field's text is read. `decimal` and `whole` are not negative; `plate` and `vin` lose their blanks and take capitals. */
export type ThingFieldKind = 'text' | 'long_text' | 'choice' | 'decimal' | 'whole' | 'date' | 'plate' | 'vin';

/** A field of a type: what it is called, how it is read, and what one can choose. */
export interface ThingFieldDefinition {
  readonly name: ThingFieldName;
  readonly kind: ThingFieldKind;
  readonly label: Words;
  /** What may be chosen, for kind `choice`. */
  readonly choices?: readonly { readonly value: string; readonly label: Words }[];
  /** The unit behind the figure. */
  readonly unit?: Words;
  /** The largest figure, for `decimal` and `whole`. */
  readonly most?: number;
}

/** A type of thing: its words, its fields in the order of the form, and whether it has a birthday. */
export interface ThingTypeDefinition {
  readonly label: Words;
  /** What its name is called: a pet has a name, a car a short description. */
  readonly nameLabel: Words;
  readonly nameExample: Words;
  readonly hasBirthDate: boolean;
  readonly fields: readonly ThingFieldDefinition[];
}

/** Why a thing is no longer served. */
export const retirements = ['died', 'sold', 'broken', 'lost', 'other'] as const;
export type Retirement = (typeof retirements)[number];
