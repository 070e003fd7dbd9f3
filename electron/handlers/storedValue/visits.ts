import type { OutputOf } from '../../../shared/contract.ts';
import { addPurses, emptyPurse, negated, purse, purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { goesBackToPurse, paysExchange, splitSpend } from '../../../shared/domain/storedValue/spending.ts';
import type { InPoints } from '../../../shared/domain/visits/returns.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findStandingStoredOfVisit, findStoredValueLedger, storedGivenBackOf } from '../../store/storedValue.ts';
import { listPaymentsOfVisit, pointsGivenBackOf } from '../../store/visitPayments.ts';
import type { PaymentRow } from '../../store/visitPayments.ts';
import type { VisitRow } from '../../store/visits.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';
import { appendStoredValue } from './ledger.ts';

// Stored value at the visit: paid with, given back with returned goods, taken instead in an exchange.

/** The principal and gift that pay so much of a visit. Throws bad_input: walk_in_has_no_purse, more_than_stored. */
export const paidByPurse = (context: BaseContext, customerId: CustomerId | null, amount: Cents, path: string): Purse => {
  if (customerId === null) return refuseField(path, 'walk_in_has_no_purse');
  const { balance } = findStoredValueLedger(context.database, customerId);
  if (amount > purseTotal(balance)) refuseField(path, 'more_than_stored');
  return splitSpend(amount, balance, context.settings().storedSpendOrder);
};

/** How much of what the purse pays earns no points: the gift, unless the shop lets it (DOMAIN "Points"). */
export const unearningGift = (context: BaseContext, { giftCents }: Purse): Cents =>
  context.settings().giftEarnsPoints ? cents(0) : giftCents;

interface OfVisit {
  readonly customerId: CustomerId;
  readonly visitId: VisitId;
  readonly businessDate: LocalDate;
}

/** Takes from the purse what pays for a visit. Throws conflict (not_enough_stored_value). */
export const spendStored = (context: StoreContext, { customerId, visitId, businessDate }: OfVisit, spent: Purse): void => {
  if (purseTotal(spent) > 0) appendStoredValue(context, { ...negated(spent), customerId, visitId, businessDate, kind: 'spend' });
};

const partsOf = (entries: ReturnType<typeof findStandingStoredOfVisit>, kind: 'spend' | 'return'): Purse =>
  entries
    .filter((entry) => entry.kind === kind)
    .reduce((sum, { principal_cents: principal, gift_cents: gift }) => addPurses(sum, purse(principal, gift)), emptyPurse);

/** What a visit took from the purse, and what standing returns of it have given back. */
export const storedOfVisit = (
  { database }: Pick<BaseContext, 'database'>,
  visit: Pick<VisitRow, 'id'>,
): OutputOf<'visits.findById'>['stored'] => ({
  paid: negated(partsOf(findStandingStoredOfVisit(database, visit.id), 'spend')),
  givenBack: storedGivenBackOf(database, visit.id),
});

/** What of a return goes back into the purse, what of that pays for an exchange, and the row that says so. */
export interface PurseBack {
  readonly back: Purse;
  readonly paysExchange: Purse;
  readonly payments: readonly PaymentRow[];
}

export const purseBack = (
  { database }: StoreContext,
  sale: Pick<VisitRow, 'id' | 'total_cents' | 'customer_id'>,
  now: {
    readonly returnedCents: Cents;
    readonly givenBackCents: Cents;
    readonly exchangeCents: Cents;
    readonly inPoints: InPoints | null;
  },
): PurseBack => {
  const { paid, givenBack } = storedOfVisit({ database }, sale);
  if (sale.customer_id === null || purseTotal(paid) === 0) return { back: emptyPurse, paysExchange: emptyPurse, payments: [] };
  const withPoints = listPaymentsOfVisit(database, sale.id).find(({ method }) => method === 'points');
  const back = goesBackToPurse(
    {
      totalCents: sale.total_cents,
      pointsCents: withPoints?.cents ?? cents(0),
      pointsBackBefore: pointsGivenBackOf(database, sale.id).cents,
      pointsBackNow: now.inPoints?.cents ?? cents(0),
      stored: paid,
      storedBefore: givenBack,
      returnedCents: now.returnedCents,
    },
    now.givenBackCents,
  );
  const spent = paysExchange(back, now.givenBackCents, now.exchangeCents);
  const net = addPurses(back, negated(spent));
  return {
    back,
    paysExchange: spent,
    payments:
      purseTotal(net) === 0
        ? []
        : [{ method: 'stored', cents: cents(0 - purseTotal(net)), points: null, giftCents: cents(0 - net.giftCents) }],
  };
};

/** Gives back into the purse what a return gives back of what it paid, to the spending it came from. */
export const giveStoredBack = (
  context: StoreContext,
  { saleId, visitId, customerId, reason }: { saleId: VisitId; visitId: VisitId; customerId: CustomerId; reason: string },
  back: Purse,
): void => {
  if (purseTotal(back) === 0) return;
  const spending = findStandingStoredOfVisit(context.database, saleId).find(({ kind }) => kind === 'spend');
  appendStoredValue(context, { ...back, customerId, visitId, kind: 'return', reason, concernsId: spending?.id ?? null });
};
