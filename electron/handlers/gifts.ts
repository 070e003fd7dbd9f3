import { sampleItemsSchema } from '../../shared/contract/sampleSets.ts';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { sampleChanges } from '../../shared/domain/gifts/sampleSets.ts';
import { AppError } from '../../shared/errors.ts';
import { cents, MAX_CENTS } from '../../shared/types/amounts.ts';
import { giftId as toGiftId } from '../../shared/types/ids.ts';
import { addDays, monthStart } from '../../shared/types/time.ts';
import { findGift, insertGift, listGiftItems, listGifts, markGiftRemoved, sumGiftsSince, sumGiftsTo } from '../store/gifts.ts';
import type { GiftRow } from '../store/gifts.ts';
import { findIncident } from '../store/incidents.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { grantedBy } from './coupons/approval.ts';
import { requireGiftDiscretion } from './coupons/discretion.ts';
import { timeOfFact } from './factTime.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer, requireStaff } from './references.ts';
import { refuseField } from './refuseField.ts';
import { findGiftPieces } from '../store/rewardStock.ts';
import { requireReward } from './rewards/definitions.ts';
import { movePieces } from './rewards/stock.ts';
import { requireSampleSet } from './sampleSets.ts';

const RIGHT = 'loyalty.adjust';
const MOST_TOLD = 200;
/** The owner looks at so many days. */
const A_YEAR = 365;

/** Things with what they cost; what has no cost written costs nothing that is known. */
const itemsOf = (context: StoreContext, { items }: HandlerInput<'gifts.give'>) =>
  items.map(({ rewardId, quantity }, place) => {
    const reward = requireReward(context, rewardId);
    if (!reward.isSample || reward.isArchived) refuseField(`items.${place}`, 'gift_no_sample');
    return { reward, rewardId, name: reward.name, quantity, costCents: cents((reward.costCents ?? 0) * quantity) };
  });

const requireOwnIncident = ({ database }: BaseContext, { incidentId, customerId }: HandlerInput<'gifts.give'>): void => {
  if (incidentId === null) return;
  const incident = findIncident(database, incidentId);
  if (incident?.customer_id !== customerId || incident.removed_at !== null) throw new AppError('not_found', { what: 'incident' });
};

const give = (desk: StoreContext, input: HandlerInput<'gifts.give'>): OutputOf<'gifts.give'> => {
  const context = grantedBy(desk, input.approval);
  const { customerId, reason, what, incidentId } = input;
  requirePresentCustomer(context, customerId);
  requireStaff(context, [input.staffId, context.actor.staffId]);
  requireOwnIncident(context, input);
  const time = timeOfFact(context, input.on);
  const items = itemsOf(context, input);
  const costCents = items.reduce<number>((sum, item) => sum + item.costCents, input.costCents);
  if (costCents > MAX_CENTS) refuseField('costCents', 'too_big');
  const isKnown = items.every(({ reward }) => reward.costCents !== null);
  requireGiftDiscretion(context, isKnown ? cents(costCents) : null);
  const giftId = toGiftId(context.newId());
  // Whoever let it pass has given it: it uses up nothing of what the one at the desk may give.
  const whose = { staffId: input.staffId ?? desk.actor.staffId, writtenBy: context.actor.staffId };
  insertGift(context.database, {
    id: giftId,
    customerId,
    ...time,
    reason,
    what,
    costCents: cents(costCents),
    incidentId,
    ...whose,
    items,
    set: input.setId === null ? null : requireSampleSet(context, input.setId),
  });
  for (const { reward, quantity } of items)
    if (reward.stockRule !== 'none') movePieces(context, reward, { kind: 'given', quantity: 0 - quantity, giftId });
  context.audited({ costCents, things: items.length }, { customerIds: [customerId] });
  factRecorded(context, customerId, ['gifts', 'rewards']);
  return { giftId, costCents: cents(costCents) };
};

