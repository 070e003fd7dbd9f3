import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { findValueCardEntry } from '../../store/valueCardEntries.ts';
import type { ValueCardEntryRow } from '../../store/valueCardEntries.ts';
import { markValueCardVoid } from '../../store/valueCards.ts';
import type { StoredValueCard } from '../../store/valueCards.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { appendToCard, cardsMoved, requireValueCard } from './ledger.ts';

const RIGHT = 'loyalty.adjust';

/** What stands in the way of taking an entry back by itself, or null. */
const obstacleOf = ({ kind, visitId, isReversed }: ValueCardEntryRow) => {
  if (kind === 'reverse') return 'value_card_is_reversal';
  if (kind === 'spend' || kind === 'return' || visitId !== null) return 'value_card_belongs_to_visit';
  return isReversed === 1 ? 'already_reversed' : null;
};

/** Whoever sold it may take that back on the same day; all else is a correction. */
const mayTakeBack = (context: BaseContext, { kind, staffId, businessDate }: ValueCardEntryRow): boolean =>
  context.actor.permissions.includes(RIGHT) ||
  (kind === 'issue' && staffId === context.actor.staffId && businessDate === context.today());

/** Whether whoever asks may take the entry back as it stands. */
export const canReverse = (context: BaseContext, card: StoredValueCard, entry: ValueCardEntryRow): boolean =>
  obstacleOf(entry) === null &&
  context.actor.permissions.includes('loyalty.write') &&
  mayTakeBack(context, entry) &&
  card.leftCents >= entry.cents;

export const reverse = (context: StoreContext, input: HandlerInput<'valueCards.reverse'>): OutputOf<'valueCards.reverse'> => {
  const entry = findValueCardEntry(context.database, input.entryId);
  if (!entry) throw new AppError('not_found', { what: 'value_card_entry' });
  const obstacle = obstacleOf(entry);
  if (obstacle === 'already_reversed') throw new AppError('already_undone', {});
  if (obstacle !== null) throw new AppError('conflict', { reason: obstacle });
  if (!mayTakeBack(context, entry)) throw new AppError('not_permitted', { permission: RIGHT });
  const { cardId } = entry;
  const entryId = appendToCard(context, {
    cardId,
    kind: 'reverse',
    cents: cents(0 - entry.cents),
    method: entry.method,
    paidCents: entry.paidCents === null ? null : cents(0 - entry.paidCents),
    reason: input.reason,
    reversesId: entry.id,
  });
  // A sale that is taken back ends the card; an end that is taken back opens it again.
  markValueCardVoid(context.database, cardId, entry.kind === 'issue' ? context.now() : null);
  const card = requireValueCard(context, cardId);
  const customerIds = card.customerId === null ? [] : [card.customerId];
  context.audited({ valueCard: card.name, movedCents: Math.abs(entry.cents) }, { customerIds });
  cardsMoved(context, customerIds);
  return { cardId, entryId, leftCents: card.leftCents };
};
