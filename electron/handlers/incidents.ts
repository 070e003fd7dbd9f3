import { MOST_OPEN } from '../../shared/contract/incidents.ts';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { bySeeingTo } from '../../shared/domain/incidents.ts';
import { AppError } from '../../shared/errors.ts';
import { incidentId as toIncidentId } from '../../shared/types/ids.ts';
import type { CustomerId, IncidentId } from '../../shared/types/ids.ts';
import {
  countIncidents,
  findIncident,
  incidentOf,
  insertIncident,
  listIncidents,
  listOpenIncidents,
  listOpenIncidentsOfAll,
  markIncidentRemoved,
  setIncidentClosed,
  updateIncident,
} from '../store/incidents.ts';
import type { IncidentRow } from '../store/incidents.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { requireOwnThing, requireOwnVisit, timeOfOwnFact } from './ownFacts.ts';
import { requireKnownCustomer, requirePresentCustomer, requireStaff } from './references.ts';
import { refuseField } from './refuseField.ts';
import { maySeeGroup } from './sight.ts';

const requireHealth = (context: StoreContext): void => {
  if (!maySeeGroup(context, 'health')) throw new AppError('not_permitted', { permission: 'private.health' });
};

/** One that belongs to the customer and that whoever asks may see; taken away or not. */
const requireIncident = (
  context: StoreContext,
  customerId: CustomerId,
  incidentId: IncidentId,
  isRemoved: boolean,
): IncidentRow => {
  const found = findIncident(context.database, incidentId);
  if (found?.customer_id !== customerId) throw new AppError('not_found', { what: 'incident' });
  if (found.is_private === 1) requireHealth(context);
  if ((found.removed_at !== null) !== isRemoved) throw new AppError('already_undone');
  return found;
};

const save = (context: StoreContext, input: HandlerInput<'incidents.save'>): OutputOf<'incidents.save'> => {
  const { customerId, thingId, visitId, what, severity, staffIds, followUpOn, isPrivate } = input;
  requirePresentCustomer(context, customerId);
  const before = input.incidentId === null ? null : requireIncident(context, customerId, input.incidentId, false);
  if (isPrivate) requireHealth(context);
  requireOwnThing(context, customerId, thingId, before);
  requireOwnVisit(context, customerId, visitId, before);
  requireStaff(context, [...staffIds, context.actor.staffId]);
  const time = timeOfOwnFact(context, input.on, before);
  if (followUpOn !== null && followUpOn < time.businessDate) refuseField('followUpOn', 'follow_up_too_early');
  const values = {
    ...time,
    thingId,
    visitId,
    what,
    severity,
    staffIds,
    action: input.action === '' ? null : input.action,
    followUpOn,
    isPrivate,
    writtenBy: context.actor.staffId,
  };
  const incidentId = before?.id ?? toIncidentId(context.newId());
  if (before === null) insertIncident(context.database, { ...values, id: incidentId, customerId }, context.now());
  else updateIncident(context.database, incidentId, values, context.now());
  factRecorded(context, customerId, ['incidents']);
  return { incidentId };
};

const setRemoved = (
  context: StoreContext,
  { customerId, incidentId }: HandlerInput<'incidents.remove'>,
  isRemoved: boolean,
): Record<never, never> => {
  requirePresentCustomer(context, customerId);
  const { severity, business_date: on } = requireIncident(context, customerId, incidentId, !isRemoved);
  markIncidentRemoved(context.database, incidentId, isRemoved ? context.now() : null);
  // Which, and how bad: what was written is the customer's own matter and stays out of the log.
  context.audited({ severity, on });
  factRecorded(context, customerId, ['incidents']);
  return {};
};

/** What went wrong, and whether somebody has seen to it (X28). */
export const incidentsHandlers: HandlersOf<'incidents'> = {
  'incidents.list': (context, { customerId, ...page }) => {
    requireKnownCustomer(context, customerId);
    const seesHealth = maySeeGroup(context, 'health');
    return {
      total: countIncidents(context.database, customerId, seesHealth),
      rows: listIncidents(context.database, customerId, seesHealth, page).map(incidentOf),
    };
  },
  'incidents.open': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    const open = listOpenIncidents(context.database, customerId, maySeeGroup(context, 'health')).map(incidentOf);
    return { incidents: bySeeingTo(open, context.today()).slice(0, MOST_OPEN) };
  },
  'incidents.openOfAll': (context, page) => {
    const { total, rows } = listOpenIncidentsOfAll(context.database, maySeeGroup(context, 'health'), page);
    return { total, rows: rows.map((row) => ({ ...incidentOf(row), customerName: row.customer_name })) };
  },
  'incidents.save': save,
  'incidents.setClosed': (context, { customerId, incidentId, isClosed }) => {
    requirePresentCustomer(context, customerId);
    const found = requireIncident(context, customerId, incidentId, false);
    if ((found.closed_on !== null) === isClosed) throw new AppError('already_undone');
    setIncidentClosed(context.database, incidentId, isClosed ? { on: context.today(), by: context.actor.staffId } : null);
    factRecorded(context, customerId, ['incidents']);
    return {};
  },
  'incidents.remove': (context, input) => setRemoved(context, input, true),
  'incidents.restore': (context, input) => setRemoved(context, input, false),
};
