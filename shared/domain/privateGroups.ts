/** Groups of facts that not everybody at the desk may see (X40): each has a right of its own. */
export const privateGroups = ['health', 'income', 'staff_notes'] as const;
export type PrivateGroup = (typeof privateGroups)[number];

/** The right that shows a group. */
export const rightToSee = (group: PrivateGroup): `private.${PrivateGroup}` => `private.${group}`;

interface HealthFact {
  readonly kind: string;
  readonly source: string | null;
  readonly note: string | null;
}

/**
 * What of somebody's health whoever serves them must know all the same: allergies and contraindications, for a visit can harm by them.
 * What lies behind (past illnesses, who said so, notes) is private.
 */
export const neededHealthFacts = <Fact extends HealthFact>(facts: readonly Fact[]): Fact[] =>
  facts.flatMap((fact) => (fact.kind === 'history' ? [] : [{ ...fact, source: null, note: null }]));

/** A patch test without its note. */
export const neededPatchTests = <Test extends { readonly note: string | null }>(tests: readonly Test[]): Test[] =>
  tests.map((test) => ({ ...test, note: null }));
