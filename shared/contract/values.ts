import { z } from 'zod';
import { codeText } from './masking.ts';
import { MAX_CENTS, MAX_POINTS, MAX_QUANTITY, cents, points, quantity } from '../types/amounts.ts';
import {
  acknowledgementId,
  appointmentChangeId,
  appointmentId,
  appointmentSeriesId,
  arrivalAlertId,
  attachmentId,
  attachmentPairId,
  bulkEditId,
  pointsFileId,
  callbackId,
  consentId,
  couponId,
  couponTypeId,
  contactMethodId,
  countCardChangeId,
  countCardEntryId,
  countCardId,
  countCardTypeId,
  customFieldId,
  customFieldOptionId,
  customerBlockId,
  customerId,
  expiringFactId,
  expiringPeriodId,
  erasureId,
  exportId,
  customerViewId,
  deferredItemId,
  ownSegmentId,
  reminderRuleId,
  reminderSnoozeId,
  discountCodeId,
  familyMemberId,
  keptGoodId,
  keptEntryId,
  advocateId,
  giftId,
  productTestId,
  handoverId,
  importId,
  incidentId,
  importantDateId,
  intakeId,
  interactionId,
  interestId,
  jobId,
  measureId,
  memberCardBatchId,
  memberCardEventId,
  sharerId,
  measurementId,
  mergeId,
  opportunityEventId,
  opportunityId,
  opportunityStageId,
  orderId,
  orderPaymentId,
  parkedVisitId,
  patchTestId,
  pathToken,
  pointsEntryId,
  creditEntryId,
  storedValueEntryId,
  storedValueRuleId,
  productId,
  proposalId,
  queueEntryId,
  resourceId,
  formTemplateId,
  recordTypeId,
  safetyFactId,
  serviceRecordId,
  signedFormId,
  redemptionId,
  sampleSetId,
  rewardId,
  rewardMovementId,
  roleId,
  staffId,
  tagChangeId,
  tagGroupId,
  tagId,
  taskId,
  taskTemplateId,
  commissionRuleId,
  earningRuleId,
  tierEventId,
  bonusId,
  membershipEntryId,
  membershipPlanId,
  membershipTermId,
  stampCardId,
  valueCardEntryId,
  valueCardId,
  valueCardTypeId,
  stampEntryId,
  tierId,
  thingId,
  uploadId,
  visitId,
  visitLineId,
  waitlistEntryId,
} from '../types/ids.ts';
import { MAX_INSTANT, instant, isLocalDate, localDate } from '../types/time.ts';

// The values every area shares. Each brand is made by its one constructor after the plain shape was checked.

