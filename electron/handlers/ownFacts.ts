import { AppError } from '../../shared/errors.ts';
import type { CustomerId, ThingId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { findVisitOwner } from '../store/attachments.ts';
import { findThing } from '../store/things.ts';
import type { BaseContext } from './context.ts';
import { timeOfFact } from './factTime.ts';

// What a customer's records, measurements and incidents may refer to, and when they were.

/** What stands in a stored fact already and may stay as it is. */
interface FormerFact {
  readonly thing_id: ThingId | null;
  readonly visit_id: VisitId | null;
  readonly at: Instant;
  readonly business_date: LocalDate;
}

/** The thing must be the customer's, unless the fact named it before it went to somebody else. Throws not_found. */
export const requireOwnThing = (
  { database }: BaseContext,
  customerId: CustomerId,
  thingId: ThingId | null,
  before: FormerFact | null,
): void => {
  if (thingId === null || thingId === before?.thing_id) return;
  const thing = findThing(database, thingId);
  if (thing?.customerId !== customerId || thing.removedAt !== null) throw new AppError('not_found', { what: 'thing' });
};

/** The visit must be the customer's, unless the fact named it before. Throws not_found. */
export const requireOwnVisit = (
  { database }: BaseContext,
  customerId: CustomerId,
  visitId: VisitId | null,
  before: FormerFact | null,
): void => {
  if (visitId === null || visitId === before?.visit_id) return;
  if (findVisitOwner(database, visitId) !== customerId) throw new AppError('not_found', { what: 'visit' });
};

/** When a fact was: a changed one keeps its hour unless its day changes. A day to come is refused with `bad_input` at `on`. */
export const timeOfOwnFact = (
  context: BaseContext,
  on: LocalDate | null,
  before: FormerFact | null,
): { at: Instant; businessDate: LocalDate } =>
  before !== null && (on === null || on === before.business_date)
    ? { at: before.at, businessDate: before.business_date }
    : timeOfFact(context, on);
