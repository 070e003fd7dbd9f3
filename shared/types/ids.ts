/**
 * Branded identifiers. Every id is a UUIDv7 in lower-case text form (RFC 9562), made in the handler, sortable by time and
 * safe to merge across machines. A brand keeps a customer's id from being passed where a visit's is wanted.
 */
type Brand<T, Name extends string> = T & { readonly __brand: Name };

export type CustomerId = Brand<string, 'CustomerId'>;
export type ContactMethodId = Brand<string, 'ContactMethodId'>;
export type ImportantDateId = Brand<string, 'ImportantDateId'>;
export type FamilyMemberId = Brand<string, 'FamilyMemberId'>;
export type ProductId = Brand<string, 'ProductId'>;
export type VisitId = Brand<string, 'VisitId'>;
export type VisitLineId = Brand<string, 'VisitLineId'>;
export type ParkedVisitId = Brand<string, 'ParkedVisitId'>;
export type ReminderSnoozeId = Brand<string, 'ReminderSnoozeId'>;
export type OwnSegmentId = Brand<string, 'OwnSegmentId'>;
export type ReminderRuleId = Brand<string, 'ReminderRuleId'>;
export type DeferredItemId = Brand<string, 'DeferredItemId'>;
export type PointsEntryId = Brand<string, 'PointsEntryId'>;
/** A kind of count card, a card of somebody, an entry of its ledger, and one extension of many cards at once. */
export type CountCardTypeId = Brand<string, 'CountCardTypeId'>;
export type CountCardId = Brand<string, 'CountCardId'>;
export type CountCardEntryId = Brand<string, 'CountCardEntryId'>;
export type CountCardChangeId = Brand<string, 'CountCardChangeId'>;
/** An entry of the ledger of stored value, and a rule by which something is given on top. */
export type StoredValueEntryId = Brand<string, 'StoredValueEntryId'>;
export type StoredValueRuleId = Brand<string, 'StoredValueRuleId'>;
/** A part of a gift that comes later than its top-up. */
export type GiftPartId = Brand<string, 'GiftPartId'>;
/** What was done to a card by its number, and cards that were printed together. */
export type MemberCardEventId = Brand<string, 'MemberCardEventId'>;
export type MemberCardBatchId = Brand<string, 'MemberCardBatchId'>;
/** An entry of the ledger of what is owed on account. */
export type CreditEntryId = Brand<string, 'CreditEntryId'>;
/** What a customer left with the shop, and a movement of it. */
export type KeptGoodId = Brand<string, 'KeptGoodId'>;
export type KeptEntryId = Brand<string, 'KeptEntryId'>;
/** The PIN with which a customer spends what they have stored. */
export type SpendingProofId = Brand<string, 'SpendingProofId'>;
export type SpendingPinId = Brand<string, 'SpendingPinId'>;
/** Entries of two ledgers that changed hands together. */
/** Who may use somebody else's purse and cards. */
export type SharerId = Brand<string, 'SharerId'>;
export type StoredValueTransferId = Brand<string, 'StoredValueTransferId'>;
export type CommissionRuleId = Brand<string, 'CommissionRuleId'>;
export type EarningRuleId = Brand<string, 'EarningRuleId'>;
export type TierId = Brand<string, 'TierId'>;
/** One step of a customer's tier: up, kept, down, or set by hand. */
export type TierEventId = Brand<string, 'TierEventId'>;
/** Something the shop gave on an occasion. */
export type BonusId = Brand<string, 'BonusId'>;
/** A kind of card with money on it that the shop defines, such a card, and something that moved its money. */
export type ValueCardTypeId = Brand<string, 'ValueCardTypeId'>;
export type ValueCardId = Brand<string, 'ValueCardId'>;
export type ValueCardEntryId = Brand<string, 'ValueCardEntryId'>;
/** A card for stamps that the shop defines, and something that moved stamps on somebody's. */
export type StampCardId = Brand<string, 'StampCardId'>;
export type StampEntryId = Brand<string, 'StampEntryId'>;
/** Something that moved points which are not spendable yet. */
export type PendingPointsId = Brand<string, 'PendingPointsId'>;
/** A paid membership that the shop defines, a term somebody bought, and what moved it. */
export type MembershipPlanId = Brand<string, 'MembershipPlanId'>;
export type MembershipTermId = Brand<string, 'MembershipTermId'>;
export type MembershipEntryId = Brand<string, 'MembershipEntryId'>;
export type GrowthEntryId = Brand<string, 'GrowthEntryId'>;
export type InteractionId = Brand<string, 'InteractionId'>;
export type CallbackId = Brand<string, 'CallbackId'>;
export type StaffId = Brand<string, 'StaffId'>;
/** A mixture of rights that the shop made itself. */
export type RoleId = Brand<string, 'RoleId'>;
export type TagId = Brand<string, 'TagId'>;
export type TagGroupId = Brand<string, 'TagGroupId'>;
/** One change of the tag library, by which it is taken back. */
export type TagChangeId = Brand<string, 'TagChangeId'>;
export type CustomFieldId = Brand<string, 'CustomFieldId'>;
export type CustomFieldOptionId = Brand<string, 'CustomFieldOptionId'>;
export type HandoverId = Brand<string, 'HandoverId'>;
export type ImportId = Brand<string, 'ImportId'>;
export type MergeId = Brand<string, 'MergeId'>;
export type ThingId = Brand<string, 'ThingId'>;
export type ExpiringFactId = Brand<string, 'ExpiringFactId'>;
export type ExpiringPeriodId = Brand<string, 'ExpiringPeriodId'>;
export type InterestId = Brand<string, 'InterestId'>;
export type IntakeId = Brand<string, 'IntakeId'>;
export type ProposalId = Brand<string, 'ProposalId'>;
export type ExportId = Brand<string, 'ExportId'>;
export type SafetyFactId = Brand<string, 'SafetyFactId'>;
export type PatchTestId = Brand<string, 'PatchTestId'>;
export type RecordTypeId = Brand<string, 'RecordTypeId'>;
export type ServiceRecordId = Brand<string, 'ServiceRecordId'>;
/** A form to be signed, and one that was. */
export type FormTemplateId = Brand<string, 'FormTemplateId'>;
export type SignedFormId = Brand<string, 'SignedFormId'>;
/** What the shop measures, and one occasion of measuring. */
export type MeasureId = Brand<string, 'MeasureId'>;
export type MeasurementId = Brand<string, 'MeasurementId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type OrderId = Brand<string, 'OrderId'>;
/** An entry of the money of an order. */
export type OrderPaymentId = Brand<string, 'OrderPaymentId'>;
export type TaskId = Brand<string, 'TaskId'>;
export type TaskTemplateId = Brand<string, 'TaskTemplateId'>;
export type CouponTypeId = Brand<string, 'CouponTypeId'>;
export type CouponId = Brand<string, 'CouponId'>;
/** An entry of a coupon's ledger. */
export type CouponEntryId = Brand<string, 'CouponEntryId'>;
/** Something said about who brought a customer. */
export type ReferralEventId = Brand<string, 'ReferralEventId'>;
/** What was given for bringing somebody. */
export type ReferralRewardId = Brand<string, 'ReferralRewardId'>;
/** An advocate's or a tester's right, and something they tested. */
export type AdvocateId = Brand<string, 'AdvocateId'>;
export type ProductTestId = Brand<string, 'ProductTestId'>;
export type DiscountCodeId = Brand<string, 'DiscountCodeId'>;
/** Something given beyond what was paid for. */
export type GiftId = Brand<string, 'GiftId'>;
export type SampleSetId = Brand<string, 'SampleSetId'>;
export type RewardId = Brand<string, 'RewardId'>;
/** A reward that somebody got for points. */
export type RedemptionId = Brand<string, 'RedemptionId'>;
/** What happened to it. */
export type RedemptionEntryId = Brand<string, 'RedemptionEntryId'>;
/** Pieces of a reward that came in or went out. */
export type RewardMovementId = Brand<string, 'RewardMovementId'>;
export type OpportunityId = Brand<string, 'OpportunityId'>;
export type OpportunityStageId = Brand<string, 'OpportunityStageId'>;
/** An entry of the history of an opportunity. */
export type OpportunityEventId = Brand<string, 'OpportunityEventId'>;
export type ArrivalAlertId = Brand<string, 'ArrivalAlertId'>;
export type CustomerBlockId = Brand<string, 'CustomerBlockId'>;
export type AttachmentId = Brand<string, 'AttachmentId'>;
export type ConsentId = Brand<string, 'ConsentId'>;
export type ErasureId = Brand<string, 'ErasureId'>;
export type AcknowledgementId = Brand<string, 'AcknowledgementId'>;
export type AttachmentPairId = Brand<string, 'AttachmentPairId'>;
/** Bytes on their way into the store, named by whoever sends them. */
export type UploadId = Brand<string, 'UploadId'>;
export type CustomerViewId = Brand<string, 'CustomerViewId'>;
export type BulkEditId = Brand<string, 'BulkEditId'>;
/** A file by which points were added and taken. */
export type PointsFileId = Brand<string, 'PointsFileId'>;
export type AppointmentId = Brand<string, 'AppointmentId'>;
export type AppointmentSeriesId = Brand<string, 'AppointmentSeriesId'>;
/** One change of one or several appointments, by which it is taken back. */
export type AppointmentChangeId = Brand<string, 'AppointmentChangeId'>;
export type ResourceId = Brand<string, 'ResourceId'>;
export type WaitlistEntryId = Brand<string, 'WaitlistEntryId'>;
export type QueueEntryId = Brand<string, 'QueueEntryId'>;
export type JobId = Brand<string, 'JobId'>;
/** Stands for a file or folder that a person chose in a native dialog; the path itself never reaches the page. */
export type PathToken = Brand<string, 'PathToken'>;

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text has the stored form of an id. */
export const isId = (text: string): boolean => UUID_PATTERN.test(text);