const idText = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const customerIdSchema = idText.transform(customerId);
export const contactMethodIdSchema = idText.transform(contactMethodId);
export const importantDateIdSchema = idText.transform(importantDateId);
export const familyMemberIdSchema = idText.transform(familyMemberId);
export const productIdSchema = idText.transform(productId);
export const visitIdSchema = idText.transform(visitId);
export const parkedVisitIdSchema = idText.transform(parkedVisitId);
export const reminderSnoozeIdSchema = idText.transform(reminderSnoozeId);
export const ownSegmentIdSchema = idText.transform(ownSegmentId);
export const reminderRuleIdSchema = idText.transform(reminderRuleId);
export const deferredItemIdSchema = idText.transform(deferredItemId);
export const visitLineIdSchema = idText.transform(visitLineId);
export const pointsEntryIdSchema = idText.transform(pointsEntryId);
export const countCardTypeIdSchema = idText.transform(countCardTypeId);
export const countCardIdSchema = idText.transform(countCardId);
export const countCardEntryIdSchema = idText.transform(countCardEntryId);
export const countCardChangeIdSchema = idText.transform(countCardChangeId);
export const storedValueEntryIdSchema = idText.transform(storedValueEntryId);
export const creditEntryIdSchema = idText.transform(creditEntryId);
export const storedValueRuleIdSchema = idText.transform(storedValueRuleId);
export const interactionIdSchema = idText.transform(interactionId);
export const callbackIdSchema = idText.transform(callbackId);
export const staffIdSchema = idText.transform(staffId);
export const roleIdSchema = idText.transform(roleId);
export const tagIdSchema = idText.transform(tagId);
export const tagGroupIdSchema = idText.transform(tagGroupId);
export const tagChangeIdSchema = idText.transform(tagChangeId);
export const customFieldIdSchema = idText.transform(customFieldId);
export const customFieldOptionIdSchema = idText.transform(customFieldOptionId);
export const importIdSchema = idText.transform(importId);
export const handoverIdSchema = idText.transform(handoverId);
export const thingIdSchema = idText.transform(thingId);
export const expiringFactIdSchema = idText.transform(expiringFactId);
export const expiringPeriodIdSchema = idText.transform(expiringPeriodId);
export const interestIdSchema = idText.transform(interestId);
export const mergeIdSchema = idText.transform(mergeId);
export const intakeIdSchema = idText.transform(intakeId);
export const proposalIdSchema = idText.transform(proposalId);
export const exportIdSchema = idText.transform(exportId);
export const safetyFactIdSchema = idText.transform(safetyFactId);
export const patchTestIdSchema = idText.transform(patchTestId);
export const recordTypeIdSchema = idText.transform(recordTypeId);
export const serviceRecordIdSchema = idText.transform(serviceRecordId);
export const orderIdSchema = idText.transform(orderId);
export const orderPaymentIdSchema = idText.transform(orderPaymentId);
export const formTemplateIdSchema = idText.transform(formTemplateId);
export const sharerIdSchema = idText.transform(sharerId);
export const memberCardEventIdSchema = idText.transform(memberCardEventId);
export const memberCardBatchIdSchema = idText.transform(memberCardBatchId);
export const signedFormIdSchema = idText.transform(signedFormId);
export const measureIdSchema = idText.transform(measureId);
export const measurementIdSchema = idText.transform(measurementId);
export const incidentIdSchema = idText.transform(incidentId);
export const taskIdSchema = idText.transform(taskId);
export const commissionRuleIdSchema = idText.transform(commissionRuleId);
export const earningRuleIdSchema = idText.transform(earningRuleId);
export const tierIdSchema = idText.transform(tierId);
export const bonusIdSchema = idText.transform(bonusId);
export const membershipPlanIdSchema = idText.transform(membershipPlanId);
export const membershipTermIdSchema = idText.transform(membershipTermId);
export const membershipEntryIdSchema = idText.transform(membershipEntryId);
export const valueCardTypeIdSchema = idText.transform(valueCardTypeId);
export const valueCardIdSchema = idText.transform(valueCardId);
export const valueCardEntryIdSchema = idText.transform(valueCardEntryId);
export const stampCardIdSchema = idText.transform(stampCardId);
export const stampEntryIdSchema = idText.transform(stampEntryId);
export const tierEventIdSchema = idText.transform(tierEventId);
export const taskTemplateIdSchema = idText.transform(taskTemplateId);
export const opportunityIdSchema = idText.transform(opportunityId);
export const opportunityStageIdSchema = idText.transform(opportunityStageId);
export const opportunityEventIdSchema = idText.transform(opportunityEventId);
export const arrivalAlertIdSchema = idText.transform(arrivalAlertId);
export const customerBlockIdSchema = idText.transform(customerBlockId);
export const attachmentIdSchema = idText.transform(attachmentId);
export const consentIdSchema = idText.transform(consentId);
export const erasureIdSchema = idText.transform(erasureId);
export const acknowledgementIdSchema = idText.transform(acknowledgementId);
export const attachmentPairIdSchema = idText.transform(attachmentPairId);
export const uploadIdSchema = idText.transform(uploadId);
export const customerViewIdSchema = idText.transform(customerViewId);
export const bulkEditIdSchema = idText.transform(bulkEditId);
export const pointsFileIdSchema = idText.transform(pointsFileId);
export const appointmentIdSchema = idText.transform(appointmentId);
export const appointmentSeriesIdSchema = idText.transform(appointmentSeriesId);
export const appointmentChangeIdSchema = idText.transform(appointmentChangeId);
export const resourceIdSchema = idText.transform(resourceId);
export const waitlistEntryIdSchema = idText.transform(waitlistEntryId);
export const queueEntryIdSchema = idText.transform(queueEntryId);
export const couponTypeIdSchema = idText.transform(couponTypeId);
export const couponIdSchema = idText.transform(couponId);
export const discountCodeIdSchema = idText.transform(discountCodeId);
export const advocateIdSchema = idText.transform(advocateId);
export const productTestIdSchema = idText.transform(productTestId);
export const giftIdSchema = idText.transform(giftId);
export const keptGoodIdSchema = idText.transform(keptGoodId);
export const keptEntryIdSchema = idText.transform(keptEntryId);
export const sampleSetIdSchema = idText.transform(sampleSetId);
export const rewardIdSchema = idText.transform(rewardId);
export const redemptionIdSchema = idText.transform(redemptionId);
export const rewardMovementIdSchema = idText.transform(rewardMovementId);
export const jobIdSchema = idText.transform(jobId);
export const pathTokenSchema = idText.transform(pathToken);

