import type { OutputOf } from '../../../shared/contract.ts';
import { timelineKey } from '../../../shared/domain/timeline.ts';
import type { TimelineKind } from '../../../shared/domain/timeline.ts';
import type { AppointmentRow } from '../../store/appointments.ts';
import type { TimelineCouponRow } from '../../store/coupons.ts';
import type { LedgerRow } from '../../store/loyalty.ts';
import type { HandoverEntryRow } from '../../store/handovers.ts';
import { incidentOf } from '../../store/incidents.ts';
import type { IncidentRow } from '../../store/incidents.ts';
import { interestOf } from '../../store/interests.ts';
import type { InterestRow } from '../../store/interests.ts';
import { measuredOf } from '../../store/measurements.ts';
import type { MeasurementRow } from '../../store/measurements.ts';
import { entriesOf } from '../../store/serviceRecords.ts';
import type { RecordRow } from '../../store/serviceRecords.ts';
import { thingEventOf } from '../../store/thingEvents.ts';
import type { ThingEventRow } from '../../store/thingEvents.ts';
import type { TimelineOpportunityRow } from '../../store/opportunityEvents.ts';
import type { OrderTableRow } from '../../store/orders.ts';
import type { CreditRow } from '../../store/credit.ts';
import type { StoredValueRow } from '../../store/storedValue.ts';
import type { GiftRow } from '../../store/gifts.ts';
import type { MembershipEntryRow } from '../../store/memberships.ts';
import type { KeptEntryRow } from '../../store/keptGoods.ts';
import type { RewardTimelineRow } from '../../store/redemptions.ts';
import { stateAfter } from '../../../shared/domain/rewards/redemption.ts';
import type { TimelineCardRow, ChangeRow, ContactRow } from '../../store/timeline.ts';
import { orderOfVisit } from '../../store/visits.ts';
import type { VisitRow } from '../../store/visits.ts';
import { rowOf } from '../orders/known.ts';

export type Entry = OutputOf<'customers.timeline'>['entries'][number];

/** What every kind's row has. */
interface CommonRow {
  readonly id: string;
  readonly at: Entry['at'];
  readonly business_date: Entry['on'];
  readonly staff_name: string | null;
}

/** The part of an entry that all kinds share. */
const common = (kind: TimelineKind, row: CommonRow) => ({
  key: timelineKey(kind, row.id),
  kind,
  on: row.business_date,
  at: row.at,
  staffName: row.staff_name,
});

/** A visit without its lines and payments, which are read once the page is known. */
export const visitEntry = (row: VisitRow): Entry => ({
  ...common('visit', row),
  visit: {
    id: row.id,
    totalCents: row.total_cents,
    lines: [],
    payments: [],
    pointsEarned: row.points_earned,
    note: row.note,
    undoneAt: row.undone_at,
    isImported: row.import_id !== null,
    order: orderOfVisit(row),
    warnings: [],
  },
});