const makeConstructor =
  <Id extends Brand<string, string>>(kind: string) =>
  (text: string): Id => {
    if (!isId(text)) throw new RangeError(`not a ${kind} id: ${text}`);
    return text as Id;
  };

export const customerId = makeConstructor<CustomerId>('customer');
export const contactMethodId = makeConstructor<ContactMethodId>('contact method');
export const importantDateId = makeConstructor<ImportantDateId>('important date');
export const familyMemberId = makeConstructor<FamilyMemberId>('family member');
export const productId = makeConstructor<ProductId>('product');
export const visitId = makeConstructor<VisitId>('visit');
export const parkedVisitId = makeConstructor<ParkedVisitId>('parked visit');
export const reminderSnoozeId = makeConstructor<ReminderSnoozeId>('reminder snooze');
export const ownSegmentId = makeConstructor<OwnSegmentId>('own segment');
export const reminderRuleId = makeConstructor<ReminderRuleId>('reminder rule');
export const deferredItemId = makeConstructor<DeferredItemId>('deferred item');
export const visitLineId = makeConstructor<VisitLineId>('visit line');
export const pointsEntryId = makeConstructor<PointsEntryId>('points entry');
export const countCardTypeId = makeConstructor<CountCardTypeId>('count card type');
export const countCardId = makeConstructor<CountCardId>('count card');
export const countCardEntryId = makeConstructor<CountCardEntryId>('count card entry');
export const countCardChangeId = makeConstructor<CountCardChangeId>('count card change');
export const storedValueEntryId = makeConstructor<StoredValueEntryId>('stored value entry');
export const creditEntryId = makeConstructor<CreditEntryId>('credit entry');
export const storedValueRuleId = makeConstructor<StoredValueRuleId>('stored value rule');
export const giftPartId = makeConstructor<GiftPartId>('gift part');
export const interactionId = makeConstructor<InteractionId>('interaction');
export const callbackId = makeConstructor<CallbackId>('callback');
export const staffId = makeConstructor<StaffId>('staff');
export const roleId = makeConstructor<RoleId>('role');
export const tagId = makeConstructor<TagId>('tag');
export const tagGroupId = makeConstructor<TagGroupId>('tag group');
export const tagChangeId = makeConstructor<TagChangeId>('tag change');
export const customFieldId = makeConstructor<CustomFieldId>('custom field');
export const customFieldOptionId = makeConstructor<CustomFieldOptionId>('custom field option');
export const handoverId = makeConstructor<HandoverId>('handover');
export const importId = makeConstructor<ImportId>('import');
export const mergeId = makeConstructor<MergeId>('merge');
export const couponTypeId = makeConstructor<CouponTypeId>('coupon type');
export const couponId = makeConstructor<CouponId>('coupon');
export const couponEntryId = makeConstructor<CouponEntryId>('coupon entry');
export const discountCodeId = makeConstructor<DiscountCodeId>('discount code');
export const advocateId = makeConstructor<AdvocateId>('advocate');
export const productTestId = makeConstructor<ProductTestId>('product test');
export const giftId = makeConstructor<GiftId>('gift');
export const keptGoodId = makeConstructor<KeptGoodId>('kept good');
export const keptEntryId = makeConstructor<KeptEntryId>('kept entry');
export const sampleSetId = makeConstructor<SampleSetId>('sample set');
export const rewardId = makeConstructor<RewardId>('reward');
export const redemptionId = makeConstructor<RedemptionId>('redemption');
export const redemptionEntryId = makeConstructor<RedemptionEntryId>('redemption entry');
export const rewardMovementId = makeConstructor<RewardMovementId>('reward movement');
export const thingId = makeConstructor<ThingId>('thing');
export const expiringFactId = makeConstructor<ExpiringFactId>('expiring fact');
export const expiringPeriodId = makeConstructor<ExpiringPeriodId>('expiring period');
export const interestId = makeConstructor<InterestId>('interest');
export const intakeId = makeConstructor<IntakeId>('intake');
export const proposalId = makeConstructor<ProposalId>('proposal');
export const exportId = makeConstructor<ExportId>('export');
export const safetyFactId = makeConstructor<SafetyFactId>('safety fact');
export const patchTestId = makeConstructor<PatchTestId>('patch test');
export const recordTypeId = makeConstructor<RecordTypeId>('record type');
export const serviceRecordId = makeConstructor<ServiceRecordId>('service record');
export const orderId = makeConstructor<OrderId>('order');
export const orderPaymentId = makeConstructor<OrderPaymentId>('order payment');
export const formTemplateId = makeConstructor<FormTemplateId>('form template');
export const signedFormId = makeConstructor<SignedFormId>('signed form');
export const measureId = makeConstructor<MeasureId>('measure');
export const measurementId = makeConstructor<MeasurementId>('measurement');
export const incidentId = makeConstructor<IncidentId>('incident');
export const taskId = makeConstructor<TaskId>('task');
export const taskTemplateId = makeConstructor<TaskTemplateId>('task template');
export const opportunityId = makeConstructor<OpportunityId>('opportunity');
export const opportunityStageId = makeConstructor<OpportunityStageId>('opportunity stage');
export const opportunityEventId = makeConstructor<OpportunityEventId>('opportunity event');
export const arrivalAlertId = makeConstructor<ArrivalAlertId>('arrival alert');
export const customerBlockId = makeConstructor<CustomerBlockId>('customer block');
export const attachmentId = makeConstructor<AttachmentId>('attachment');
export const consentId = makeConstructor<ConsentId>('consent');
export const erasureId = makeConstructor<ErasureId>('erasure');
export const acknowledgementId = makeConstructor<AcknowledgementId>('acknowledgement');
export const attachmentPairId = makeConstructor<AttachmentPairId>('attachment pair');
export const uploadId = makeConstructor<UploadId>('upload');
export const customerViewId = makeConstructor<CustomerViewId>('customer view');
export const bulkEditId = makeConstructor<BulkEditId>('bulk edit');
export const pointsFileId = makeConstructor<PointsFileId>('points file');
export const appointmentId = makeConstructor<AppointmentId>('appointment');
export const appointmentSeriesId = makeConstructor<AppointmentSeriesId>('appointment series');
export const appointmentChangeId = makeConstructor<AppointmentChangeId>('appointment change');
export const resourceId = makeConstructor<ResourceId>('resource');
export const waitlistEntryId = makeConstructor<WaitlistEntryId>('waitlist entry');
export const queueEntryId = makeConstructor<QueueEntryId>('queue entry');
export const commissionRuleId = makeConstructor<CommissionRuleId>('commission rule');
export const earningRuleId = makeConstructor<EarningRuleId>('earning rule');
export const referralEventId = makeConstructor<ReferralEventId>('referral event');
export const referralRewardId = makeConstructor<ReferralRewardId>('referral reward');
export const tierId = makeConstructor<TierId>('tier');
export const tierEventId = makeConstructor<TierEventId>('tier event');
export const growthEntryId = makeConstructor<GrowthEntryId>('growth entry');
export const bonusId = makeConstructor<BonusId>('bonus');
export const valueCardTypeId = makeConstructor<ValueCardTypeId>('kind of card with money');
export const valueCardId = makeConstructor<ValueCardId>('card with money');
export const valueCardEntryId = makeConstructor<ValueCardEntryId>('entry of a card with money');
export const stampCardId = makeConstructor<StampCardId>('stamp card');
export const pendingPointsId = makeConstructor<PendingPointsId>('pending points');
export const stampEntryId = makeConstructor<StampEntryId>('stamp entry');
export const membershipPlanId = makeConstructor<MembershipPlanId>('membership plan');
export const membershipTermId = makeConstructor<MembershipTermId>('membership term');
export const membershipEntryId = makeConstructor<MembershipEntryId>('membership entry');
export const jobId = makeConstructor<JobId>('job');
export const pathToken = makeConstructor<PathToken>('path token');
export const spendingProofId = makeConstructor<SpendingProofId>('spending proof');
export const spendingPinId = makeConstructor<SpendingPinId>('spending PIN');
export const memberCardEventId = makeConstructor<MemberCardEventId>('event of a card');
export const memberCardBatchId = makeConstructor<MemberCardBatchId>('batch of cards');
export const sharerId = makeConstructor<SharerId>('sharer');
export const storedValueTransferId = makeConstructor<StoredValueTransferId>('transfer of stored value');
