import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import type { Sharer } from '../../shared/contract/sharers.ts';
import { AppError } from '../../shared/errors.ts';
import { sharerId as toSharerId } from '../../shared/types/ids.ts';
import type { CustomerId, SharerId } from '../../shared/types/ids.ts';
import {
  deleteSharer,
  findSharer,
  findSharerOfPair,
  listSharedWith,
  listSharersOf,
  putSharer,
  writeSharerEnd,
} from '../store/sharers.ts';
import type { SharerRow } from '../store/sharers.ts';
import { noteEdit } from './changeNotes.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { sharedPurses, usedInMonthOf } from './sharers/purse.ts';

const termsOf = (row: SharerRow) => ({
  maySpendStored: row.may_spend_stored === 1,
  mayUseCards: row.may_use_cards === 1,
  monthCents: row.month_cents,
  visitCents: row.visit_cents,
  note: row.note,
});

const told = (context: BaseContext, row: SharerRow, other: Pick<Sharer, 'customerId' | 'name'>): Sharer => ({
  id: row.id,
  ...other,
  ...termsOf(row),
  sinceOn: row.since_on,
  endedOn: row.ended_on,
  usedCents: usedInMonthOf(context, row, context.today()),
  staffName: row.staff_name,
});

const ofCustomer = (
  context: StoreContext,
  { customerId }: HandlerInput<'sharers.ofCustomer'>,
): OutputOf<'sharers.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const { database } = context;
  const sharers = listSharersOf(database, customerId).map((row) =>
    told(context, row, { customerId: row.other_id, name: row.other_name }),
  );
  return {
    sharers: [...sharers.filter(({ endedOn }) => endedOn === null), ...sharers.filter(({ endedOn }) => endedOn !== null)],
    owners: listSharedWith(database, customerId).map((row) =>
      told(context, row, { customerId: row.customer_id, name: row.owner_name }),
    ),
  };
};

const requireSharer = (context: StoreContext, id: SharerId): SharerRow => {
  const row = findSharer(context.database, id);
  if (row === undefined) throw new AppError('not_found', { what: 'sharer' });
  requirePresentCustomer(context, row.customer_id);
  return row;
};

const requireNone = ({ database }: BaseContext, customerId: CustomerId, otherId: CustomerId): void => {
  if (findSharerOfPair(database, { customerId, otherId })?.ended_on === null)
    throw new AppError('conflict', { reason: 'share_already' });
};

/** That it changed stands on both cards: the owner's says what was allowed, the other's what they may. */
const note = (
  context: StoreContext,
  { customer_id: ownerId, other_id: otherId }: Pick<SharerRow, 'customer_id' | 'other_id'>,
) => {
  for (const customerId of [ownerId, otherId]) noteEdit(context, customerId, ['sharers'], {}, ['storedValue', 'countCards']);
  context.audited({}, { customerIds: [ownerId, otherId] });
};

const save = (context: StoreContext, input: HandlerInput<'sharers.save'>): OutputOf<'sharers.save'> => {
  const { sharerId, customerId, otherId } = input;
  requirePresentCustomer(context, customerId);
  requirePresentCustomer(context, otherId);
  const before = sharerId === null ? null : requireSharer(context, sharerId);
  if (before === null) requireNone(context, customerId, otherId);
  else if (before.customer_id !== customerId || before.other_id !== otherId) throw new AppError('not_found', { what: 'sharer' });
  const id = before?.id ?? toSharerId(context.newId());
  putSharer(context.database, {
    id,
    customer_id: customerId,
    other_id: otherId,
    may_spend_stored: input.maySpendStored ? 1 : 0,
    may_use_cards: input.mayUseCards ? 1 : 0,
    month_cents: input.monthCents,
    visit_cents: input.visitCents,
    note: input.note,
    since_on: context.today(),
    ended_on: null,
    at: context.now(),
    staff_id: context.actor.staffId,
  });
  note(context, { customer_id: customerId, other_id: otherId });
  return { sharerId: id, before: before === null ? null : termsOf(before) };
};

const end = (context: StoreContext, { sharerId, isEnded }: HandlerInput<'sharers.end'>): Record<never, never> => {
  const row = requireSharer(context, sharerId);
  if ((row.ended_on !== null) === isEnded) return {};
  if (!isEnded) requireNone(context, row.customer_id, row.other_id);
  writeSharerEnd(context.database, sharerId, isEnded ? context.today() : null);
  note(context, row);
  return {};
};

const forget = (context: StoreContext, { sharerId }: HandlerInput<'sharers.forget'>): Record<never, never> => {
  const row = requireSharer(context, sharerId);
  deleteSharer(context.database, sharerId);
  note(context, row);
  return {};
};

/** Sharers 副卡: family on one wallet (X55). */
export const sharersHandlers: HandlersOf<'sharers'> = {
  'sharers.ofCustomer': ofCustomer,
  'sharers.forVisit': (context, { customerId, businessDate }) => {
    requireKnownCustomer(context, customerId);
    return { purses: sharedPurses(context, customerId, businessDate ?? context.today()) };
  },
  'sharers.save': save,
  'sharers.end': end,
  'sharers.forget': forget,
};
