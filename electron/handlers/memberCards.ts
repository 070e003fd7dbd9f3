import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import {
  isMistypedOf,
  memberCardActions,
  memberCardStanding,
  needsAdjust,
  numbersOfBatch,
  cardsOfBatch,
  standingCardEvents,
} from '../../shared/domain/wallet/memberCards.ts';
import type { MemberCardEventKind } from '../../shared/domain/wallet/memberCards.ts';
import { AppError } from '../../shared/errors.ts';
import { memberCardBatchId, memberCardEventId } from '../../shared/types/ids.ts';
import type { CustomerId, MemberCardEventId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { findCustomerById, findCustomerByCardNo, updateCustomer } from '../store/customers.ts';
import {
  deleteCardBatch,
  findCardEvent,
  insertCardEvent,
  listCardBatches,
  listCardEvents,
  listEventsOfNumber,
  putCardBatch,
  unusedNumbers,
} from '../store/memberCards.ts';
import type { StoredCardEvent } from '../store/memberCards.ts';
import { noteEdit } from './changeNotes.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

const MOST_EVENTS = 100;
const MOST_SHOWN_LEFT = 20;

const cardOf = ({ database }: BaseContext, customerId: CustomerId): string | null =>
  findCustomerById(database, customerId)?.card_no ?? null;

const standingOf = ({ database }: BaseContext, cardNo: string) =>
  memberCardStanding(cardNo, listEventsOfNumber(database, cardNo));

const requireRight = ({ actor }: BaseContext, kind: MemberCardEventKind): void => {
  if (needsAdjust(kind) && !actor.permissions.includes('loyalty.adjust'))
    throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
};

const mayTakeBack = ({ actor, today }: BaseContext, event: StoredCardEvent): boolean =>
  actor.permissions.includes('loyalty.adjust') || (event.staffId === actor.staffId && event.businessDate === today());

type NewEvent = Pick<StoredCardEvent, 'customerId' | 'kind' | 'cardNo' | 'formerNo' | 'reason'> & {
  readonly reversesId?: MemberCardEventId;
};

/** Behind the last event of the customer and of the number, whatever the clock says: how a number stands follows from the order. */
const append = (context: StoreContext, event: NewEvent): MemberCardEventId => {
  const { database } = context;
  const known = [...listCardEvents(database, event.customerId), ...listEventsOfNumber(database, event.cardNo)];
  const last = known.reduce((latest, { at }) => Math.max(latest, at), -1);
  const id = memberCardEventId(context.newId());
  insertCardEvent(database, {
    id,
    customer_id: event.customerId,
    at: instant(Math.max(context.now(), last + 1)),
    business_date: context.today(),
    kind: event.kind,
    card_no: event.cardNo,
    former_no: event.formerNo,
    reason: event.reason,
    reverses_id: event.reversesId ?? null,
    staff_id: context.actor.staffId,
  });
  context.audited({ cardEvent: event.kind }, { customerIds: [event.customerId] });
  return id;
};

/** Puts a number among the customer's details, or takes it away; the timeline says that it changed. */
const putCardNo = (context: StoreContext, customerId: CustomerId, cardNo: string | null): void => {
  updateCustomer(context.database, customerId, { cardNo }, context.now());
  noteEdit(context, customerId, ['cardNo'], {}, ['customers']);
};

const requireFree = ({ database }: BaseContext, cardNo: string): void => {
  const holder = findCustomerByCardNo(database, cardNo);
  if (holder)
    throw new AppError('conflict', { reason: 'card_taken', customerId: holder.id, isRemoved: holder.removed_at !== null });
};

const give = (context: StoreContext, input: HandlerInput<'memberCards.give'>): OutputOf<'memberCards.give'> => {
  const { customerId, cardNo, reason } = input;
  requirePresentCustomer(context, customerId);
  requireFree(context, cardNo);
  if (standingOf(context, cardNo).state !== 'active') throw new AppError('conflict', { reason: 'card_was_used' });
  if (listCardBatches(context.database).some((batch) => isMistypedOf(batch, cardNo))) refuseField('cardNo', 'card_digit_wrong');
  const formerNo = cardOf(context, customerId);
  const eventId = append(context, { customerId, kind: 'issue', cardNo, formerNo, reason: reason === '' ? null : reason });
  putCardNo(context, customerId, cardNo);
  return { eventId };
};

const change = (context: StoreContext, input: HandlerInput<'memberCards.change'>): OutputOf<'memberCards.change'> => {
  const { customerId, kind, reason } = input;
  requirePresentCustomer(context, customerId);
  requireRight(context, kind);
  const cardNo = cardOf(context, customerId);
  const actions: readonly MemberCardEventKind[] = cardNo === null ? [] : memberCardActions[standingOf(context, cardNo).state];
  if (cardNo === null || !actions.includes(kind)) throw new AppError('conflict', { reason: 'card_not_so' });
  const eventId = append(context, { customerId, kind, cardNo, formerNo: null, reason });
  if (kind === 'close') putCardNo(context, customerId, null);
  else factRecorded(context, customerId, ['customers']);
  return { eventId };
};

const takeBack = (context: StoreContext, { eventId }: HandlerInput<'memberCards.takeBack'>): Record<never, never> => {
  const event = findCardEvent(context.database, eventId);
  if (!event) throw new AppError('not_found', { what: 'member_card_event' });
  const { customerId, cardNo, formerNo } = event;
  requirePresentCustomer(context, customerId);
  const standing = standingCardEvents(listCardEvents(context.database, customerId));
  if (event.kind === 'reverse' || !standing.some(({ id }) => id === eventId)) throw new AppError('already_undone', {});
  // The number may have been changed among the details since.
  const expected = event.kind === 'close' ? null : cardNo;
  if (standing.at(-1)?.id !== eventId || cardOf(context, customerId) !== expected)
    throw new AppError('conflict', { reason: 'card_event_not_last' });
  if (!mayTakeBack(context, event)) throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
  const before = event.kind === 'issue' ? formerNo : event.kind === 'close' ? cardNo : undefined;
  if (before != null) requireFree(context, before);
  // It names both numbers, so that whoever asks about either finds it.
  append(context, { customerId, kind: 'reverse', cardNo, formerNo, reason: null, reversesId: eventId });
  if (before === undefined) factRecorded(context, customerId, ['customers']);
  else putCardNo(context, customerId, before);
  return {};
};

const ofCustomer = (
  context: BaseContext,
  { customerId }: HandlerInput<'memberCards.ofCustomer'>,
): OutputOf<'memberCards.ofCustomer'> => {
  const { database } = context;
  requireKnownCustomer(context, customerId);
  const cardNo = cardOf(context, customerId);
  const { state, since } = cardNo === null ? { state: null, since: null } : standingOf(context, cardNo);
  const events = listCardEvents(database, customerId);
  const standing = new Set(standingCardEvents(events).map(({ id }) => id));
  const last = [...standing].at(-1);
  return {
    cardNo,
    state,
    since,
    isInUse: cardNo !== null || events.length > 0 || listCardBatches(database).length > 0,
    events: events
      .toReversed()
      .flatMap(({ kind, ...event }) =>
        kind === 'reverse'
          ? []
          : [
              {
                id: event.id,
                at: event.at,
                kind,
                cardNo: event.cardNo,
                formerNo: event.formerNo,
                reason: event.reason,
                staffName: event.staffName,
                isReversed: !standing.has(event.id),
                canTakeBack: event.id === last && mayTakeBack(context, { ...event, kind }),
              },
            ],
      )
      .slice(0, MOST_EVENTS),
  };
};

const saveBatch = (context: StoreContext, input: HandlerInput<'memberCards.saveBatch'>): OutputOf<'memberCards.saveBatch'> => {
  const { batchId, ...terms } = input;
  const batches = listCardBatches(context.database);
  const before = batchId === null ? null : batches.find(({ id }) => id === batchId);
  if (before === undefined) throw new AppError('not_found', { what: 'member_card_batch' });
  const others = batches.filter(({ id }) => id !== batchId);
  if (others.some(({ name }) => name === terms.name)) throw new AppError('conflict', { reason: 'card_batch_taken' });
  const numbers = new Set(numbersOfBatch(terms));
  const overlaps = others.find((batch) => numbersOfBatch(batch).some((number) => numbers.has(number)));
  if (overlaps) throw new AppError('conflict', { reason: 'card_batch_overlaps', name: overlaps.name });
  const id = before?.id ?? memberCardBatchId(context.newId());
  putCardBatch(context.database, { id, ...terms }, context.now());
  context.audited({ ruleName: terms.name });
  context.changed(['customers'], null);
  if (before === null) return { batchId: id, before };
  const { id: _id, ...known } = before;
  return { batchId: id, before: known };
};

export const memberCardsHandlers: HandlersOf<'memberCards'> = {
  'memberCards.ofCustomer': ofCustomer,
  'memberCards.give': give,
  'memberCards.change': change,
  'memberCards.takeBack': takeBack,
  'memberCards.batches': ({ database }) => ({
    batches: listCardBatches(database).map((batch) => {
      const unused = unusedNumbers(database, numbersOfBatch(batch));
      return { ...batch, total: cardsOfBatch(batch), left: unused.length, next: unused.slice(0, MOST_SHOWN_LEFT) };
    }),
  }),
  'memberCards.saveBatch': saveBatch,
  'memberCards.removeBatch': (context, { batchId }) => {
    const batch = listCardBatches(context.database).find(({ id }) => id === batchId);
    if (!batch) throw new AppError('not_found', { what: 'member_card_batch' });
    deleteCardBatch(context.database, batchId);
    context.audited({ ruleName: batch.name });
    context.changed(['customers'], null);
    return {};
  },
};
