import type { Generated } from 'kysely';
import type { Cents, Points, Quantity } from '../../shared/types/amounts.ts';
import type { CallbackId, CustomerId, ImportId, InteractionId, MergeId, ProductId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import type { ReminderRule } from '../../shared/domain/reminders/types.ts';
import type { CareTables } from './schema/care.ts';
import type { ListsTables } from './schema/lists.ts';
import type { MergesTables } from './schema/merges.ts';
import type { ExportsTables } from './schema/exports.ts';
import type { Classes } from '../../shared/contract/segments.ts';
import type { InterestsTables } from './schema/interests.ts';
import type { OpportunitiesTables } from './schema/opportunities.ts';
import type { CountCardTables } from './schema/countCards.ts';
import type { LoyaltyTables } from './schema/loyalty.ts';
import type { CreditTables } from './schema/credit.ts';
import type { StoredValueTables } from './schema/storedValue.ts';
import type { TasksTables } from './schema/tasks.ts';
import type { ThingsTables } from './schema/things.ts';
import type { Outcome } from '../../shared/contract/callbacks.ts';
import type { CouponsTables } from './schema/coupons.ts';
import type { ReferralsTables } from './schema/referrals.ts';
import type { CommissionTables } from './schema/commissions.ts';
import type { GiftsTables } from './schema/gifts.ts';
import type { KeptGoodsTables } from './schema/keptGoods.ts';
import type { MembershipTables } from './schema/memberships.ts';
import type { StampsTables } from './schema/stamps.ts';
import type { ValueCardsTables } from './schema/valueCards.ts';
import type { PendingPointsTables } from './schema/pendingPoints.ts';
import type { PointsConversionsTables } from './schema/pointsConversions.ts';
import type { PointsFilesTables } from './schema/pointsFiles.ts';
import type { RewardsTables } from './schema/rewards.ts';
import type { CustomFieldTables } from './schema/customFields.ts';
import type { ImportsTables } from './schema/imports.ts';
import type { TagTables } from './schema/tags.ts';
import type { BackupTables } from './schema/backups.ts';
import type { CheckTables } from './schema/checks.ts';
import type { CardTables } from './schema/card.ts';
import type { AppointmentTables } from './schema/appointments.ts';
import type { AttachmentTables } from './schema/attachments.ts';
import type { AuditTables } from './schema/audit.ts';
import type { OwnSegmentTables } from './schema/ownSegments.ts';
import type { ReminderRulesTables } from './schema/reminderRules.ts';
import type { ClassChangeTables } from './schema/classChanges.ts';
import type { ReminderSnoozesTables } from './schema/reminderSnoozes.ts';
import type { SalesTables } from './schema/sales.ts';
import type { SafetyTables } from './schema/safety.ts';
import type { StaffTables } from './schema/staff.ts';
import type { PrivacyTables } from './schema/privacy.ts';
import type { IncidentsTables } from './schema/incidents.ts';
import type { MeasurementsTables } from './schema/measurements.ts';
import type { KeptDepositsTables } from './schema/keptDeposits.ts';
import type { OrdersTables } from './schema/orders.ts';
import type { ServiceRecordsTables } from './schema/serviceRecords.ts';
import type { AdvocateTables } from './schema/advocates.ts';
import type { SharerTables } from './schema/sharers.ts';
import type { MemberCardTables } from './schema/memberCards.ts';
import type { SpendingPinTables } from './schema/spendingPins.ts';
import type { SignedFormsTables } from './schema/signedForms.ts';

/** SQLite has no booleans. */
export type Flag = 0 | 1;
/** JSON text. */
type Json = string;
type Calendar = 'solar' | 'lunar';

export interface SettingsTable {
  name: string;
  value: Json;
  changed_at: Instant;
}
export interface CustomersTable {
  id: CustomerId;
  revision: Generated<number>;
  number: string;
  name: string;
  name_pinyin: string;
  gender: 'female' | 'male' | 'unknown';
  card_no: string | null;
  occupation: string | null;
  income_band: string | null;
  education: string | null;
  address: string | null;
  region: string | null;
  source: string | null;
  referrer_id: CustomerId | null;
  owner_id: StaffId | null;
  is_vip: Flag;
  vip_reason: string | null;
  need_type: 'function_led' | 'price_sensitive' | 'service_first' | null;
  preferred_channel: 'phone' | 'wechat' | 'sms' | 'email' | 'in_store' | 'social' | 'other' | null;
  contact_from_hour: number | null;
  contact_to_hour: number | null;
  do_not_contact: Flag;
  consent_on: LocalDate | null;
  consent_source: string | null;
  consent_withdrawn_on: LocalDate | null;
  stated_age: number | null;
  stated_age_on: LocalDate | null;
  safety_note: string | null;
  likes: string | null;
  motive: string | null;
  needs: string | null;
  usage_habits: string | null;
  pain_points: string | null;
  note: string | null;
  status: 'prospect' | 'customer' | 'lost';
  verified_on: LocalDate | null;
  import_id: ImportId | null;
  created_at: Instant;
  changed_at: Instant;
  removed_at: Instant | null;
  /** Merged away into this customer; then `removed_at` is set too. */
  merged_into_id: Generated<CustomerId | null>;
  /** 停用: out of the lists and the calls until somebody takes it back. */
  is_inactive: Generated<Flag>;
  inactive_on: Generated<LocalDate | null>;
  inactive_reason: Generated<string | null>;
}
export interface ContactMethodsTable {
  id: string;
  customer_id: CustomerId;
  type: 'mobile' | 'landline' | 'wechat' | 'qq' | 'email' | 'social' | 'other';
  label: string | null;
  value: string;
  e164: string | null;
  is_primary: Flag;
  is_valid: Flag;
  verified_on: LocalDate | null;
  created_at: Instant;
}
export interface ImportantDatesTable {
  id: string;
  customer_id: CustomerId;
  kind: 'birthday' | 'anniversary' | 'other';
  label: string;
  calendar: Calendar;
  year: number | null;
  month: number | null;
  day: number | null;
  is_leap_month: Flag;
  is_yearly: Generated<Flag>;
  lead_days: number | null;
  /** The import that brought it; null once a person has edited it. */
  import_id: ImportId | null;
}
export interface FamilyMembersTable {
  id: string;
  customer_id: CustomerId;
  name: string;
  relation: string;
  calendar: Calendar | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  is_leap_month: Flag;
  /** The import that brought it; null once a person has edited it. */
  import_id: ImportId | null;
}
export interface RelationshipsTable {
  customer_id: CustomerId;
  other_id: CustomerId;
  kind: string;
}
export interface ProductsTable {
  id: ProductId;
  name: string;
  name_pinyin: string;
  initials: string;
  category: string | null;
  price_cents: Cents;
  cost_cents: Cents | null;
  barcode: string | null;
  is_service: Flag;
  patch_test_days: Generated<number | null>;
  attributes: Generated<Json>;
  after_sale_guide: string | null;
  cycle_days: number | null;
  vip_from: LocalDate | null;
  public_from: LocalDate | null;
  is_active: Generated<Flag>;
  created_at: Instant;
  changed_at: Instant;
  /** Offered as a button on the visit page. */
  is_favourite: Generated<Flag>;
  charged_by: Generated<'unit' | 'hour'>;
}
export interface MatchingProductsTable {
  product_id: ProductId;
  other_id: ProductId;
}
export interface InteractionsTable {
  id: InteractionId;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  channel: 'phone' | 'wechat' | 'sms' | 'email' | 'in_store' | 'social' | 'other';
  direction: 'in' | 'out';
  is_promotional: Flag;
  outcome: string | null;
  note: string | null;
  next_attempt_at: Instant | null;
  staff_id: StaffId | null;
  undone_at: Instant | null;
}
export interface CallbacksTable {
  id: CallbackId;
  customer_id: CustomerId;
  interaction_id: InteractionId;
  at: Instant;
  business_date: LocalDate;
  outcome: Outcome;
  next_attempt_at: Instant | null;
  note: string | null;
  reasons: Json;
  before: Json;
  staff_id: StaffId | null;
  undone_at: Instant | null;
}
export interface CustomerChangesTable {
  id: string;
  customer_id: CustomerId;
  at: Instant;
  business_date: LocalDate;
  action:
    | 'created'
    | 'imported'
    | 'edited'
    | 'removed'
    | 'restored'
    | 'converted'
    | 'made_inactive'
    | 'made_active'
    | 'merged'
    | 'merge_undone';
  fields: Json;
  before: Json;
  import_id: ImportId | null;
  staff_id: StaffId | null;
  merge_id: Generated<MergeId | null>;
}
export interface CustomerSummariesTable {
  customer_id: CustomerId;
  revision: Generated<number>;
  visit_count: Generated<number>;
  purchase_day_count: Generated<number>;
  spend_cents: Generated<Cents>;
  cost_cents: Generated<Cents>;
  item_quantity: Generated<Quantity>;
  first_visit_on: LocalDate | null;
  last_visit_on: LocalDate | null;
  last_purchase_on: LocalDate | null;
  last_interaction_on: LocalDate | null;
  rhythm_days: number | null;
  overdue_after_days: number | null;
  points_balance: Generated<Points>;
  /** Score of the data, 0 to 100, and the next birthday: kept by data care, for the order of lists. */
  completeness: Generated<number | null>;
  next_birthday_on: Generated<LocalDate | null>;
}
export interface CustomerClassesTable {
  customer_id: CustomerId;
  as_of: LocalDate;
  recency_score: number;
  frequency_score: number;
  money_score: number;
  rfm: Classes['rfm'];
  rfm8: Classes['rfm8'];
  value: Classes['value'];
  activity: Classes['activity'];
  is_dormant: Flag;
  lifecycle: Classes['lifecycle'];
  window_purchase_days: number;
  window_spend_cents: Cents;
  year_spend_cents: Cents;
}
/** `business_date` is null until a run has finished; everyone is judged anew when `invalidations` was counted up. */
export interface EngineRunsTable {
  name: string;
  business_date: LocalDate | null;
  settings: Json | null;
  cutoffs: Json | null;
  invalidations: Generated<number>;
  finished_at: Instant | null;
}
export interface RemindersTable {
  customer_id: CustomerId;
  rule: ReminderRule;
  occurrence: string;
  due_on: LocalDate;
  params: Json;
  weight: number;
  attempts: Generated<number>;
  closed_by: CallbackId | null;
}
export interface CallbackQueueTable {
  customer_id: CustomerId;
  promised_at: Instant | null;
  hidden_until: Instant | null;
  score: number;
  judged_on: LocalDate;
}
/** Every table of the present schema, for kysely's builder. */
export interface Schema
  extends
    AppointmentTables,
    AttachmentTables,
    AuditTables,
    BackupTables,
    CheckTables,
    CardTables,
    CareTables,
    CouponsTables,
    ReferralsTables,
    CustomFieldTables,
    ExportsTables,
    ImportsTables,
    CommissionTables,
    GiftsTables,
    KeptGoodsTables,
    StampsTables,
    MembershipTables,
    ValueCardsTables,
    PendingPointsTables,
    PointsConversionsTables,
    PointsFilesTables,
    RewardsTables,
    IncidentsTables,
    InterestsTables,
    ListsTables,
    MeasurementsTables,
    MergesTables,
    PrivacyTables,
    OpportunitiesTables,
    KeptDepositsTables,
    OrdersTables,
    ServiceRecordsTables,
    SignedFormsTables,
    SafetyTables,
    SalesTables,
    OwnSegmentTables,
    ReminderRulesTables,
    ReminderSnoozesTables,
    ClassChangeTables,
    StaffTables,
    TagTables,
    TasksTables,
    LoyaltyTables,
    CountCardTables,
    StoredValueTables,
    CreditTables,
    SpendingPinTables,
    MemberCardTables,
    SharerTables,
    AdvocateTables,
    ThingsTables {
  settings: SettingsTable;
  customers: CustomersTable;
  contact_methods: ContactMethodsTable;
  important_dates: ImportantDatesTable;
  family_members: FamilyMembersTable;
  relationships: RelationshipsTable;
  products: ProductsTable;
  matching_products: MatchingProductsTable;
  interactions: InteractionsTable;
  callbacks: CallbacksTable;
  customer_changes: CustomerChangesTable;
  customer_summaries: CustomerSummariesTable;
  customer_classes: CustomerClassesTable;
  engine_runs: EngineRunsTable;
  reminders: RemindersTable;
  callback_queue: CallbackQueueTable;
}
