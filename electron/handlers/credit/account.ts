import type { OutputOf } from '../../../shared/contract.ts';
import { replayCredit } from '../../../shared/domain/credit/replay.ts';
import { creditLeft, creditTermsOf } from '../../../shared/domain/credit/terms.ts';
import type { CreditTerms } from '../../../shared/domain/credit/terms.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listCreditInOrder } from '../../store/credit.ts';
import { findDebt, findOwnTerms } from '../../store/creditDebts.ts';
import type { BaseContext } from '../context.ts';

/** So many open charges are told one by one, the oldest first. */
const CHARGES_TOLD = 50;

/** How much this customer may owe, and for how long. */
export const termsFor = (context: BaseContext, customerId: CustomerId): CreditTerms => {
  const { creditLimitCents: limitCents, creditTermDays: termDays } = context.settings();
  return creditTermsOf(findOwnTerms(context.database, customerId), { limitCents, termDays });
};

/** What the card says of it: null where the shop puts nothing on account and nothing is owed. */
export const creditOnCard = (context: BaseContext, customerId: CustomerId): OutputOf<'customers.findById'>['credit'] => {
  const { isOnAccount } = context.settings();
  const debt = findDebt(context.database, customerId, context.today());
  if (!isOnAccount && debt.owedCents === 0) return null;
  const { limitCents } = termsFor(context, customerId);
  return { ...debt, limitCents, leftCents: creditLeft(debt.owedCents, limitCents) };
};

/** What is owed, by which charges, and how much more may be. */
export const creditAccountOf = (context: BaseContext, customerId: CustomerId): OutputOf<'credit.account'> => {
  const { database } = context;
  const { charges } = replayCredit(listCreditInOrder(database, customerId));
  const today = context.today();
  return {
    ...findDebt(database, customerId, today),
    ...termsFor(context, customerId),
    own: findOwnTerms(database, customerId),
    charges: charges.slice(0, CHARGES_TOLD).map((charge) => ({ ...charge, isOverdue: charge.dueOn < today })),
    moreCharges: Math.max(0, charges.length - CHARGES_TOLD),
  };
};
