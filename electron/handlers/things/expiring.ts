import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { expiringFactId as toFactId, expiringPeriodId as toPeriodId } from '../../../shared/types/ids.ts';
import type { CustomerId, ThingId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findThing } from '../../store/things.ts';
import type { StoredThing } from '../../store/things.ts';
import { insertFact, insertPeriod, listPeriods, markFactRemoved, undoPeriod, updateFact } from '../../store/expiringFacts.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { requireFact, requireThing, thingHappened } from './owned.ts';
import { refuseField } from '../refuseField.ts';

const requireActor = (context: StoreContext, customerId: CustomerId): void => {
  requirePresentCustomer(context, customerId);
  requireStaff(context, [context.actor.staffId]);
};

const thingOf = ({ database }: StoreContext, thingId: ThingId | null): StoredThing | null =>
  thingId === null ? null : (findThing(database, thingId) ?? null);

const EARLIEST = '1970-01-01';
const checkDay = (validUntil: LocalDate): void => {
  if (validUntil < EARLIEST) refuseField('validUntil', 'date_too_early');
};

const saveFact = (context: StoreContext, input: HandlerInput<'things.saveFact'>): OutputOf<'things.saveFact'> => {
  const { customerId, thingId, kind, label, validUntil, leadDays } = input;
  requireActor(context, customerId);
  checkDay(validUntil);
  // Without a name of its own "other" would say nothing.
  if (kind === 'other' && label === '') refuseField('label', 'label_missing');
  const values = { kind, label, leadDays, note: input.note === '' ? null : input.note };
  const at = context.now();
  if (input.factId === null) {
    const thing = thingId === null ? null : requireThing(context, customerId, thingId);
    const id = toFactId(context.newId());
    const period = {
      id: toPeriodId(context.newId()),
      at,
      renewedOn: context.today(),
      validUntil,
      staffId: context.actor.staffId,
    };
    insertFact(context.database, { ...values, id, customerId, thingId, importId: null, period });
    thingHappened(context, { customerId, event: 'fact_added', thing, fact: { id, kind, label, validUntil } });
    return { factId: id };
  }
  const before = requireFact(context, customerId, input.factId);
  // What stays where it was may belong to a thing that was taken away meanwhile.
  const thing =
    thingId === null || thingId === before.thingId ? thingOf(context, thingId) : requireThing(context, customerId, thingId);
  updateFact(context.database, { ...values, id: before.id, thingId, validUntil }, at);
  const fact = { id: before.id, kind, label, validUntil };
  thingHappened(context, { customerId, event: 'fact_edited', thing, fact, before });
  return { factId: before.id };
};

const renew = (context: StoreContext, input: HandlerInput<'things.renew'>): OutputOf<'things.renew'> => {
  const { customerId, factId, validUntil } = input;
  requireActor(context, customerId);
  const fact = requireFact(context, customerId, factId);
  const renewedOn = input.renewedOn ?? context.today();
  if (renewedOn > context.today()) refuseField('renewedOn', 'date_in_future');
  if (validUntil < renewedOn) refuseField('validUntil', 'before_renewal');
  const id = toPeriodId(context.newId());
  const { staffId } = context.actor;
  insertPeriod(context.database, { id, factId, at: context.now(), renewedOn, validUntil, staffId });
  const thing = thingOf(context, fact.thingId);
  thingHappened(context, { customerId, event: 'fact_renewed', thing, fact: { ...fact, validUntil } });
  return { periodId: id };
};

const undoRenewal = (context: StoreContext, input: HandlerInput<'things.undoRenewal'>): Record<never, never> => {
  const { customerId, factId, periodId } = input;
  requireActor(context, customerId);
  const fact = requireFact(context, customerId, factId);
  const [latest, former] = listPeriods(context.database, [factId]);
  if (latest?.id !== periodId) throw new AppError('already_undone');
  // The first day it was ever given is corrected, not taken back.
  if (former === undefined) throw new AppError('conflict', { reason: 'never_renewed' });
  undoPeriod(context.database, latest, context.now());
  const thing = thingOf(context, fact.thingId);
  thingHappened(context, {
    customerId,
    event: 'fact_renewal_undone',
    thing,
    fact: { ...fact, validUntil: former.validUntil },
  });
  return {};
};

const setRemoved = (
  context: StoreContext,
  input: HandlerInput<'things.removeFact'>,
  isRemoved: boolean,
): Record<never, never> => {
  const { customerId, factId } = input;
  requireActor(context, customerId);
  const fact = requireFact(context, customerId, factId, isRemoved ? 'kept' : 'removed');
  const at = context.now();
  markFactRemoved(context.database, factId, isRemoved ? at : null, at);
  const thing = thingOf(context, fact.thingId);
  thingHappened(context, { customerId, event: isRemoved ? 'fact_removed' : 'fact_restored', thing, fact });
  return {};
};

type Names = 'things.saveFact' | 'things.renew' | 'things.undoRenewal' | 'things.removeFact' | 'things.restoreFact';

/** What runs out, of a thing or of the person, and its renewals (X21). */
export const thingsExpiring: Pick<HandlersOf<'things'>, Names> = {
  'things.saveFact': saveFact,
  'things.renew': renew,
  'things.undoRenewal': undoRenewal,
  'things.removeFact': (context, input) => setRemoved(context, input, true),
  'things.restoreFact': (context, input) => setRemoved(context, input, false),
};
