import type { AppointmentConflict } from '../../../shared/contract/appointments.ts';
import { conflictsOf, isRefused } from '../../../shared/domain/appointments/conflicts.ts';
import type { Claim, ConflictKind } from '../../../shared/domain/appointments/conflicts.ts';
import { isOccupying } from '../../../shared/domain/appointments/statuses.ts';
import { isSkippedTime } from '../../../shared/domain/appointments/wallTime.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AppointmentId, CustomerId, ResourceId, StaffId } from '../../../shared/types/ids.ts';
import { addDays } from '../../../shared/types/time.ts';
import { listOccupying } from '../../store/appointments.ts';
import { readRoster } from '../../store/rosters.ts';
import type { BaseContext } from '../context.ts';
import { requireAppointment } from './known.ts';

interface Wanted extends Claim {
  readonly customerId: CustomerId | null;
  readonly staffId: StaffId | null;
  readonly resourceId: ResourceId | null;
}

/** A refusal tells so many of what is in the way. */
const MOST_TOLD = 20;

/** What stands in the way of a slot, the booking itself left out. An appointment is never longer than a day, so its neighbours' days do. */
export const conflictsWith = (context: BaseContext, wanted: Wanted, itself: AppointmentId | null): AppointmentConflict[] => {
  const [from, to] = [addDays(wanted.on, -1), addDays(wanted.on, 1)];
  const { customerId, staffId, resourceId } = wanted;
  const others = listOccupying(context.database, { from, to, customerId, staffId, resourceId }).filter(({ id }) => id !== itself);
  const roster = staffId === null ? null : readRoster(context.database, staffId, from, to);
  const isSkipped = isSkippedTime(wanted.on, wanted.startMinute, context.settings().timeZone);
  return conflictsOf(wanted, others, roster, isSkipped).map(({ kind, other }) => ({
    kind,
    on: wanted.on,
    other: other && {
      id: other.id,
      name: other.customerName ?? other.name,
      service: other.service,
      staffName: other.staffName,
      resourceName: other.resourceName,
      on: other.on,
      startMinute: other.startMinute,
      lengthMinutes: other.lengthMinutes,
    },
  }));
};

/** Whether something is in the way that nobody can pass over, or that nobody has seen. */
export const isInTheWay = (conflict: AppointmentConflict, acknowledged: readonly ConflictKind[]): boolean =>
  isRefused(conflict.kind) || !acknowledged.includes(conflict.kind);

/**
 * Throws conflict with what is in the way: time_skipped and resource_taken, which nobody can pass over, before appointment_conflicts, which
 * nobody has acknowledged.
 */
export const refuseConflicts = (conflicts: readonly AppointmentConflict[], acknowledged: readonly ConflictKind[]): void => {
  const inTheWay = conflicts.filter((conflict) => isInTheWay(conflict, acknowledged));
  if (inTheWay.length === 0) return;
  const refused = inTheWay.find(({ kind }) => isRefused(kind));
  throw new AppError('conflict', {
    reason: refused?.kind ?? 'appointment_conflicts',
    conflicts: inTheWay.slice(0, MOST_TOLD),
  });
};

/** After some were written: throws as `refuseConflicts` does, unless each has its place to itself. What is cancelled needs none. */
export const requirePlaces = (
  context: BaseContext,
  appointmentIds: readonly AppointmentId[],
  isConcerning: (kind: ConflictKind) => boolean,
  acknowledged: readonly ConflictKind[] = [],
): void => {
  const conflicts = appointmentIds.flatMap((id) => {
    const row = requireAppointment(context, id);
    return isOccupying(row.status) ? conflictsWith(context, row, id).filter(({ kind }) => isConcerning(kind)) : [];
  });
  refuseConflicts(conflicts, acknowledged);
};
