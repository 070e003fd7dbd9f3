// How two customers know each other (R092): one row says it for both.

/** What the other is to the one who is looked at. */
export const relations = [
  'partner',
  'parent',
  'child',
  'sibling',
  'relative',
  'friend',
  'colleague',
  'neighbour',
  'other',
] as const;
export type Relation = (typeof relations)[number];

const isRelation = (text: string): text is Relation => relations.some((relation) => relation === text);

/** A stored word; one that this program does not know is `other`. */
export const relationOf = (text: string): Relation => (isRelation(text) ? text : 'other');

/** The same relation as the other one sees it: whoever is my mother has me as a child. */
export const seenFromOther = (relation: Relation): Relation =>
  relation === 'parent' ? 'child' : relation === 'child' ? 'parent' : relation;
