/**
 * Kinds of timeline entries, in alphabetical order: under one instant the last one stands first. A new kind is its name here, what
 * it tells in shared/contract/timeline.ts, its rows in electron/handlers/timeline/sources.ts and its look in
 * renderer/features/customers/timeline/kinds.tsx; the types ask for each of them.
 */
export const timelineKinds = [
  'appointment',
  'change',
  'contact',
  'coupon',
  'credit',
  'gift',
  'handover',
  'incident',
  'interest',
  'keptGood',
  'measurement',
  'membership',
  'opportunity',
  'order',
  'points',
  'record',
  'reward',
  'storedValue',
  'thing',
  'valueCard',
  'visit',
] as const;
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

/** An entry of the timeline as far as joining needs to know it. */
interface Joinable extends TimelinePosition {
  readonly on: string;
  readonly staffName: string | null;
  readonly change?: { readonly action: string; readonly fields: readonly string[]; readonly attachment: unknown } | undefined;
}

/** An entry as it is shown, and how many edits it stands for. */
export type JoinedEntry<Entry> = Entry & { readonly times: number };

/** Milliseconds between two edits that are still one piece of work. */
const ONE_SITTING = 15 * 60_000;

const isOneSitting = (newer: Joinable, older: Joinable): boolean =>
  newer.change?.action === 'edited' &&
  older.change?.action === 'edited' &&
  newer.change.attachment === null &&
  older.change.attachment === null &&
  newer.staffName === older.staffName &&
  newer.on === older.on &&
  newer.at - older.at <= ONE_SITTING &&
  newer.change.fields.toSorted().join() === older.change.fields.toSorted().join();

/**
 * The timeline as it is read: neighbours that tell the same fields edited by the same person, each within a quarter of an hour of the next,
 * stand as one line, the newest. Nothing is lost but repetition: the kept key pages on and what was written stays in the store.
 */
export const joinEdits = <Entry extends Joinable>(entries: readonly Entry[]): JoinedEntry<Entry>[] => {
  const joined: { entry: Entry; last: Entry; times: number }[] = [];
  for (const entry of entries) {
    const group = joined.at(-1);
    if (group && isOneSitting(group.last, entry)) {
      group.last = entry;
      group.times += 1;
    } else joined.push({ entry, last: entry, times: 1 });
  }
  return joined.map(({ entry, times }) => ({ ...entry, times }));
};
