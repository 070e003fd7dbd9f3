import { visitDraftSchema } from '../../shared/contract/parkedVisits.ts';
import type { VisitDraft } from '../../shared/contract/parkedVisits.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParkedVisitId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import {
  MOST_PARKED,
  countParkedVisits,
  findParkedVisit,
  keepParkedVisit,
  listParkedVisits,
  removeParkedVisit,
} from '../store/parkedVisits.ts';
import type { ParkedRow } from '../store/parkedVisits.ts';
import type { BaseContext, HandlersOf } from './context.ts';
import { requirePresentCustomer } from './references.ts';

const draftOf = (row: ParkedRow): VisitDraft => visitDraftSchema.parse(JSON.parse(row.draft));
const headOf = (row: ParkedRow) => ({
  id: row.id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  label: row.label,
  parkedAt: row.parked_at,
  staffName: row.staff_name,
});

const require = ({ database }: BaseContext, id: ParkedVisitId): ParkedRow => {
  const row = findParkedVisit(database, id);
  if (!row) throw new AppError('not_found', { what: 'parked_visit' });
  return row;
};

/** Since when a timed service of it runs; null when none does. */
const runningSince = ({ lines }: VisitDraft): Instant | null =>
  lines
    .flatMap(({ startedAt, stoppedAt }) => (startedAt !== null && stoppedAt === null ? [startedAt] : []))
    .reduce<Instant | null>((first, one) => (first === null || one < first ? one : first), null);

export const parkedVisitsHandlers: HandlersOf<'parkedVisits'> = {
  'parkedVisits.list': ({ database }) => ({
    visits: listParkedVisits(database).map((row) => {
      const draft = draftOf(row);
      return {
        ...headOf(row),
        items: draft.lines.map(({ name }) => name).filter((name) => name.trim() !== ''),
        runningSince: runningSince(draft),
      };
    }),
  }),
  'parkedVisits.findById': (context, { parkedVisitId }) => {
    const row = require(context, parkedVisitId);
    return { ...headOf(row), draft: draftOf(row) };
  },
  'parkedVisits.save': (context, { parkedVisitId, customerId, label, draft }) => {
    const { database } = context;
    if (customerId !== null) requirePresentCustomer(context, customerId);
    if (findParkedVisit(database, parkedVisitId) === undefined && countParkedVisits(database) >= MOST_PARKED)
      throw new AppError('conflict', { reason: 'too_many_parked', most: MOST_PARKED });
    keepParkedVisit(database, {
      id: parkedVisitId,
      customerId,
      label,
      draft: JSON.stringify(draft),
      at: context.now(),
      staffId: context.actor.staffId,
    });
    context.changed(['parkedVisits']);
    return {};
  },
  'parkedVisits.discard': (context, { parkedVisitId }) => {
    const row = require(context, parkedVisitId);
    removeParkedVisit(context.database, parkedVisitId);
    context.changed(['parkedVisits']);
    return { customerId: row.customer_id, label: row.label, draft: draftOf(row) };
  },
};
