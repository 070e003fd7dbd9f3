import type { CustomFieldId, CustomFieldOptionId, OwnSegmentId, ProductId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';

// What the shop's own segments are made of (R031): conditions in groups, as data. Relative days are counted anew every day.

/** Figures of a customer that can be held against a lowest and a highest value, both included. Money is in cents. */
export const segmentFigures = [
  'visits',
  'purchase_days',
  'spend',
  'year_spend',
  'average_spend',
  'days_since_visit',
  'days_since_purchase',
  'days_since_contact',
  'days_since_first_visit',
  'rhythm_days',
  'age',
  'days_to_birthday',
  'points',
  'stored_value',
  'coupons',
  'count_card_uses',
  'incidents',
  'brought',
  'completeness',
] as const;
export type SegmentFigure = (typeof segmentFigures)[number];

/** Those that are amounts of money. */
export const moneyFigures: ReadonlySet<SegmentFigure> = new Set(['spend', 'year_spend', 'average_spend', 'stored_value']);

/** What a customer is one of. */
export const segmentAttributes = [
  'status',
  'gender',
  'value',
  'rfm',
  'rfm8',
  'activity',
  'lifecycle',
  'tier',
  'tag',
  'owner',
  'source',
  'province',
  'city',
  'district',
] as const;
export type SegmentAttribute = (typeof segmentAttributes)[number];

/** The value of an attribute that stands for having none. */
export const NONE = 'none';

/** What holds of a customer or does not. */
export const segmentFlags = [
  'vip',
  'dormant',
  'overdue',
  'booked',
  'has_phone',
  'may_be_called',
  'may_be_written',
  'do_not_contact',
  'open_incident',
  'owes',
] as const;
export type SegmentFlag = (typeof segmentFlags)[number];

/** A condition on one of the shop's own fields; both ends of a range included. */
export type OwnFieldCondition =
  | { readonly test: 'known' | 'unknown'; readonly fieldId: CustomFieldId }
  | { readonly test: 'text_is' | 'text_has'; readonly fieldId: CustomFieldId; readonly text: string }
  | { readonly test: 'number'; readonly fieldId: CustomFieldId; readonly from: number | null; readonly to: number | null }
  | { readonly test: 'date'; readonly fieldId: CustomFieldId; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly test: 'options'; readonly fieldId: CustomFieldId; readonly optionIds: CustomFieldOptionId[] }
  | { readonly test: 'yes_no'; readonly fieldId: CustomFieldId; readonly isYes: boolean };

export type SegmentCondition =
  | { readonly test: 'figure'; readonly figure: SegmentFigure; readonly min: number | null; readonly max: number | null }
  | { readonly test: 'one_of'; readonly attribute: SegmentAttribute; readonly values: readonly string[]; readonly is: boolean }
  | { readonly test: 'flag'; readonly flag: SegmentFlag; readonly is: boolean }
  | {
      readonly test: 'bought';
      readonly productId: ProductId | null;
      readonly category: string | null;
      /** Within so many days; null is ever. */
      readonly lastDays: number | null;
      readonly is: boolean;
    }
  | { readonly test: 'custom'; readonly condition: OwnFieldCondition }
  | { readonly test: 'segment'; readonly segmentId: OwnSegmentId; readonly is: boolean };

/** Every one of them, any of them, or none of them holds. */
export const groupMatches = ['all', 'any', 'none'] as const;
export type GroupMatch = (typeof groupMatches)[number];

export interface SegmentGroup {
  readonly test: 'group';
  readonly match: GroupMatch;
  readonly items: readonly SegmentNode[];
}
export type SegmentNode = SegmentGroup | SegmentCondition;

/** The conditions of a tree in the order in which they are read, each with its place: 0.2 is the third of the first. */
export const conditionsOf = (
  group: SegmentGroup,
  path: readonly number[] = [],
): { readonly path: string; readonly condition: SegmentCondition }[] =>
  group.items.flatMap((item, index) => {
    const place = [...path, index];
    return item.test === 'group' ? conditionsOf(item, place) : [{ path: place.join('.'), condition: item }];
  });

/** Whether a group holds, given what holds of its items. */
export const groupHolds = (match: GroupMatch, holds: readonly boolean[]): boolean =>
  match === 'all' ? holds.every(Boolean) : match === 'any' ? holds.some(Boolean) : !holds.some(Boolean);

/** The other own segments that a tree names. */
export const segmentsNamed = (group: SegmentGroup): readonly OwnSegmentId[] =>
  conditionsOf(group).flatMap(({ condition }) => (condition.test === 'segment' ? [condition.segmentId] : []));

/** How far segments may name segments that name segments. */
export const MOST_NESTED = 5;

/**
 * The way from a segment back to itself through those it names, as ids; null when there is none. `namedBy` tells what a stored
 * segment names.
 */
export const circleOf = (
  id: OwnSegmentId,
  named: readonly OwnSegmentId[],
  namedBy: (id: OwnSegmentId) => readonly OwnSegmentId[],
): readonly OwnSegmentId[] | null => {
  const walk = (from: readonly OwnSegmentId[], way: readonly OwnSegmentId[]): readonly OwnSegmentId[] | null => {
    for (const next of from) {
      if (next === id) return way;
      if (way.includes(next)) continue;
      const found = walk(namedBy(next), [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(named, []);
};

/** How deep a segment names others: 0 for none. */
export const nestingOf = (named: readonly OwnSegmentId[], namedBy: (id: OwnSegmentId) => readonly OwnSegmentId[]): number =>
  named.length === 0 ? 0 : 1 + Math.max(...named.map((id) => nestingOf(namedBy(id), namedBy)));

export const MOST_OWN_SEGMENTS = 200;
export const MOST_ITEMS = 20;
