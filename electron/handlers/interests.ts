import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { cleanRequirements } from '../../shared/domain/interests.ts';
import { AppError } from '../../shared/errors.ts';
import { interestId as toInterestId } from '../../shared/types/ids.ts';
import type { CustomerId, InterestId } from '../../shared/types/ids.ts';
import {
  countByProduct,
  countInterests,
  findInterest,
  insertInterest,
  interestOf,
  listInterests,
  listOpenWishes,
  markInterestRemoved,
  markWish,
  updateInterest,
} from '../store/interests.ts';
import type { InterestRow, InterestValues } from '../store/interests.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { timeOfFact } from './factTime.ts';
import { factRecorded } from './facts.ts';
import { requireKnownCustomer, requirePresentCustomer, requireProducts, requireStaff } from './references.ts';

const MOST_OPEN = 50;
const MOST_COUNTS = 20;
/** One that belongs to the customer; taken back or not. */
const requireInterest = (
  { database }: StoreContext,
  customerId: CustomerId,
  interestId: InterestId,
  isRemoved: boolean,
): InterestRow => {
  const found = findInterest(database, interestId);
  if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'interest' });
  if ((found.removed_at !== null) !== isRemoved) throw new AppError('already_undone');
  return found;
};

const valuesOf = (input: HandlerInput<'interests.save'>): InterestValues => ({
  kind: input.kind,
  productId: input.productId,
  name: input.name,
  note: input.note === '' ? null : input.note,
  requirements: input.kind === 'wanted' ? cleanRequirements(input.requirements) : [],
  wantedBy: input.kind === 'wanted' ? input.wantedBy : null,
});

const save = (context: StoreContext, input: HandlerInput<'interests.save'>): OutputOf<'interests.save'> => {
  const { database } = context;
  const { customerId } = input;
  requirePresentCustomer(context, customerId);
  requireProducts(context, [input.productId]);
  requireStaff(context, [context.actor.staffId]);
  const values = valuesOf(input);
  if (input.interestId === null) {
    const id = toInterestId(context.newId());
    const { staffId } = context.actor;
    insertInterest(database, { ...values, ...timeOfFact(context, input.on), id, customerId, staffId, importId: null });
    factRecorded(context, customerId, ['interests']);
    return { interestId: id };
  }
  const before = requireInterest(context, customerId, input.interestId, false);
  const time =
    input.on === null || input.on === before.business_date
      ? { at: before.at, businessDate: before.business_date }
      : timeOfFact(context, input.on);
  const isWish = values.kind === 'wanted';
  updateInterest(database, input.interestId, {
    ...values,
    ...time,
    state: isWish ? (before.state ?? 'open') : null,
    settledOn: isWish ? before.settled_on : null,
  });
  factRecorded(context, customerId, ['interests']);
  return { interestId: input.interestId };
};

const setRemoved = (context: StoreContext, input: HandlerInput<'interests.remove'>, isRemoved: boolean): Record<never, never> => {
  const { customerId, interestId } = input;
  requirePresentCustomer(context, customerId);
  requireInterest(context, customerId, interestId, !isRemoved);
  markInterestRemoved(context.database, interestId, isRemoved ? context.now() : null);
  factRecorded(context, customerId, ['interests']);
  return {};
};

/** What customers look at, try, ask about (R018) and want made (R019). */
export const interestsHandlers: HandlersOf<'interests'> = {
  'interests.list': (context, input) => {
    requireKnownCustomer(context, input.customerId);
    return {
      total: countInterests(context.database, input.customerId),
      rows: listInterests(context.database, input).map(interestOf),
    };
  },
  'interests.overview': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return {
      open: listOpenWishes(context.database, customerId, MOST_OPEN).map(interestOf),
      counts: countByProduct(context.database, customerId, MOST_COUNTS),
    };
  },
  'interests.save': save,
  'interests.settle': (context, { customerId, interestId, state }) => {
    requirePresentCustomer(context, customerId);
    const found = requireInterest(context, customerId, interestId, false);
    if (found.kind !== 'wanted') throw new AppError('conflict', { reason: 'not_a_wish' });
    markWish(context.database, interestId, state, state === 'open' ? null : context.today());
    factRecorded(context, customerId, ['interests']);
    return {};
  },
  'interests.remove': (context, input) => setRemoved(context, input, true),
  'interests.restore': (context, input) => setRemoved(context, input, false),
};
