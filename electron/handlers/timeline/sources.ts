import type { TimelineKind } from '../../../shared/domain/timeline.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { listTimelineAppointments } from '../../store/appointments.ts';
import { listTimelineCoupons } from '../../store/coupons.ts';
import { listTimelineGifts } from '../../store/gifts.ts';
import type { GiftRow } from '../../store/gifts.ts';
import { giftItemsOf } from '../gifts.ts';
import { listTimelineMemberships } from '../../store/memberships.ts';
import { listTimelineKept } from '../../store/keptGoods.ts';
import type { KeptEntryRow } from '../../store/keptGoods.ts';
import { listTimelineHandovers } from '../../store/handovers.ts';
import { listTimelineIncidents } from '../../store/incidents.ts';
import { listTimelineInterests } from '../../store/interests.ts';
import { listTimelineMeasurements } from '../../store/measurements.ts';
import { listTimelineOpportunities } from '../../store/opportunityEvents.ts';
import { listTimelineOrders } from '../../store/orders.ts';
import { listTimelineRewards } from '../../store/redemptions.ts';
import type { RewardTimelineRow } from '../../store/redemptions.ts';
import { listTimelineRecords } from '../../store/serviceRecords.ts';
import { namesOfSharedEntries } from '../../store/sharers.ts';
import { listTimelineThings } from '../../store/thingEvents.ts';
import {
  listTimelineChanges,
  listTimelineContacts,
  listTimelineCards,
  listTimelineCredit,
  listTimelinePoints,
  listTimelineStoredValue,
  listTimelineVisits,
} from '../../store/timeline.ts';
import type { CreditRow } from '../../store/credit.ts';
import type { StoredValueRow } from '../../store/storedValue.ts';
import type { TimelinePage } from '../../store/timeline.ts';
import {
  appointmentEntry,
  changeEntry,
  contactEntry,
  couponEntry,
  creditEntry,
  giftEntry,
  handoverEntry,
  incidentEntry,
  interestEntry,
  keptEntry,
  measurementEntry,
  membershipEntry,
  opportunityEntry,
  orderEntry,
  pointsEntry,
  recordEntry,
  rewardEntry,
  storedValueEntry,
  thingEntry,
  valueCardEntry,
  visitEntry,
} from './entries.ts';
import type { Entry } from './entries.ts';

/** What whoever reads may see beside the ordinary (X40). */
interface TimelineSight {
  readonly seesHealth: boolean;
  /** Whether they may take an entry of stored value back. */
  readonly canReverseCredit: (row: CreditRow) => boolean;
  readonly canReverseStored: (row: StoredValueRow) => boolean;
  readonly canTakeGiftBack: (row: GiftRow) => boolean;
  readonly canTakeKeptBack: (row: KeptEntryRow) => boolean;
  /** Whether they may take a reward back as a mistake. */
  readonly canUndoReward: (row: RewardTimelineRow) => boolean;
}

/**
 * Where each kind's entries come from: of one customer, newest first by (at, id), strictly below the page's position, at most
 * `page.limit`, on an index in that very order. What was taken back for good is left out there; each fact is told by one kind.
 */
export const timelineSources: {
  readonly [Kind in TimelineKind]: (database: StoreDatabase, page: TimelinePage, sight: TimelineSight) => Entry[];
} = {
  appointment: (database, page) => listTimelineAppointments(database, page).map(appointmentEntry),
  visit: (database, page) => listTimelineVisits(database, page).map(visitEntry),
  contact: (database, page) => listTimelineContacts(database, page).map(contactEntry),
  coupon: (database, page) => listTimelineCoupons(database, page).map(couponEntry),
  points: (database, page) => listTimelinePoints(database, page).map(pointsEntry),
  change: (database, page) => listTimelineChanges(database, page).map(changeEntry),
  incident: (database, page, { seesHealth }) => listTimelineIncidents(database, page, seesHealth).map(incidentEntry),
  measurement: (database, page, { seesHealth }) =>
    listTimelineMeasurements(database, page, seesHealth).map((row) => measurementEntry(row, seesHealth)),
  interest: (database, page) => listTimelineInterests(database, page).map(interestEntry),
  opportunity: (database, page) => listTimelineOpportunities(database, page).map(opportunityEntry),
  order: (database, page) => listTimelineOrders(database, page).map(orderEntry),
  record: (database, page, { seesHealth }) => listTimelineRecords(database, page, seesHealth).map(recordEntry),
  gift: (database, page, { canTakeGiftBack }) =>
    listTimelineGifts(database, page).map((row) => giftEntry(row, giftItemsOf({ database }, row), canTakeGiftBack(row))),
  keptGood: (database, page, { canTakeKeptBack }) =>
    listTimelineKept(database, page).map((row) => keptEntry(row, canTakeKeptBack(row))),
  membership: (database, page) => listTimelineMemberships(database, page).map(membershipEntry),
  reward: (database, page, { canUndoReward }) =>
    listTimelineRewards(database, page).map((row) => rewardEntry(row, canUndoReward(row))),
  credit: (database, page, { canReverseCredit }) =>
    listTimelineCredit(database, page).map((row) => creditEntry(row, canReverseCredit(row))),
  storedValue: (database, page, { canReverseStored }) => {
    const rows = listTimelineStoredValue(database, page);
    const names = namesOfSharedEntries(
      database,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => storedValueEntry(row, canReverseStored(row), names.get(row.id) ?? null));
  },
  valueCard: (database, page) => listTimelineCards(database, page).map(valueCardEntry),
  thing: (database, page) => listTimelineThings(database, page).map(thingEntry),
  handover: (database, page) => listTimelineHandovers(database, page).map(handoverEntry),
};