export const contactEntry = (row: ContactRow): Entry => ({
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

export const pointsEntry = (row: LedgerRow): Entry => ({
  ...common('points', row),
  points: {
    id: row.id,
    entryKind: row.kind,
    points: row.points,
    reason: row.reason,
    isReversed: row.is_reversed === 1,
  },
});

export const storedValueEntry = (row: StoredValueRow, canReverse: boolean, byName: string | null): Entry => ({
  ...common('storedValue', row),
  storedValue: {
    id: row.id,
    entryKind: row.kind,
    principalCents: row.principal_cents,
    giftCents: row.gift_cents,
    reason: row.reason,
    byName,
    isReversed: row.is_reversed === 1,
    canReverse,
  },
});

export const couponEntry = (row: TimelineCouponRow): Entry => ({
  ...common('coupon', row),
  coupon: {
    id: row.coupon_id,
    name: row.name,
    number: row.number,
    event: row.kind,
    cents: row.cents,
    reason: row.reason,
    isReversed: row.is_reversed === 1,
    otherName: row.other_name,
  },
});

export const giftEntry = (row: GiftRow, items: NonNullable<Entry['gift']>['items'], canTakeBack: boolean): Entry => ({
  ...common('gift', row),
  gift: {
    id: row.id,
    reason: row.reason,
    what: row.what,
    items,
    costCents: row.cost_cents,
    isForIncident: row.incident_id !== null,
    canTakeBack,
  },
});

export const keptEntry = (row: KeptEntryRow, canTakeBack: boolean): Entry => ({
  ...common('keptGood', row),
  keptGood: { id: row.id, name: row.name, entryKind: row.kind, quantity: row.quantity, reason: row.reason, canTakeBack },
});

export const membershipEntry = (row: MembershipEntryRow): Entry => ({
  ...common('membership', row),
  membership: {
    id: row.id,
    name: row.name,
    entryKind: row.kind,
    cents: row.cents,
    fromOn: row.fromOn,
    untilOn: row.soldUntilOn,
    reason: row.reason,
  },
});

export const rewardEntry = (row: RewardTimelineRow, canUndo: boolean): Entry => ({
  ...common('reward', row),
  reward: {
    id: row.redemption_id,
    name: row.name,
    quantity: row.quantity,
    points: row.points,
    cashCents: row.cash_cents,
    event: row.kind,
    reason: row.reason,
    isReversed: row.kind === 'redeem' ? row.last_kind === 'undo' : stateAfter(row.last_kind) === 'given',
    canUndo: row.kind === 'redeem' && canUndo,
  },
});

export const creditEntry = (row: CreditRow, canReverse: boolean): Entry => ({
  ...common('credit', row),
  credit: {
    id: row.id,
    entryKind: row.kind,
    cents: row.cents,
    reason: row.reason,
    isReversed: row.is_reversed === 1,
    canReverse,
  },
});

export const valueCardEntry = (row: TimelineCardRow): Entry => ({
  ...common('valueCard', row),
  valueCard: {
    id: row.id,
    name: row.name,
    faceCents: row.face_cents,
    paidCents: row.paid_cents,
    isVoid: row.voided_at !== null,
  },
});

const fieldNames = (json: string): string[] => {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
};

export const changeEntry = (row: ChangeRow): Entry => ({
  ...common('change', row),
  change: {
    action: row.action,
    fields: fieldNames(row.fields),
    reason: row.reason,
    attachment:
      row.attachment_id === null
        ? null
        : { id: row.attachment_id, name: row.attachment_name ?? '', hasThumbnail: row.has_thumbnail === 1 },
    merge:
      row.merge_id === null
        ? null
        : { id: row.merge_id, isSurvivor: row.is_survivor === 1, otherId: row.merged_id, otherName: row.merged_name },
  },
});

export const handoverEntry = (row: HandoverEntryRow): Entry => ({
  ...common('handover', row),
  handover: { id: row.id, fromName: row.from_name, toName: row.to_name, note: row.note },
});

export const interestEntry = (row: InterestRow): Entry => ({ ...common('interest', row), interest: interestOf(row) });

export const opportunityEntry = (row: TimelineOpportunityRow): Entry => ({
  ...common('opportunity', row),
  opportunity: {
    id: row.opportunity_id,
    title: row.title,
    event: row.event,
    fromStage: row.from_stage,
    stage: row.stage,
    amountCents: row.amount_cents,
    lostReason: row.lost_reason,
    lostWords: row.lost_words,
  },
});

export const orderEntry = (row: OrderTableRow): Entry => {
  const { id, number, kind: orderKind, status, items, totalCents, dueCents } = rowOf(row);
  return { ...common('order', row), order: { id, number, orderKind, status, items, totalCents, dueCents } };
};

/** So many of a record's values stand on its line; the rest is on its own tab. */
const MOST_VALUES = 5;
export const recordEntry = (row: RecordRow): Entry => ({
  ...common('record', row),
  record: {
    id: row.id,
    typeName: row.type_name,
    thingName: row.thing_name,
    values: entriesOf(row)
      .filter(({ value }) => value !== null)
      .slice(0, MOST_VALUES)
      .map(({ label, unit, value }) => ({ label, unit, value })),
    note: row.note,
  },
});

export const measurementEntry = (row: MeasurementRow, seesHealth: boolean): Entry => ({
  ...common('measurement', row),
  measurement: {
    id: row.id,
    thingName: row.thing_name,
    values: measuredOf(row),
    note: row.holds_private === 1 && !seesHealth ? null : row.note,
  },
});

export const incidentEntry = (row: IncidentRow): Entry => {
  const { id, what, severity, thing, involved, closedOn } = incidentOf(row);
  return {
    ...common('incident', row),
    incident: {
      id,
      what,
      severity,
      thingName: thing?.name ?? null,
      involved: involved.map(({ name }) => name),
      isClosed: closedOn !== null,
    },
  };
};

export const thingEntry = (row: ThingEventRow): Entry => ({ ...common('thing', row), thing: thingEventOf(row) });

export const appointmentEntry = (row: AppointmentRow): Entry => ({
  ...common('appointment', { id: row.id, at: row.at, business_date: row.businessDate, staff_name: row.staffName }),
  appointment: {
    id: row.id,
    on: row.on,
    startMinute: row.startMinute,
    lengthMinutes: row.lengthMinutes,
    status: row.status,
    service: row.service,
    note: row.note,
    resourceName: row.resourceName,
  },
});
