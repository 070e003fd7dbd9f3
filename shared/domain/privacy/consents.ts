import type { LocalDate } from '../../types/time.ts';

// What a person has agreed to, purpose by purpose (R190). Sharing is no purpose: nothing is shared with anybody.

/** What a consent is for: keeping records, being told of offers by one way or another, photos, notes on health. */
export const consentPurposes = ['records', 'phone', 'wechat', 'sms', 'post', 'photos', 'health'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** The ways by which people are told of offers. */
export const promotionWays = ['phone', 'wechat', 'sms', 'post'] as const satisfies readonly ConsentPurpose[];

/** How it was said. `card` is what somebody typed into the card's own fields, `import` what came in a list. */
export const consentWays = ['in_person', 'on_paper', 'facing_window', 'message', 'card', 'import'] as const;
export type ConsentWay = (typeof consentWays)[number];
/** The ways a person at the desk can choose. */
export const spokenWays = ['in_person', 'on_paper', 'facing_window', 'message'] as const satisfies readonly ConsentWay[];

/** The version of the wording in wording.ts that a consent was given to; 0 is what was said before there was one. */
export const WORDING_VERSION = 1;

/** One entry of the history; entries are never changed, a mistaken one is marked as taken back. */
export interface ConsentEntry {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly state: 'given' | 'withdrawn';
  readonly on: LocalDate;
  /** When it was written down, milliseconds since 1970. */
  readonly at: number;
  readonly undoneAt: number | null;
}

const isLater = (one: ConsentEntry, other: ConsentEntry): boolean =>
  one.on !== other.on ? one.on > other.on : one.at !== other.at ? one.at > other.at : one.id > other.id;

/** The entry that stands for a purpose: the latest day, of one day the one written down last; undefined when nobody was asked. */
export const standingConsent = <Entry extends ConsentEntry>(
  entries: readonly Entry[],
  purpose: ConsentPurpose,
): Entry | undefined =>
  entries
    .filter((entry) => entry.purpose === purpose && entry.undoneAt === null)
    .reduce<Entry | undefined>((best, entry) => (best === undefined || isLater(entry, best) ? entry : best), undefined);

/** What the card's own fields say of keeping records: a withdrawal stands until consent is given on a later day. */
export const recordsConsent = (fields: {
  readonly consentOn: LocalDate | null;
  readonly consentWithdrawnOn: LocalDate | null;
}): { readonly state: 'given' | 'withdrawn'; readonly on: LocalDate } | null => {
  const { consentOn: given, consentWithdrawnOn: withdrawn } = fields;
  if (withdrawn !== null && (given === null || given <= withdrawn)) return { state: 'withdrawn', on: withdrawn };
  return given === null ? null : { state: 'given', on: given };
};

/** What somebody said, as people call it: whoever never agreed has nothing to withdraw, and declined. */
export type SaidState = 'given' | 'withdrawn' | 'declined';

/** How a no is called: withdrawn when the purpose had been agreed to on that day or before, else declined; a yes is a yes. */
export const saidState = (
  said: { readonly purpose: ConsentPurpose; readonly state: 'given' | 'withdrawn'; readonly on: LocalDate | null },
  history: readonly (Pick<ConsentEntry, 'purpose' | 'state' | 'on'> & { readonly isUndone: boolean })[],
): SaidState => {
  const { purpose, state, on } = said;
  if (state === 'given') return 'given';
  const wasGiven = history.some(
    (entry) => entry.purpose === purpose && entry.state === 'given' && !entry.isUndone && (on === null || entry.on <= on),
  );
  return wasGiven ? 'withdrawn' : 'declined';
};
