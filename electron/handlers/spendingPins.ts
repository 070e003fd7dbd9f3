import { contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { spendingPinId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import {
  findSpendingPin,
  findVisitProof,
  keepSpendingPin,
  listSpendingProofs,
  putSpendingPinBack,
} from '../store/spendingPins.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { requireSpendingPin } from './spendingPins/proof.ts';
import { requireVisit } from './visits/undo.ts';

const { strokes: strokesSchema } = contract.spendingPins.ofVisit.output.shape.proof.unwrap().shape;

const keptProof = (
  row: Pick<ReturnType<typeof listSpendingProofs>[number], 'way' | 'value_cents' | 'strokes' | 'reason' | 'staff_name'>,
) => ({
  way: row.way,
  valueCents: row.value_cents,
  strokes: strokesSchema.parse(JSON.parse(row.strokes)),
  reason: row.reason,
  staffName: row.staff_name,
});

/** Whoever knows the PIN may change it; whoever forgot it asks somebody who may correct balances. */
const requireRightTo = (context: StoreContext, customerId: CustomerId, currentPin: string | null): void => {
  const hasPin = findSpendingPin(context.database, customerId)?.hasPin === true;
  if (currentPin !== null) requireSpendingPin(context, customerId, currentPin);
  else if (hasPin && !context.actor.permissions.includes('loyalty.adjust'))
    throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
};

const keep = (context: StoreContext, customerId: CustomerId, pin: string | null): OutputOf<'spendingPins.set'> => {
  const { database, actor } = context;
  const id = spendingPinId(context.newId());
  const changedAt = keepSpendingPin(database, { id, customerId, pin, at: context.now(), staffId: actor.staffId });
  context.changed(['storedValue'], [customerId]);
  return { changedAt };
};

export const spendingPinsHandlers: HandlersOf<'spendingPins'> = {
  'spendingPins.find': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    const found = findSpendingPin(context.database, customerId);
    return { hasPin: found?.hasPin === true, changedAt: found?.changedAt ?? null };
  },
  'spendingPins.set': (context, { customerId, pin, currentPin }) => {
    requirePresentCustomer(context, customerId);
    requireRightTo(context, customerId, currentPin);
    return keep(context, customerId, pin);
  },
  'spendingPins.remove': (context, { customerId, currentPin }) => {
    requirePresentCustomer(context, customerId);
    if (findSpendingPin(context.database, customerId)?.hasPin !== true)
      throw new AppError('conflict', { reason: 'spending_pin_unset' });
    requireRightTo(context, customerId, currentPin);
    return keep(context, customerId, null);
  },
  'spendingPins.takeBack': (context, { customerId, changedAt }) => {
    requirePresentCustomer(context, customerId);
    const found = findSpendingPin(context.database, customerId);
    if (found?.changedAt !== changedAt || found.isTakenBack) throw new AppError('already_undone', {});
    const { staffId, permissions } = context.actor;
    if (found.changedBy !== staffId && !permissions.includes('loyalty.adjust'))
      throw new AppError('not_permitted', { permission: 'loyalty.adjust' });
    putSpendingPinBack(context.database, customerId);
    context.changed(['storedValue'], [customerId]);
    return {};
  },
  'spendingPins.proofs': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return {
      proofs: listSpendingProofs(context.database, customerId).map((row) => ({
        at: row.at,
        businessDate: row.business_date,
        spending: row.spending,
        ...keptProof(row),
      })),
    };
  },
  'spendingPins.ofVisit': (context, { visitId }) => {
    requireVisit(context, visitId);
    const row = findVisitProof(context.database, visitId);
    return { proof: row ? keptProof(row) : null };
  },
};
