import { mergeTimeline, positionWithin, timelineKinds } from '../../shared/domain/timeline.ts';
import type { TimelineKind, TimelinePosition } from '../../shared/domain/timeline.ts';
import { AppError } from '../../shared/errors.ts';
import type { VisitId } from '../../shared/types/ids.ts';
import type { StoreDatabase } from '../store/database.ts';
import { listLinesOfVisits } from '../store/timeline.ts';
import type { TimelineLine } from '../store/timeline.ts';
import { listWarningsOfVisits } from '../store/visitWarnings.ts';
import type { VisitWarningRow } from '../store/visitWarnings.ts';
import type { HandlersOf } from './context.ts';
import { requireKnownCustomer } from './references.ts';
import type { Entry } from './timeline/entries.ts';
import { timelineSources } from './timeline/sources.ts';

const requirePosition = (kind: TimelineKind, before: TimelinePosition | null) => {
  const position = positionWithin(kind, before);
  if (position === null) throw new AppError('bad_input', { issues: [{ path: 'before.key', message: 'key_unknown' }] });
  return position;
};

/** Lines, and what was warned of, are read only for the visits that made it onto the page. */
const withLines = (database: StoreDatabase, entries: readonly Entry[]): Entry[] => {
  const visitIds = entries.flatMap((entry) => entry.visit?.id ?? []);
  const lines = new Map<VisitId, TimelineLine[]>(visitIds.map((id) => [id, []]));
  for (const line of listLinesOfVisits(database, visitIds)) lines.get(line.visit_id)?.push(line);
  const warnings = new Map<VisitId, VisitWarningRow[]>(visitIds.map((id) => [id, []]));
  for (const warning of listWarningsOfVisits(database, visitIds)) warnings.get(warning.visit_id)?.push(warning);
  return entries.map((entry) =>
    entry.visit
      ? {
          ...entry,
          visit: {
            ...entry.visit,
            lines: (lines.get(entry.visit.id) ?? []).map(
              ({ name, quantity, amount_cents: amountCents, thing_name: thingName }) => ({
                name,
                quantity,
                amountCents,
                thingName,
              }),
            ),
            warnings: (warnings.get(entry.visit.id) ?? []).map(({ code, subject, staff_name: staffName }) => ({
              code,
              subject,
              staffName,
            })),
          },
        }
      : entry,
  );
};

/**
 * One timeline over everything that happened with a customer (R014): visits with their lines and points, contacts with
 * outcomes, points by hand, changes of the card, handovers. Newest first by (at, key); `before` continues after the last one seen.
 */
export const customersTimeline: Pick<HandlersOf<'customers'>, 'customers.timeline'> = {
  'customers.timeline': (context, { customerId, kinds, before, limit }) => {
    requireKnownCustomer(context, customerId);
    const wanted = kinds.length === 0 ? timelineKinds : timelineKinds.filter((kind) => kinds.includes(kind));
    const found = wanted.map((kind) =>
      timelineSources[kind](context.database, { customerId, ...requirePosition(kind, before), limit: limit + 1 }),
    );
    const { entries, hasMore } = mergeTimeline(found, limit);
    return { entries: withLines(context.database, entries), hasMore };
  },
};
