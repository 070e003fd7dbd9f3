import { daysBetween } from '../types/time.ts';
import type { Instant, LocalDate } from '../types/time.ts';

// Which value the one remaining card gets when two cards of one person become one (R184).

/** Whose value a field gets; `both` is one text after the other. */
export const takes = ['survivor', 'other', 'both'] as const;
export type Take = (typeof takes)[number];

/** One of two cards, as far as the choice needs it. */
export interface MergeCard {
  /** Every field of the form by its name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What is known of the contact methods that the form shows. */
  readonly contacts: readonly { readonly field: string; readonly isValid: boolean; readonly verifiedOn: LocalDate | null }[];
  readonly verifiedOn: LocalDate | null;
  readonly changedAt: Instant;
}

/** So many days after the day of the merge it can be undone; then what it moved is forgotten. */
export const MERGE_UNDO_DAYS = 30;

/** Whether a merge of that business day can still be undone today. A clock set back never shortens the time. */
export const mayUndoMerge = (mergedOn: LocalDate, today: LocalDate): boolean => daysBetween(mergedOn, today) <= MERGE_UNDO_DAYS;

/** Texts of several thoughts: both can be kept, one after the other. The longest that fits the field, in characters. */
const joinable: Readonly<Record<string, number>> = {
  safetyNote: 500,
  likes: 500,
  motive: 500,
  painPoints: 500,
  note: 2000,
};

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || value === 'unknown';

const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Both texts, the survivor's first, each once; null when the field does not hold several or they do not fit into it. */
export const joinedText = (field: string, one: unknown, other: unknown): string | null => {
  const longest = joinable[field];
  if (longest === undefined || typeof one !== 'string' || typeof other !== 'string') return null;
  if (one.includes(other)) return one;
  if (other.includes(one)) return other;
  const text = `${one}\n${other}`;
  return text.length <= longest ? text : null;
};

/** The card that was verified, or else touched, last. */
const isOtherNewer = (survivor: MergeCard, other: MergeCard): boolean =>
  survivor.verifiedOn === other.verifiedOn
    ? other.changedAt > survivor.changedAt
    : (other.verifiedOn ?? '') > (survivor.verifiedOn ?? '');

const contactFields: ReadonlySet<string> = new Set(['phone', 'wechat', 'email']);

/** A valid number before an invalid one, then the one verified last. */
const contactTake = (field: string, survivor: MergeCard, other: MergeCard): Take | null => {
  if (!contactFields.has(field)) return null;
  const standing = (card: MergeCard): string => {
    const method = card.contacts.find((each) => each.field === field);
    return `${method?.isValid === true ? 1 : 0}${method?.verifiedOn ?? ''}`;
  };
  const [one, two] = [standing(survivor), standing(other)];
  return one === two ? null : one > two ? 'survivor' : 'other';
};

/** Order in which a status says more: who has bought is no prospect, and who comes again is not lost. */
const statuses: readonly unknown[] = ['lost', 'prospect', 'customer'];

const cautious = (field: string, survivor: MergeCard, other: MergeCard): Take | null => {
  const [one, two] = [survivor.fields, other.fields];
  // Who asked on either card not to be called is not called.
  if (field === 'doNotContact') return one['doNotContact'] === true ? 'survivor' : 'other';
  if (field === 'isVip') return one['isVip'] === true ? 'survivor' : 'other';
  if (field === 'vipReason' && one.isVip !== two.isVip) return one['isVip'] === true ? 'survivor' : 'other';
  if (field === 'status') return statuses.indexOf(one['status']) >= statuses.indexOf(two['status']) ? 'survivor' : 'other';
  return null;
};

/**
 * Which value a field gets unless a person decides: the one that is there before an empty one; of notes both; do-not-contact when
 * either card says so; of contact methods the valid, then the last verified; else that of the card verified, or else changed, last.
 */
export const defaultTake = (field: string, survivor: MergeCard, other: MergeCard): Take => {
  const [one, two] = [survivor.fields[field], other.fields[field]];
  if (isSame(one, two) || isEmpty(two)) return 'survivor';
  if (isEmpty(one)) return 'other';
  if (joinedText(field, one, two) !== null) return 'both';
  const decided = cautious(field, survivor, other) ?? contactTake(field, survivor, other);
  // A card in somebody's purse, and the name the shop calls, change only when a person says so.
  if (field === 'name' || field === 'cardNo') return 'survivor';
  return decided ?? (isOtherNewer(survivor, other) ? 'other' : 'survivor');
};

/** One field on which two cards differ. */
export interface FieldDifference<Field extends string = string> {
  readonly field: Field;
  readonly take: Take;
  readonly mayJoin: boolean;
  /** Only one of the two says anything: there is nothing to choose. */
  readonly isOneSided: boolean;
}

/** The fields on which the cards differ, each with the value it gets unless a person decides. */
export const differencesOf = <Field extends string>(
  fields: readonly Field[],
  survivor: MergeCard,
  other: MergeCard,
): FieldDifference<Field>[] =>
  fields.flatMap((field): FieldDifference<Field>[] => {
    const [one, two] = [survivor.fields[field], other.fields[field]];
    if (isSame(one, two)) return [];
    return [
      {
        field,
        take: defaultTake(field, survivor, other),
        mayJoin: joinedText(field, one, two) !== null,
        isOneSided: isEmpty(one) || isEmpty(two),
      },
    ];
  });
