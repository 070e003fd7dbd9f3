import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { frozenUntil, isFreezeTooLong, standingEntries, standingOf } from '../../../shared/domain/loyalty/countCards.ts';
import { AppError } from '../../../shared/errors.ts';
import { countCardChangeId } from '../../../shared/types/ids.ts';
import type { CountCardEntryId } from '../../../shared/types/ids.ts';
import { findCardEntry, listCardsOfType, listEntriesOfCard, listEntriesOfChange } from '../../store/countCards.ts';
import type { CountCard, StoredCardEntry } from '../../store/countCards.ts';
import { findCardTransfer } from '../../store/countCardTransfers.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { valuesMoved } from '../valuesMoved.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { conflict, done, requireUsable } from './byHand.ts';
import { issueCard } from './issue.ts';
import { appendToCard, requireCard, reverseEntry, stateOf } from './ledger.ts';
import { transferUses } from './transfer.ts';
import { adoptCardType, requireCardType } from './types.ts';

// What is done with a card by hand, each with a reason and each taken back by `countCards.reverse`.

const issue = (context: StoreContext, input: HandlerInput<'countCards.issue'>): OutputOf<'countCards.issue'> => {
  requirePresentCustomer(context, input.customerId);
  const type = requireCardType(context, input.cardTypeId);
  if (type.isArchived) throw new AppError('conflict', { reason: 'card_type_archived' });
  if (input.uses !== null && type.uses === null) refuseField('uses', 'time_card_has_no_uses');
  adoptCardType(context, type);
  const { card, entryId } = issueCard(
    context,
    { ...type, uses: input.uses ?? type.uses },
    {
      customerId: input.customerId,
      priceCents: input.priceCents ?? type.priceCents,
      issuedOn: context.today(),
      reason: input.reason,
      sale: null,
    },
  );
  return { ...done(context, card, entryId), cardId: card.id, number: card.number };
};

const extend = (context: StoreContext, { cardId, days, reason }: HandlerInput<'countCards.extend'>) => {
  const { card } = requireUsable(context, cardId);
  if (card.validity === null) conflict(card, 'card_never_ends');
  return done(context, card, appendToCard(context, card, { kind: 'extend', days, reason }));
};

const freeze = (context: StoreContext, { cardId, days, reason }: HandlerInput<'countCards.freeze'>) => {
  const { card, state, standing } = requireUsable(context, cardId);
  if (standing === 'frozen') conflict(card, 'card_frozen');
  if (standing !== 'open') conflict(card, 'card_over');
  if (isFreezeTooLong(card, state, context.today(), days)) refuseField('days', 'over_freeze_days');
  return done(context, card, appendToCard(context, card, { kind: 'freeze', days, reason }));
};

const thaw = (context: StoreContext, { cardId, reason }: HandlerInput<'countCards.thaw'>) => {
  const { card, state } = requireUsable(context, cardId);
  const today = context.today();
  const frozen = frozenUntil(state, today) === null ? undefined : state.freezes.findLast(({ from }) => from <= today);
  if (frozen === undefined) return conflict(card, 'card_not_frozen');
  return done(context, card, appendToCard(context, card, { kind: 'thaw', concernsId: frozen.entryId, reason }));
};

const voidCard = (context: StoreContext, { cardId, reason }: HandlerInput<'countCards.void'>) => {
  const { card, state } = requireUsable(context, cardId);
  return done(context, card, appendToCard(context, card, { kind: 'void', uses: 0 - (state.left ?? 0), reason }));
};

/** Throws what stands in the way of taking an entry back by hand. */
const requireReversible = (context: StoreContext, card: CountCard, entry: StoredCardEntry): void => {
  if (entry.kind === 'reverse') conflict(card, 'card_entry_final');
  if (entry.visitId !== null || entry.kind === 'use' || entry.kind === 'return') conflict(card, 'card_entry_of_visit');
  const standing = standingEntries(listEntriesOfCard(context.database, card.id));
  if (!standing.some(({ id }) => id === entry.id)) throw new AppError('already_undone', {});
  // A thaw says of a freeze how long it was: it goes first.
  if (standing.some(({ concernsId }) => concernsId === entry.id)) conflict(card, 'card_changed_since');
  if ((entry.kind === 'issue' || entry.kind === 'transfer') && standing.some(({ kind }) => kind === 'void'))
    conflict(card, 'card_void');
  if (entry.kind === 'issue' && standing.some(({ kind }) => kind === 'transfer')) conflict(card, 'card_given_away');
};

