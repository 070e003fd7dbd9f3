/**
 * The shape that the English words of an area must have: exactly the keys of the Chinese ones. Chinese has no plural, so
 * where it says `people_other` English says `people_one` as well.
 */
export type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translated<Words[Key]>;
} & {
  readonly [Key in keyof Words as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
