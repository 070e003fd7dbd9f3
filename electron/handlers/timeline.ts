import { mergeTimeline, positionWithin, timelineKinds } from '../../shared/domain/timeline.ts';
import type { TimelineKind, TimelinePosition } from '../../shared/domain/timeline.ts';
import type { VisitId } from '../../shared/types/ids.ts';
import type { StoreDatabase } from '../store/database.ts';
import { listLinesOfVisits } from '../store/timeline.ts';
import type { TimelineLine } from '../store/timeline.ts';
import { listValuePaymentsOfVisits } from '../store/visitPayments.ts';
import { listWarningsOfVisits } from '../store/visitWarnings.ts';
import type { VisitWarningRow } from '../store/visitWarnings.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { isSensitive, maySeeSensitive } from './customers/sensitive.ts';
import { requireKnownCustomer } from './references.ts';
import type { Entry } from './timeline/entries.ts';
import { stateAfter } from '../../shared/domain/rewards/redemption.ts';
import type { RewardTimelineRow } from '../store/redemptions.ts';
import type { GiftRow } from '../store/gifts.ts';
import { mayTakeGiftBack } from './gifts.ts';
import type { KeptEntryRow } from '../store/keptGoods.ts';
import { canTakeKeptBack } from './keptGoods.ts';
import { mayUndo } from './rewards/takeBack.ts';
import type { StoredValueRow } from '../store/storedValue.ts';
import type { CreditRow } from '../store/credit.ts';
import { canReverseCredit } from './credit/reverse.ts';
import { canReverse } from './storedValue/reverse.ts';
import { hiddenFields, maySeeGroup } from './sight.ts';
import { timelineSources } from './timeline/sources.ts';
import { refuseField } from './refuseField.ts';

const requirePosition = (kind: TimelineKind, before: TimelinePosition | null) => {
  const position = positionWithin(kind, before);
  if (position === null) refuseField('before.key', 'key_unknown');
  return position;
};

/** Lines, how it was paid and what was warned of are read only for the visits that made it onto the page. */
const withLines = (database: StoreDatabase, entries: readonly Entry[]): Entry[] => {
  const visitIds = entries.flatMap((entry) => entry.visit?.id ?? []);
  const lines = new Map<VisitId, TimelineLine[]>(visitIds.map((id) => [id, []]));
  for (const line of listLinesOfVisits(database, visitIds)) lines.get(line.visit_id)?.push(line);
  const warnings = new Map<VisitId, VisitWarningRow[]>(visitIds.map((id) => [id, []]));
  for (const warning of listWarningsOfVisits(database, visitIds)) warnings.get(warning.visit_id)?.push(warning);
  const payments = listValuePaymentsOfVisits(database, visitIds);
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
            payments: payments.flatMap(({ visitId, ...payment }) => (visitId === entry.visit?.id ? [payment] : [])),
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

/** The entries without the names of fields that whoever reads does not see: that one changed tells of it too (X40). */
const withoutHidden = (context: StoreContext, entries: readonly Entry[]): Entry[] => {
  const hidden = hiddenFields(context);
  const isHidden = (field: string): boolean =>
    (isSensitive(field) && !maySeeSensitive(context)) || [...hidden.keys()].some((id) => field === `custom.${id}`);
  return entries.map((entry) =>
    entry.change === undefined
      ? entry
      : { ...entry, change: { ...entry.change, fields: entry.change.fields.filter((field) => !isHidden(field)) } },
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
    const sight = {
      seesHealth: maySeeGroup(context, 'health'),
      canReverseCredit: (row: CreditRow) => canReverseCredit(context, row),
      canReverseStored: (row: StoredValueRow) => canReverse(context, row),
      canTakeGiftBack: (row: GiftRow) => mayTakeGiftBack(context, row),
      canTakeKeptBack: (row: KeptEntryRow) => canTakeKeptBack(context, row),
      canUndoReward: (row: RewardTimelineRow) => mayUndo(context, stateAfter(row.last_kind), row),
    };
    const found = wanted.map((kind) =>
      timelineSources[kind](context.database, { customerId, ...requirePosition(kind, before), limit: limit + 1 }, sight),
    );
    const { entries, hasMore } = mergeTimeline(found, limit);
    return { entries: withoutHidden(context, withLines(context.database, entries)), hasMore };
  },
};
