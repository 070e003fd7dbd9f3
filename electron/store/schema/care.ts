import type { AnomalyKind } from '../../../shared/domain/care/anomalies.ts';
import type { CareField } from '../../../shared/domain/care/fields.ts';
import type { CheckOutcome } from '../../../shared/domain/care/quarter.ts';
import type { CustomerId, IntakeId, PointsEntryId, ProposalId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

type Flag = 0 | 1;
type Json = string;

/** `missing` and `flawed` are fields as bits (shared/domain/care/fields.ts). */
export interface CustomerCareTable {
  customer_id: CustomerId;
  score: number;
  missing: number;
  flawed: number;
  /** The first day on which this may differ though no fact changed; null when none is to come. */
  recheck_on: LocalDate | null;
}
/** Whose facts changed since they were last judged: written by triggers. */
interface CareDueTable {
  customer_id: CustomerId;
}
/** How many people have a score with these fields missing and flawed: counted by triggers. */
interface CareGroupsTable {
  score: number;
  missing: number;
  flawed: number;
  people: number;
}
/** What looks wrong now; a row that somebody called right stays, marked. Written only by the engine. */
export interface CareAnomaliesTable {
  customer_id: CustomerId;
  kind: AnomalyKind;
  value: string;
  is_accepted: Flag;
}
/** What somebody called right: it holds for this value and no other. */
interface CareAcceptedTable {
  customer_id: CustomerId;
  kind: AnomalyKind;
  value: string;
  at: Instant;
  staff_id: StaffId | null;
}
interface CareAsksTable {
  customer_id: CustomerId;
  field: CareField;
  until: LocalDate;
}
/** A place on a quarter's check list; `before` is what the check changed, for taking it back. */
interface CareChecksTable {
  quarter: string;
  position: number;
  customer_id: CustomerId;
  outcome: CheckOutcome | null;
  at: Instant | null;
  before: Json | null;
  staff_id: StaffId | null;
}
interface ProfileRewardsTable {
  entry_id: PointsEntryId;
  customer_id: CustomerId;
  business_date: LocalDate;
}
/** A customer, or someone new, was asked to type their details; at most one is open. */
interface IntakesTable {
  id: IntakeId;
  customer_id: CustomerId | null;
  fields: Json;
  opened_at: Instant;
  closed_at: Instant | null;
  staff_id: StaffId | null;
}
interface ProfileProposalsTable {
  id: ProposalId;
  intake_id: IntakeId;
  customer_id: CustomerId | null;
  at: Instant;
  business_date: LocalDate;
  details: Json;
  status: 'waiting' | 'accepted' | 'rejected';
  decided_at: Instant | null;
  decision: Json | null;
  staff_id: StaffId | null;
}

export interface CareTables {
  customer_care: CustomerCareTable;
  care_due: CareDueTable;
  care_groups: CareGroupsTable;
  care_anomalies: CareAnomaliesTable;
  care_accepted: CareAcceptedTable;
  care_asks: CareAsksTable;
  care_checks: CareChecksTable;
  profile_rewards: ProfileRewardsTable;
  intakes: IntakesTable;
  profile_proposals: ProfileProposalsTable;
}
