import type { LocalDate } from '../types/time.ts';

/** How bad an incident is (X28): a nuisance; a harm that can be made good; a lasting harm or a danger. From the least to the worst. */
export const incidentSeverities = ['minor', 'serious', 'grave'] as const;
export type IncidentSeverity = (typeof incidentSeverities)[number];

interface OpenIncident {
  readonly severity: IncidentSeverity;
  readonly followUpOn: LocalDate | null;
  readonly on: LocalDate;
}

/** Whether somebody has to come back to an open incident by `today`. */
export const isFollowUpDue = ({ followUpOn }: Pick<OpenIncident, 'followUpOn'>, today: LocalDate): boolean =>
  followUpOn !== null && followUpOn <= today;

/** Open incidents as they are to be seen to: what is due first, then the worst, then the latest. */
export const bySeeingTo = <Incident extends OpenIncident>(incidents: readonly Incident[], today: LocalDate): Incident[] =>
  incidents.toSorted(
    (one, other) =>
      Number(isFollowUpDue(other, today)) - Number(isFollowUpDue(one, today)) ||
      incidentSeverities.indexOf(other.severity) - incidentSeverities.indexOf(one.severity) ||
      (one.on < other.on ? 1 : one.on > other.on ? -1 : 0),
  );
