import type { ThingEvent } from '../../../shared/contract/things.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId, ExpiringFactId, ThingId } from '../../../shared/types/ids.ts';
import { findFact } from '../../store/expiringFacts.ts';
import type { StoredFact } from '../../store/expiringFacts.ts';
import { insertThingEvent } from '../../store/thingEvents.ts';
import { findThing } from '../../store/things.ts';
import type { StoredThing } from '../../store/things.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';

type Which = 'kept' | 'removed';

/** The customer's own thing, kept or taken away as wanted. Throws not_found, or already_undone when it is the other. */
export const requireThing = (
  { database }: BaseContext,
  customerId: CustomerId,
  thingId: ThingId,
  which: Which = 'kept',
): StoredThing => {
  const thing = findThing(database, thingId);
  if (thing?.customerId !== customerId) throw new AppError('not_found', { what: 'thing' });
  if ((thing.removedAt === null) !== (which === 'kept')) throw new AppError('already_undone');
  return thing;
};

/** What of the customer runs out, kept or taken away as wanted. Throws not_found, or already_undone when it is the other. */
export const requireFact = (
  { database }: BaseContext,
  customerId: CustomerId,
  factId: ExpiringFactId,
  which: Which = 'kept',
): StoredFact => {
  const fact = findFact(database, factId);
  if (fact?.customerId !== customerId) throw new AppError('not_found', { what: 'expiring_fact' });
  if ((fact.removedAt === null) !== (which === 'kept')) throw new AppError('already_undone');
  return fact;
};

interface Told {
  readonly customerId: CustomerId;
  readonly event: ThingEvent['event'];
  readonly thing?: Pick<StoredThing, 'id' | 'type' | 'name'> | null;
  readonly fact?: Pick<StoredFact, 'id' | 'kind' | 'label' | 'validUntil'>;
  readonly other?: ThingEvent['other'];
  readonly because?: ThingEvent['because'];
  /** What an edit replaced. */
  readonly before?: object;
}

/** Writes the event to the timeline and judges the customer anew: what runs out may bring a reminder, or take one away. */
export const thingHappened = (context: StoreContext, told: Told): void => {
  const { customerId, event, thing = null, fact, other = null, because = null, before } = told;
  insertThingEvent(context.database, {
    id: context.newId(),
    customerId,
    thingId: thing?.id ?? null,
    factId: fact?.id ?? null,
    at: context.now(),
    businessDate: context.today(),
    staffId: context.actor.staffId,
    event,
    params: {
      thing: thing && { id: thing.id, type: thing.type, name: thing.name },
      fact: fact === undefined ? null : { kind: fact.kind, label: fact.label, validUntil: fact.validUntil },
      other,
      because,
      ...(before === undefined ? {} : { before }),
    },
  });
  factRecorded(context, customerId, ['things']);
};
