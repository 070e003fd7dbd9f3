import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { lastDayOf } from '../../shared/domain/valueCards/cards.ts';
import { codeEndOf, valueCardCodeOf } from '../../shared/domain/valueCards/codes.ts';
import { AppError } from '../../shared/errors.ts';
import { cents } from '../../shared/types/amounts.ts';
import { valueCardId as toCardId } from '../../shared/types/ids.ts';
import { findValueCardByCode, insertValueCard, markValueCardVoid } from '../store/valueCards.ts';
import type { StoredValueCardType } from '../store/valueCardTypes.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';
import { appendToCard, cardsMoved, requireValueCard } from './valueCards/ledger.ts';
import { valueCardReads } from './valueCards/read.ts';
import { reverse } from './valueCards/reverse.ts';
import { requireValueCardType, valueCardTypes } from './valueCards/types.ts';

/** A code that no card has. */
const newCode = (context: StoreContext): string => {
  for (;;) {
    const code = valueCardCodeOf(context.newId());
    if (findValueCardByCode(context.database, code) === undefined) return code;
  }
};

type Sale = HandlerInput<'valueCards.sell'>;

const requireSaleable = (context: StoreContext, type: StoredValueCardType, sale: Sale): void => {
  if (type.isArchived) throw new AppError('conflict', { reason: 'value_card_type_archived' });
  if (type.kind === 'shopping' && sale.customerId === null) refuseField('customerId', 'shopping_card_needs_customer');
  if (type.kind === 'gift' && sale.customerId !== null) refuseField('customerId', 'gift_card_has_no_owner');
  if (sale.customerId !== null) requirePresentCustomer(context, sale.customerId);
  if (type.faces.length > 0 && !type.faces.includes(sale.faceCents)) refuseField('faceCents', 'face_not_sold');
  if (sale.paidCents > 0 && sale.method === null) refuseField('method', 'method_needed');
  if (sale.paidCents !== sale.faceCents && !context.actor.permissions.includes('loyalty.adjust'))
    throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
};

const sell = (context: StoreContext, sale: Sale): OutputOf<'valueCards.sell'> => {
  const type = requireValueCardType(context, sale.typeId);
  requireSaleable(context, type, sale);
  const { customerId, faceCents, paidCents } = sale;
  const cardId = toCardId(context.newId());
  const code = type.kind === 'gift' ? newCode(context) : null;
  const issuedOn = context.today();
  insertValueCard(
    context.database,
    {
      id: cardId,
      typeId: type.id,
      kind: type.kind,
      code,
      codeEnd: code === null ? null : codeEndOf(code),
      name: type.name,
      scope: type.scope,
      faceCents,
      paidCents,
      at: context.now(),
      issuedOn,
      validUntil: lastDayOf(issuedOn, type.validDays),
      customerId,
    },
    cents(0),
  );
  const entryId = appendToCard(context, {
    cardId,
    kind: 'issue',
    cents: faceCents,
    ...(paidCents > 0 && { method: sale.method, paidCents }),
    reason: sale.note === '' ? null : sale.note,
  });
  context.audited({ valueCard: type.name, faceCents, paidCents }, { customerIds: customerId === null ? [] : [customerId] });
  cardsMoved(context, [customerId]);
  return { cardId, entryId, leftCents: faceCents, code };
};

const endCard = (context: StoreContext, { cardId, reason }: HandlerInput<'valueCards.void'>): OutputOf<'valueCards.void'> => {
  const card = requireValueCard(context, cardId);
  if (card.isVoid) throw new AppError('conflict', { reason: 'value_card_void' });
  if (card.leftCents === 0) throw new AppError('conflict', { reason: 'value_card_empty' });
  const entryId = appendToCard(context, { cardId, kind: 'void', cents: cents(0 - card.leftCents), reason });
  markValueCardVoid(context.database, cardId, context.now());
  const customerIds = card.customerId === null ? [] : [card.customerId];
  context.audited({ valueCard: card.name, movedCents: card.leftCents }, { customerIds });
  cardsMoved(context, customerIds);
  return { cardId, entryId, leftCents: cents(0) };
};

/** Cards with money on them: shopping cards (X59) and gift cards by code (X60). */
export const valueCardsHandlers: HandlersOf<'valueCards'> = {
  ...valueCardTypes,
  ...valueCardReads,
  'valueCards.sell': sell,
  'valueCards.void': endCard,
  'valueCards.reverse': reverse,
};
