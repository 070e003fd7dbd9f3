import type { HandlerInput } from '../../../shared/contract.ts';
import { usesFor } from '../../../shared/domain/loyalty/cardFit.ts';
import { isSignature } from '../../../shared/domain/signedForms/strokes.ts';
import { purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { needsProof, waysOf } from '../../../shared/domain/wallet/spendingProof.ts';
import type { SpendingAway } from '../../../shared/domain/wallet/spendingProof.ts';
import { AppError } from '../../../shared/errors.ts';
import { cents, priceTimesQuantity, sumCents } from '../../../shared/types/amounts.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { spendingProofId } from '../../../shared/types/ids.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import { findCard } from '../../store/countCards.ts';
import { findSpendingPin, insertSpendingProof, insertVisitProof, isSpendingPin } from '../../store/spendingPins.ts';
import type { NewVisitProof } from '../../store/spendingPins.ts';
import type { StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';

// What is spent of value is proven before it is written, here and nowhere else (X53).

type Input = Pick<HandlerInput<'visits.record'>, 'customerId' | 'lines' | 'proof'>;
type Line = Input['lines'][number];

/** Throws conflict: spending_pin_unset, or spending_pin_wrong, to which the gate adds what it costs: it counts the tries. */
export const requireSpendingPin = ({ database }: StoreContext, customerId: CustomerId, pin: string): void => {
  if (findSpendingPin(database, customerId)?.hasPin !== true) throw new AppError('conflict', { reason: 'spending_pin_unset' });
  if (!isSpendingPin(database, customerId, pin)) throw new AppError('conflict', { reason: 'spending_pin_wrong' });
};

/** What the uses are worth that pay for a line: its price, or what was paid for them where the line says less. */
const usesCents = ({ database }: StoreContext, line: Line): Cents => {
  const card = line.cardId === null ? undefined : findCard(database, line.cardId);
  if (card === undefined) return cents(0);
  const paid = card.uses === null ? 0 : Math.ceil((card.priceCents * (usesFor(line.quantity) ?? 0)) / card.uses);
  return cents(Math.max(priceTimesQuantity(line.unitPriceCents, line.quantity), paid));
};

interface Spent {
  readonly stored: Purse;
  /** What points paid. */
  readonly pointsCents: Cents;
  /** What their own cards with money on them paid, no code given. */
  readonly cardsCents: Cents;
}

/** A proof as it is kept. */
type KeptProof = Pick<NewVisitProof, 'way' | 'value_cents' | 'strokes' | 'reason' | 'staff_id'>;

/**
 * Looks at the proof that came with a spending, a PIN first of all: whatever else is refused is refused after it, so that a wrong PIN is always
 * told as one and counted. The answer says for how much it is asked, and what is kept of it: null where none is needed. Throws conflict
 * (spending_pin_wrong, spending_pin_unset), bad_input for a field that was only touched, not_permitted for a waiver without loyalty.adjust; then
 * conflict (spending_proof_needed, with the ways there are and what is spent) where the shop asks for a proof and none is given.
 */
const askedProof = (
  context: StoreContext,
  { customerId, proof }: Pick<Input, 'customerId' | 'proof'>,
): ((valueCents: Cents) => KeptProof | null) => {
  const settings = context.settings();
  const isAsked = settings.spendingProof !== 'off' && customerId !== null;
  if (isAsked && proof?.way === 'pin') requireSpendingPin(context, customerId, proof.pin);
  if (isAsked && proof?.way === 'signature' && !isSignature(proof.strokes)) refuseField('proof.strokes', 'signature_needed');
  if (isAsked && proof?.way === 'waived' && !context.actor.permissions.includes('loyalty.adjust'))
    throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
  return (valueCents) => {
    if (!isAsked || !needsProof(settings.spendingProof, settings.spendingProofFromCents, valueCents)) return null;
    const ways = waysOf(settings.spendingProof);
    if (proof === null || (proof.way !== 'waived' && !ways.includes(proof.way)))
      throw new AppError('conflict', {
        reason: 'spending_proof_needed',
        ways,
        hasPin: findSpendingPin(context.database, customerId)?.hasPin === true,
        valueCents,
      });
    context.audited({ proof: proof.way });
    return {
      way: proof.way,
      value_cents: valueCents,
      strokes: JSON.stringify(proof.way === 'signature' ? proof.strokes : []),
      reason: proof.way === 'waived' ? proof.reason : null,
      staff_id: context.actor.staffId,
    };
  };
};

export interface SpendingProof {
  /** Throws as `askedProof` tells. */
  readonly cover: (spent: Spent) => { readonly keep: (visitId: VisitId) => void };
}

/** The proof that came with a visit. */
export const provenSpending = (context: StoreContext, { customerId, lines, proof }: Input): SpendingProof => {
  const kept = askedProof(context, { customerId, proof });
  return {
    cover: ({ stored, pointsCents, cardsCents }) => {
      const uses = customerId === null ? [] : lines.map((line) => usesCents(context, line));
      const row = kept(sumCents([purseTotal(stored), pointsCents, cardsCents, ...uses]));
      return {
        keep: (visitId) => {
          if (row !== null) insertVisitProof(context.database, { visit_id: visitId, ...row });
        },
      };
    },
  };
};

/**
 * The proof that came with a spending away from a visit: looked at now, before anything else is, and asked for and kept once it is known how
 * much is spent. Null has no worth in money, as points where they do not pay: no proof is asked for it.
 */
export const provenAway = (
  context: StoreContext,
  spending: SpendingAway,
  { customerId, proof }: { readonly customerId: CustomerId; readonly proof: Input['proof'] },
): ((valueCents: Cents | null) => void) => {
  const kept = askedProof(context, { customerId, proof });
  return (valueCents) => {
    const row = kept(valueCents ?? cents(0));
    if (row === null) return;
    insertSpendingProof(context.database, {
      id: spendingProofId(context.newId()),
      customer_id: customerId,
      at: context.now(),
      business_date: context.today(),
      spending,
      ...row,
    });
  };
};

/** What is taken in exchange can be paid with uses of a card; where that needed a proof it is written as a visit of its own. */
export const requireNoProofForExchange = (context: StoreContext, exchange: readonly Line[]): void => {
  const { spendingProof, spendingProofFromCents } = context.settings();
  const worth = sumCents(exchange.map((line) => usesCents(context, line)));
  if (needsProof(spendingProof, spendingProofFromCents, worth))
    throw new AppError('conflict', { reason: 'spending_proof_at_visit' });
};
