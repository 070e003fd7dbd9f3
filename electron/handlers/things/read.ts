import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { ExpiringFact, Thing } from '../../../shared/contract/things.ts';
import { expiryState } from '../../../shared/domain/things/expiring.ts';
import { mergeTimeline, positionWithin, timelineKey } from '../../../shared/domain/timeline.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ThingId } from '../../../shared/types/ids.ts';
import { listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { countExpiring, listExpiring, listFacts, listPeriods } from '../../store/expiringFacts.ts';
import type { StoredFact } from '../../store/expiringFacts.ts';
import { listEventsOfThing, listLinesOfThing, listVisitsOfThing, thingEventOf } from '../../store/thingEvents.ts';
import { findThing, listThings } from '../../store/things.ts';
import type { StoredThing } from '../../store/things.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';

const thingOf = ({ id, type, name, fields, birthDate, note, retired }: StoredThing): Thing => ({
  id,
  type,
  name,
  fields: [...fields],
  birthDate,
  note,
  retired,
});

const standing = (context: StoreContext, fact: StoredFact) => {
  const effectiveLeadDays = fact.leadDays ?? context.settings().expiringLeadDays[fact.kind];
  const { id, thingId, kind, label, validUntil, leadDays } = fact;
  const state = expiryState(validUntil, effectiveLeadDays, context.today());
  return { id, thingId, kind, label, validUntil, leadDays, effectiveLeadDays, state };
};

const byRetirement = (left: StoredThing, right: StoredThing): number =>
  Number(left.retired !== null) - Number(right.retired !== null);

const ofCustomer = (context: StoreContext, input: HandlerInput<'things.ofCustomer'>): OutputOf<'things.ofCustomer'> => {
  const { database } = context;
  requireKnownCustomer(context, input.customerId);
  const things = listThings(database, input.customerId).sort(byRetirement);
  const kept = new Set<ThingId | null>([null, ...things.map(({ id }) => id)]);
  const facts = listFacts(database, input.customerId).filter(({ thingId }) => kept.has(thingId));
  const periods = new Map<string, ExpiringFact['periods']>(facts.map(({ id }) => [id, []]));
  for (const { id, factId, renewedOn, validUntil } of listPeriods(
    database,
    facts.map((fact) => fact.id),
  ))
    periods.get(factId)?.push({ id, renewedOn, validUntil });
  return {
    things: things.map(thingOf),
    facts: facts
      .map((fact) => ({ ...standing(context, fact), note: fact.note, periods: periods.get(fact.id) ?? [] }))
      .sort((left, right) => (left.validUntil === right.validUntil ? 0 : left.validUntil < right.validUntil ? -1 : 1)),
  };
};

type HistoryEntry = OutputOf<'things.history'>['entries'][number];

const positionOf = (kind: 'visit' | 'thing', before: HandlerInput<'things.history'>['before']) => {
  const position = positionWithin(kind, before);
  if (position === null) refuseField('before.key', 'key_unknown');
  return position;
};

const history = (
  context: StoreContext,
  { thingId, before, limit }: HandlerInput<'things.history'>,
): OutputOf<'things.history'> => {
  const { database } = context;
  if (!findThing(database, thingId)) throw new AppError('not_found', { what: 'thing' });
  const page = { thingId, limit: limit + 1 };
  const visits = listVisitsOfThing(database, { ...page, ...positionOf('visit', before) });
  const events = listEventsOfThing(database, { ...page, ...positionOf('thing', before) });
  const lines = listLinesOfThing(
    database,
    thingId,
    visits.map(({ id }) => id),
  );
  const common = (kind: 'visit' | 'thing', row: (typeof visits)[number] | (typeof events)[number]) => ({
    key: timelineKey(kind, row.id),
    on: row.business_date,
    at: row.at,
    staffName: row.staff_name,
  });
  return mergeTimeline<HistoryEntry>(
    [
      visits.map((row) => ({
        ...common('visit', row),
        visit: {
          id: row.id,
          customerId: row.customer_id,
          customerName: row.customer_name,
          lines: lines
            .filter((line) => line.visit_id === row.id)
            .map((line) => ({ name: line.name, quantity: line.quantity, amountCents: line.amount_cents })),
        },
      })),
      events.map((row) => ({ ...common('thing', row), event: thingEventOf(row) })),
    ],
    limit,
  );
};

const expiring = (context: StoreContext, input: HandlerInput<'things.expiring'>): OutputOf<'things.expiring'> => ({
  total: countExpiring(context.database, input),
  rows: listExpiring(context.database, input).map((row) => ({
    fact: standing(context, row),
    thing:
      row.thingId === null || row.thingType === null || row.thingName === null
        ? null
        : { id: row.thingId, type: row.thingType, name: row.thingName, plate: row.plate },
    customer: {
      id: row.customerId,
      number: row.number,
      name: row.customerName,
      phone: primaryOf(listContactMethods(context.database, row.customerId), 'phone')?.value ?? null,
    },
  })),
});

/** What is told of things and of what runs out. */
export const thingsRead: Pick<HandlersOf<'things'>, 'things.ofCustomer' | 'things.history' | 'things.expiring'> = {
  'things.ofCustomer': ofCustomer,
  'things.history': history,
  'things.expiring': expiring,
};
