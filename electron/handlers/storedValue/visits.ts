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
import { sharedMoved } from '../sharers/purse.ts';
import type { PurseAtVisit } from '../sharers/purse.ts';
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
  readonly visitId: VisitId;
  readonly businessDate: LocalDate;
  readonly storedFrom: PurseAtVisit;
}

/** Takes from the purse what pays for a visit. Throws conflict (not_enough_stored_value). */
export const spendStored = (context: StoreContext, { storedFrom, ...visit }: OfVisit, spent: Purse): void => {
  if (purseTotal(spent) === 0) return;
  const { visitId, businessDate } = visit;
  const { customerId, concernsId } = storedFrom;
  const entry = { ...negated(spent), customerId, visitId, businessDate, concernsId, kind: 'spend' } as const;
  sharedMoved(context, storedFrom, visitId, appendStoredValue(context, entry));
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
  { storedFrom, visitId, reason }: { storedFrom: PurseAtVisit; visitId: VisitId; reason: string },
  back: Purse,
): void => {
  if (purseTotal(back) === 0) return;
  const { customerId, concernsId } = storedFrom;
  const entry = { ...back, customerId, visitId, reason, concernsId, kind: 'return' } as const;
  sharedMoved(context, storedFrom, visitId, appendStoredValue(context, entry));
};

/**
 * The money of a return that becomes stored value instead of being paid out (X60). Throws bad_input where the shop does not do that
 * (returns_are_not_stored), and for a walk-in (walk_in_has_no_purse).
 */
export const moneyStored = (
  context: BaseContext,
  { isMoneyStored }: { readonly isMoneyStored: boolean },
  customerId: CustomerId | null,
  moneyBackCents: number,
): Cents => {
  if (!isMoneyStored) return cents(0);
  if (!context.settings().returnsMayBeStored) refuseField('isMoneyStored', 'returns_are_not_stored');
  if (customerId === null) return refuseField('isMoneyStored', 'walk_in_has_no_purse');
  return cents(Math.max(0, moneyBackCents));
};

/** The rows of a return with what of its money went into the purse: it has one row for the purse. */
export const withMoneyStored = (rows: readonly PaymentRow[], stored: Cents): readonly PaymentRow[] => {
  if (stored === 0) return rows;
  const own = rows.find(({ method }) => method === 'stored');
  const row = { method: 'stored', points: null, giftCents: own?.giftCents ?? cents(0) } as const;
  return [...rows.filter((one) => one !== own), { ...row, cents: cents((own?.cents ?? 0) - stored) }];
};

/** Puts the money of a return into the purse, as principal that nothing was spent of before. */
export const storeMoney = (
  context: StoreContext,
  { visitId, customerId, reason }: { visitId: VisitId; customerId: CustomerId; reason: string },
  stored: Cents,
): void => {
  if (stored > 0) appendStoredValue(context, { ...purse(stored, 0), customerId, visitId, kind: 'return', reason });
};
