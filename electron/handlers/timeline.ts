import type { OutputOf } from '../../shared/contract.ts';
import { mergeTimeline, positionWithin, timelineKey, timelineKinds } from '../../shared/domain/timeline.ts';
import type { TimelineKind, TimelinePosition } from '../../shared/domain/timeline.ts';
import { AppError } from '../../shared/errors.ts';
import type { VisitId } from '../../shared/types/ids.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { LedgerRow } from '../store/loyalty.ts';
import {
  listLinesOfVisits,
  listTimelineChanges,
  listTimelineContacts,
  listTimelinePoints,
  listTimelineVisits,
} from '../store/timeline.ts';
import type { ChangeRow, ContactRow, TimelineLine, TimelinePage } from '../store/timeline.ts';
import type { VisitRow } from '../store/visits.ts';
import type { HandlersOf } from './context.ts';
import { requireKnownCustomer } from './references.ts';

type Entry = OutputOf<'customers.timeline'>['entries'][number];
interface CommonRow {
  readonly id: string;
  readonly at: Entry['at'];
  readonly business_date: Entry['on'];
  readonly staff_name: string | null;
}

const common = (kind: TimelineKind, row: CommonRow) => ({
  key: timelineKey(kind, row.id),
  kind,
  on: row.business_date,
  at: row.at,
  staffName: row.staff_name,
});

const visitEntry = (row: VisitRow): Entry => ({
  ...common('visit', row),
  visit: {
    id: row.id,
    totalCents: row.total_cents,
    lines: [],
    pointsEarned: row.points_earned,
    note: row.note,
    undoneAt: row.undone_at,
    isImported: row.import_id !== null,
  },
});

const contactEntry = (row: ContactRow): Entry => ({
  ...common('contact', row),
  contact: {
    id: row.id,
    channel: row.channel,
    direction: row.direction,
    outcome: row.outcome,
    note: row.note,
    nextAttemptAt: row.next_attempt_at,
  },
});

const pointsEntry = (row: LedgerRow): Entry => ({
  ...common('points', row),
  points: {
    id: row.id,
    entryKind: row.kind,
    points: row.points,
    reason: row.reason,
    isReversed: row.is_reversed === 1,
  },
});

const fieldNames = (json: string): string[] => {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
};

const changeEntry = (row: ChangeRow): Entry => ({
  ...common('change', row),
  change: { action: row.action, fields: fieldNames(row.fields) },
});

/** Each kind's entries of a page, newest first. */
const sources: { readonly [Kind in TimelineKind]: (database: StoreDatabase, page: TimelinePage) => Entry[] } = {
  visit: (database, page) => listTimelineVisits(database, page).map(visitEntry),
  contact: (database, page) => listTimelineContacts(database, page).map(contactEntry),
  points: (database, page) => listTimelinePoints(database, page).map(pointsEntry),
  change: (database, page) => listTimelineChanges(database, page).map(changeEntry),
};

const requirePosition = (kind: TimelineKind, before: TimelinePosition | null) => {
  const position = positionWithin(kind, before);
  if (position === null) throw new AppError('bad_input', { issues: [{ path: 'before.key', message: 'key_unknown' }] });
  return position;
};

/** Lines are read only for the visits that made it onto the page. */
const withLines = (database: StoreDatabase, entries: readonly Entry[]): Entry[] => {
  const visitIds = entries.flatMap((entry) => entry.visit?.id ?? []);
  const lines = new Map<VisitId, TimelineLine[]>(visitIds.map((id) => [id, []]));
  for (const line of listLinesOfVisits(database, visitIds)) lines.get(line.visit_id)?.push(line);
  return entries.map((entry) =>
    entry.visit
      ? {
          ...entry,
          visit: {
            ...entry.visit,
            lines: (lines.get(entry.visit.id) ?? []).map(({ name, quantity, amount_cents: amountCents }) => ({
              name,
              quantity,
              amountCents,
            })),
          },
        }
      : entry,
  );
};

/**
 * One timeline over everything that happened with a customer (R014): visits with their lines and points, contacts with
 * outcomes, points by hand, changes of the card. Newest first by (at, key); `before` continues after the last one seen.
 */
export const customersTimeline: Pick<HandlersOf<'customers'>, 'customers.timeline'> = {
  'customers.timeline': (context, { customerId, kinds, before, limit }) => {
    requireKnownCustomer(context, customerId);
    const wanted = kinds.length === 0 ? timelineKinds : timelineKinds.filter((kind) => kinds.includes(kind));
    const found = wanted.map((kind) =>
      sources[kind](context.database, { customerId, ...requirePosition(kind, before), limit: limit + 1 }),
    );
    const { entries, hasMore } = mergeTimeline(found, limit);
    return { entries: withLines(context.database, entries), hasMore };
  },
};
