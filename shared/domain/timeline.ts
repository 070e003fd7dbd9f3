/**
 * Kinds of timeline entries, in alphabetical order: under one instant the last one stands first. A new kind is its name here, what
 * it tells in shared/contract/timeline.ts, its rows in electron/handlers/timeline/sources.ts and its look in
 * renderer/features/customers/timeline/kinds.tsx; the types ask for each of them.
 */
export const timelineKinds = ['change', 'contact', 'handover', 'interest', 'points', 'thing', 'visit'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Where a page of the timeline begins: strictly before this entry, in the order (at, key) descending. */
export interface TimelinePosition {
  readonly at: number;
  readonly key: string;
}

/** The entry's key, unique over all kinds: '<kind>:<id>'. */
export const timelineKey = (kind: TimelineKind, id: string): string => `${kind}:${id}`;

/** Above and below every id, which are lower-case hexadecimal. */
const ABOVE_EVERY_ID = '~';
const BELOW_EVERY_ID = '';

const isKind = (text: string | undefined): text is TimelineKind => timelineKinds.some((kind) => kind === text);

/**
 * Where one kind's own rows (ordered by at, then id, descending) continue after a position of the merged timeline: strictly
 * below (at, id). Null when the key was made by nobody here.
 */
export const positionWithin = (kind: TimelineKind, before: TimelinePosition | null): { at: number; id: string } | null => {
  if (before === null) return { at: Number.MAX_SAFE_INTEGER, id: ABOVE_EVERY_ID };
  const [beforeKind, id] = before.key.split(':', 2);
  if (!isKind(beforeKind) || id === undefined) return null;
  if (kind === beforeKind) return { at: before.at, id };
  return { at: before.at, id: kind < beforeKind ? ABOVE_EVERY_ID : BELOW_EVERY_ID };
};

const newestFirst = (left: TimelinePosition, right: TimelinePosition): number =>
  right.at - left.at || (left.key < right.key ? 1 : -1);

/** The newest `limit` entries of all kinds, and whether there are more. Each kind must come with up to `limit` + 1 entries. */
export const mergeTimeline = <Entry extends TimelinePosition>(
  kinds: readonly (readonly Entry[])[],
  limit: number,
): { entries: Entry[]; hasMore: boolean } => {
  const all = kinds.flat().sort(newestFirst);
  return { entries: all.slice(0, limit), hasMore: all.length > limit };
};