/** A customer's number or card as it is shown. */
export const customerNumberSchema = codeText(z.string());
export const cardNumberSchema = codeText(z.string());

export const genderSchema = z.enum(['female', 'male', 'unknown']);
export const customerStatusSchema = z.enum(['prospect', 'customer', 'lost']);

/** Money that may be negative: sums, differences, balances. */
export const signedCentsSchema = z.int().transform(cents);
/** Money a person types: 0 to 100 million. */
export const centsSchema = z.int().min(0).max(MAX_CENTS).transform(cents);
/** Points that may be negative. */
export const signedPointsSchema = z.int().min(-MAX_POINTS).max(MAX_POINTS).transform(points);
/** Sums of the points of many. */
export const pointsSumSchema = z.int().transform(points);
/** Points a person types: at least one. */
export const positivePointsSchema = z.int().min(1).max(MAX_POINTS).transform(points);
/** Thousandths of a unit a person types: more than nothing. */
export const quantitySchema = z.int().min(1).max(MAX_QUANTITY).transform(quantity);
/** Sums of quantities, in thousandths. */
export const quantitySumSchema = z.int().transform(quantity);

export const localDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isLocalDate, { error: 'no_such_day' })
  .transform(localDate);
export const instantSchema = z.int().min(0).max(MAX_INSTANT).transform(instant);

/** One line of text, trimmed, 1 to `longest` characters. */
export const lineSchema = (longest: number) => z.string().trim().min(1).max(longest);
/** A note of several lines, trimmed; empty means none. */
export const noteSchema = z.string().trim().max(2000);

export const countSchema = z.int().min(0);
export const emptySchema = z.strictObject({});

/** How people talk with each other. */
export const channelSchema = z.enum(['phone', 'wechat', 'sms', 'email', 'in_store', 'social', 'other']);

/** Every list is paged; never more than 200 rows over the bridge. */
export const pageFields = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(100),
};
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ total: countSchema, rows: z.array(row) });

/** Long work carries the caller's own job id, by which progress is told and the job can be cancelled. */
export const jobFields = { jobId: jobIdSchema.optional() };

/** A yearly date that may be solar or lunar and may lack its year, or its day (R011, DOMAIN "Birthdays"). */
export const partialDateSchema = z
  .strictObject({
    calendar: z.enum(['solar', 'lunar']),
    year: z.int().min(1900).max(2200).nullable().default(null),
    month: z.int().min(1).max(12).nullable().default(null),
    day: z.int().min(1).max(31).nullable().default(null),
    isLeapMonth: z.boolean().default(false),
  })
  .refine((date) => date.year !== null || date.month !== null, { error: 'date_empty' })
  .refine((date) => date.day === null || date.month !== null, { error: 'day_without_month', path: ['day'] })
  .refine((date) => date.calendar === 'solar' || date.day === null || date.day <= 30, { error: 'no_such_day', path: ['day'] })
  .refine((date) => date.calendar === 'lunar' || !date.isLeapMonth, { error: 'leap_needs_lunar', path: ['isLeapMonth'] })
  .refine(
    (date) =>
      date.calendar === 'lunar' ||
      date.month === null ||
      date.day === null ||
      date.day <= new Date(Date.UTC(date.year ?? 2000, date.month, 0)).getUTCDate(),
    { error: 'no_such_day', path: ['day'] },
  );
