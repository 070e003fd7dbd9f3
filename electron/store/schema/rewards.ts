import type { Generated } from 'kysely';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import type { RedemptionStep } from '../../../shared/domain/rewards/redemption.ts';
import type { MovementKind, StockRule } from '../../../shared/domain/rewards/stock.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type {
  CustomerId,
  GiftId,
  PointsEntryId,
  RedemptionEntryId,
  RedemptionId,
  RewardId,
  RewardMovementId,
  StaffId,
} from '../../../shared/types/ids.ts';
import type { Flag } from '../schema.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';

interface RewardDefinitionsTable {
  id: RewardId;
  name: string;
  position: number;
  /** Null is not for points. */
  points: Points | null;
  /** What is paid beside the points. */
  cash_cents: Cents;
  /** Null is not known. */
  cost_cents: Cents | null;
  stock_rule: StockRule;
  from_on: LocalDate | null;
  until_on: LocalDate | null;
  /** JSON array of tiers; empty is for everybody. */
  tier_ids: string;
  /** Whether it may be given away as a sample. */
  is_sample: Generated<Flag>;
  created_at: Instant;
  changed_at: Instant;
  archived_at: Instant | null;
}
interface RewardRedemptionsTable {
  id: RedemptionId;
  customer_id: CustomerId;
  reward_id: RewardId;
  /** What it was called and cost when it was redeemed; amounts are of all pieces together. */
  name: string;
  quantity: number;
  points: Points;
  cash_cents: Cents;
  method: PaymentMethod | null;
  cost_cents: Cents | null;
  at: Instant;
  business_date: LocalDate;
  staff_id: StaffId | null;
}
interface RewardEntriesTable {
  id: RedemptionEntryId;
  redemption_id: RedemptionId;
  position: number;
  at: Instant;
  business_date: LocalDate;
  kind: RedemptionStep;
  points_entry_id: PointsEntryId;
  cash_cents: Cents;
  reason: string | null;
  staff_id: StaffId | null;
}
interface RewardMovementsTable {
  id: RewardMovementId;
  reward_id: RewardId;
  at: Instant;
  business_date: LocalDate;
  kind: MovementKind;
  /** Pieces: in above nothing, out below. */
  quantity: number;
  note: string | null;
  /** What of a redemption moved them; null once that person was erased. */
  entry_id: RedemptionEntryId | null;
  gift_id: GiftId | null;
  reverses_id: RewardMovementId | null;
  staff_id: StaffId | null;
}

export interface RewardsTables {
  rewards: RewardDefinitionsTable;
  reward_redemptions: RewardRedemptionsTable;
  reward_entries: RewardEntriesTable;
  reward_movements: RewardMovementsTable;
}