/** Whoever gave it or wrote it down today may take it back; all else is a correction. */
export const mayTakeGiftBack = (
  { actor, today }: BaseContext,
  gift: Pick<GiftRow, 'written_by' | 'staff_id' | 'business_date'>,
): boolean =>
  actor.permissions.includes('loyalty.write') &&
  (actor.permissions.includes(RIGHT) ||
    ([gift.written_by, gift.staff_id].includes(actor.staffId) && gift.business_date === today()));

const takeBack = (context: StoreContext, { giftId }: HandlerInput<'gifts.takeBack'>): Record<never, never> => {
  const gift = findGift(context.database, giftId);
  if (!gift) throw new AppError('not_found', { what: 'gift' });
  requirePresentCustomer(context, gift.customer_id);
  if (gift.removed_at !== null) throw new AppError('already_undone', {});
  if (!mayTakeGiftBack(context, gift)) throw new AppError('not_permitted', { permission: RIGHT });
  markGiftRemoved(context.database, giftId, context.now());
  for (const { reward_id: rewardId } of listGiftItems(context.database, giftId)) {
    const out = findGiftPieces(context.database, giftId, rewardId);
    if (out > 0) movePieces(context, requireReward(context, rewardId), { kind: 'back', quantity: out, giftId });
  }
  context.audited({ costCents: gift.cost_cents }, { customerIds: [gift.customer_id] });
  factRecorded(context, gift.customer_id, ['gifts', 'rewards']);
  return {};
};

export const giftItemsOf = (context: Pick<BaseContext, 'database'>, { id }: Pick<GiftRow, 'id'>) =>
  listGiftItems(context.database, id).map(({ reward_id: rewardId, name, quantity, cost_cents: costCents }) => ({
    rewardId,
    name,
    quantity,
    costCents,
  }));

/** What a gift began as, and what whoever gave it changed. */
const setOf = ({ set_name: name, set_items: held }: GiftRow, given: ReturnType<typeof giftItemsOf>) =>
  name === null || held === null ? null : { name, changes: sampleChanges(sampleItemsSchema.parse(JSON.parse(held)), given) };

const ofCustomer = (context: StoreContext, { customerId }: HandlerInput<'gifts.ofCustomer'>): OutputOf<'gifts.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const { count, cost_cents: costCents } = sumGiftsTo(context.database, customerId);
  return {
    count,
    costCents: costCents ?? cents(0),
    gifts: listGifts(context.database, customerId, MOST_TOLD).map((row) => {
      const items = giftItemsOf(context, row);
      return {
        id: row.id,
        at: row.at,
        businessDate: row.business_date,
        reason: row.reason,
        what: row.what,
        items,
        costCents: row.cost_cents,
        incidentId: row.incident_id,
        staffName: row.staff_name,
        set: setOf(row, items),
      };
    }),
  };
};

const sums = (context: StoreContext): OutputOf<'gifts.sums'> => {
  const from = monthStart(addDays(context.today(), 1 - A_YEAR));
  const { months, reasons, customers, sets } = sumGiftsSince(context.database, from);
  return {
    count: months.reduce((sum, { count }) => sum + count, 0),
    costCents: cents(months.reduce((sum, { cost_cents: cost }) => sum + cost, 0)),
    months: months.map(({ cost_cents: costCents, ...row }) => ({ ...row, costCents })),
    sets: sets.map(({ cost_cents: costCents, set_name: name, count }) => ({ name: name ?? '', count, costCents })),
    reasons: reasons.map(({ cost_cents: costCents, ...row }) => ({ ...row, costCents })),
    customers: customers.map(({ cost_cents: costCents, customer_id: customerId, ...row }) => ({ ...row, costCents, customerId })),
  };
};

/** Gifts, samples and acts beyond what was expected (R079, R080, R086). */
export const giftsHandlers: HandlersOf<'gifts'> = {
  'gifts.ofCustomer': ofCustomer,
  'gifts.give': give,
  'gifts.takeBack': takeBack,
  'gifts.sums': sums,
};