/** Takes one entry back; the uses that stand must still lie within what the card holds. */
const takeBack = (
  context: StoreContext,
  entry: StoredCardEntry,
  about: { readonly reason: string; readonly changeId?: StoredCardEntry['changeId'] },
): CountCardEntryId => {
  const card = requireCard(context, entry.cardId);
  requireReversible(context, card, entry);
  const entryId = reverseEntry(context, card, entry, about);
  const state = stateOf(context, card);
  const isOutside = state.lastDay !== null && state.lastUsedOn !== null && state.lastDay < state.lastUsedOn;
  if (isOutside || (state.isTakenBack && state.used > 0)) conflict(card, 'card_used_since');
  return entryId;
};

const reverse = (context: StoreContext, { entryId, reason }: HandlerInput<'countCards.reverse'>) => {
  const entry = findCardEntry(context.database, entryId);
  if (!entry) throw new AppError('not_found', { what: 'count_card_entry' });
  const card = requireCard(context, entry.cardId);
  requirePresentCustomer(context, card.customerId);
  const transfer = findCardTransfer(context.database, entryId);
  if (transfer === undefined) {
    if (entry.kind === 'transfer') conflict(card, 'transfer_side_gone');
    return done(context, card, takeBack(context, entry, { reason }));
  }
  // What changed hands goes back on both sides: what was taken in first.
  const reversals = [transfer.receivedId, transfer.givenId].map((id) => {
    const side = findCardEntry(context.database, id) ?? entry;
    requirePresentCustomer(context, requireCard(context, side.cardId).customerId);
    const reversal = takeBack(context, side, { reason });
    return { id, ...done(context, requireCard(context, side.cardId), reversal) };
  });
  return { entryId: reversals.find(({ id }) => id === entryId)?.entryId ?? entryId };
};

/** So many cards are read at a time. */
const AT_A_TIME = 500;

/** Every card of the kind that is neither void nor used up nor long over. */
const openCardsOf = (context: StoreContext, cardTypeId: CountCard['cardTypeId']): CountCard[] => {
  const found: CountCard[] = [];
  for (let after = ''; ;) {
    const page = listCardsOfType(context.database, cardTypeId, after, AT_A_TIME);
    found.push(
      ...page.filter((card) => ['open', 'frozen', 'not_yet'].includes(standingOf(card, stateOf(context, card), context.today()))),
    );
    const last = page.at(-1);
    if (last === undefined || page.length < AT_A_TIME) return found;
    after = last.id;
  }
};

const extendAll = (context: StoreContext, input: HandlerInput<'countCards.extendAll'>): OutputOf<'countCards.extendAll'> => {
  const { cardTypeId, days, reason } = input;
  const type = requireCardType(context, cardTypeId);
  const cards = openCardsOf(context, cardTypeId).filter(({ validity }) => validity !== null);
  if (cards.length === 0) throw new AppError('conflict', { reason: 'no_cards_to_extend' });
  const changeId = countCardChangeId(context.newId());
  for (const card of cards) appendToCard(context, card, { kind: 'extend', days, reason, changeId });
  context.audited({ cardType: type.name, cards: cards.length, days });
  valuesMoved(
    context,
    'countCards',
    cards.map(({ customerId }) => customerId),
  );
  return { changeId, cards: cards.length };
};

const takeBackExtension = (
  context: StoreContext,
  { changeId, reason }: HandlerInput<'countCards.takeBackExtension'>,
): OutputOf<'countCards.takeBackExtension'> => {
  const entries = listEntriesOfChange(context.database, changeId).filter(({ kind }) => kind === 'extend');
  if (entries.length === 0) throw new AppError('not_found', { what: 'count_card_change' });
  for (const entry of entries) takeBack(context, entry, { reason, changeId });
  context.audited({ cards: entries.length });
  valuesMoved(
    context,
    'countCards',
    entries.map(({ cardId }) => requireCard(context, cardId).customerId),
  );
  return {};
};

export const changeCards: Pick<
  HandlersOf<'countCards'>,
  | 'countCards.issue'
  | 'countCards.extend'
  | 'countCards.freeze'
  | 'countCards.thaw'
  | 'countCards.void'
  | 'countCards.transfer'
  | 'countCards.reverse'
  | 'countCards.extendAll'
  | 'countCards.takeBackExtension'
> = {
  'countCards.issue': issue,
  'countCards.extend': extend,
  'countCards.freeze': freeze,
  'countCards.thaw': thaw,
  'countCards.void': voidCard,
  'countCards.transfer': transferUses,
  'countCards.reverse': reverse,
  'countCards.extendAll': extendAll,
  'countCards.takeBackExtension': takeBackExtension,
};
