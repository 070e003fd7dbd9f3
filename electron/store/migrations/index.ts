import { firstSchema } from './0001-first-schema.ts';
import { cardSchema } from './0020-card.ts';
import { tagsAndCustomFields } from './0030-tags.ts';
import { thingsAndInterests } from './0040-things-and-interests.ts';
import { safetyAndAttachments } from './0050-safety-and-attachments.ts';
import { mergesSchema } from './0060-merges.ts';
import { imports } from './0070-imports.ts';
import { listsSchema } from './0080-lists.ts';
import { careSchema } from './0090-care.ts';
import { exportsSchema } from './0095-exports.ts';
import { importFacts } from './0100-import-facts.ts';
import { inactiveSchema } from './0110-inactive.ts';
import { careDueSchema } from './0120-care-due.ts';
import { staffSchema } from './0130-staff.ts';
import { auditSchema } from './0140-audit.ts';
import { privacySchema } from './0150-privacy.ts';
import { privateSchema } from './0160-private.ts';
import { backupsSchema } from './0170-backups.ts';
import { tagChangesSchema } from './0180-tag-changes.ts';
import { safetyChecks } from './0190-safety-checks.ts';
import { consentFilterSchema } from './0200-consent-filter.ts';
import { importStateSchema } from './0220-import-state.ts';
import { salesSchema } from './0300-sales.ts';
import { ordersSchema } from './0310-orders.ts';
import { serviceRecordsSchema } from './0320-service-records.ts';
import { signedFormsSchema } from './0322-signed-forms.ts';
import { appointmentsSchema } from './0330-appointments.ts';
import { measurementsSchema } from './0340-measurements.ts';
import { tasksSchema } from './0345-tasks.ts';
import { recordedDraftsSchema } from './0355-recorded-drafts.ts';
import { opportunitiesSchema } from './0360-opportunities.ts';
import { keptDepositsSchema } from './0362-kept-deposits.ts';
import { pointsSchema } from './0400-points.ts';
import { taskTemplatesSchema } from './0410-task-templates.ts';
import { earningRulesSchema } from './0420-earning-rules.ts';
import { tiersSchema } from './0425-tiers.ts';
import { storedValueSchema } from './0430-stored-value.ts';
import { countCardsSchema } from './0440-count-cards.ts';
import { couponsSchema } from './0450-coupons.ts';
import { couponFiguresSchema } from './0455-coupon-figures.ts';
import { referralsSchema } from './0460-referrals.ts';
import { referralRewardsSchema } from './0461-referral-rewards.ts';
import { rewardsSchema } from './0465-rewards.ts';
import { giftsSchema } from './0466-gifts.ts';
import { creditSchema } from './0470-credit.ts';
import { spendingPinsSchema } from './0480-spending-pins.ts';
import { memberCardsSchema } from './0482-member-cards.ts';
import { storedValueTransfersSchema } from './0484-stored-value-transfers.ts';
import { bonusesSchema } from './0490-bonuses.ts';
import { growthSchema } from './0492-growth.ts';
import { unusualPointsSchema } from './0495-unusual-points.ts';
import { pointsConversionsSchema } from './0496-points-conversions.ts';
import { commissionsSchema } from './0500-commissions.ts';
import { referralCodesSchema } from './0501-referral-codes.ts';
import { advocatesSchema } from './0502-advocates.ts';
import { sampleSetsSchema } from './0503-sample-sets.ts';
import { keptGoodsSchema } from './0504-kept-goods.ts';
import { giftPartsSchema } from './0505-gift-parts.ts';
import { spendingProofsSchema } from './0506-spending-proofs.ts';
import { stampsSchema } from './0507-stamps.ts';
import { pendingPointsSchema } from './0508-pending-points.ts';
import { cardTransfersSchema } from './0510-card-transfers.ts';
import { valueCardsSchema } from './0520-value-cards.ts';
import { sharersSchema } from './0530-sharers.ts';
import { membershipsSchema } from './0540-memberships.ts';
import { pointsFilesSchema } from './0550-points-files.ts';
import { ownSegmentsSchema } from './0590-own-segments.ts';
import { reminderRulesSchema } from './0630-reminder-rules.ts';
import { reminderSnoozesSchema } from './0580-reminder-snoozes.ts';
import { classChangesSchema } from './0595-class-changes.ts';
import { sharedEarningsSchema } from './0555-shared-earnings.ts';

export interface Migration {
  /** The user_version this step leads to. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every step, in order; the version of a store is the last one done. A new step is numbered behind all others: a store that is past it never gets it. */
export const migrations: readonly Migration[] = [
  { version: 10, name: 'first schema', sql: firstSchema },
  { version: 20, name: 'card', sql: cardSchema },
  { version: 30, name: 'tags and custom fields', sql: tagsAndCustomFields },
  { version: 40, name: 'things and interests', sql: thingsAndInterests },
  { version: 50, name: 'safety notes, arrival alerts, photos and files', sql: safetyAndAttachments },
  { version: 60, name: 'merges', sql: mergesSchema },
  { version: 70, name: 'imports', sql: imports },
  { version: 80, name: 'lists', sql: listsSchema },
  { version: 90, name: 'data care', sql: careSchema },
  { version: 95, name: 'exports', sql: exportsSchema },
  { version: 100, name: 'facts an import brings', sql: importFacts },
  { version: 110, name: 'inactive customers', sql: inactiveSchema },
  { version: 120, name: 'data care by what changed', sql: careDueSchema },
  { version: 130, name: 'roles and PINs', sql: staffSchema },
  { version: 140, name: 'audit log', sql: auditSchema },
  { version: 150, name: 'privacy', sql: privacySchema },
  { version: 160, name: 'private groups of fields', sql: privateSchema },
  { version: 170, name: 'places of backups and what became of each', sql: backupsSchema },
  { version: 180, name: 'tags that gave way', sql: tagChangesSchema },
  { version: 190, name: 'checks of the whole store, and of the clock', sql: safetyChecks },
  { version: 200, name: 'lists by consent', sql: consentFilterSchema },
  { version: 220, name: 'how far an import has come', sql: importStateSchema },
  { version: 300, name: 'sales', sql: salesSchema },
  { version: 310, name: 'orders', sql: ordersSchema },
  { version: 320, name: 'service records', sql: serviceRecordsSchema },
  { version: 322, name: 'forms to be signed', sql: signedFormsSchema },
  { version: 330, name: 'the diary', sql: appointmentsSchema },
  { version: 340, name: 'measurements and incidents', sql: measurementsSchema },
  { version: 345, name: 'tasks', sql: tasksSchema },
  { version: 355, name: 'parked visits that were written down', sql: recordedDraftsSchema },
  { version: 360, name: 'opportunities', sql: opportunitiesSchema },
  { version: 362, name: 'kept deposits', sql: keptDepositsSchema },
  { version: 400, name: 'points that lapse and pay', sql: pointsSchema },
  { version: 410, name: 'templates of tasks', sql: taskTemplatesSchema },
  { version: 420, name: 'rules of earning', sql: earningRulesSchema },
  { version: 425, name: 'tiers', sql: tiersSchema },
  { version: 430, name: 'stored value', sql: storedValueSchema },
  { version: 440, name: 'count cards', sql: countCardsSchema },
  { version: 450, name: 'coupons', sql: couponsSchema },
  { version: 455, name: 'figures of coupons', sql: couponFiguresSchema },
  { version: 460, name: 'referrals', sql: referralsSchema },
  { version: 461, name: 'rewards of referrals', sql: referralRewardsSchema },
  { version: 465, name: 'rewards', sql: rewardsSchema },
  { version: 466, name: 'gifts', sql: giftsSchema },
  { version: 470, name: 'on account', sql: creditSchema },
  { version: 480, name: 'spending PINs', sql: spendingPinsSchema },
  { version: 482, name: 'cards by number', sql: memberCardsSchema },
  { version: 484, name: 'stored value that changes hands', sql: storedValueTransfersSchema },
  { version: 490, name: 'bonuses', sql: bonusesSchema },
  { version: 492, name: 'growth', sql: growthSchema },
  { version: 495, name: 'unusual points', sql: unusualPointsSchema },
  { version: 496, name: 'points to stored value', sql: pointsConversionsSchema },
  { version: 500, name: 'commissions', sql: commissionsSchema },
  { version: 501, name: 'codes of referrals', sql: referralCodesSchema },
  { version: 502, name: 'advocates and testers', sql: advocatesSchema },
  { version: 503, name: 'sets of samples', sql: sampleSetsSchema },
  { version: 504, name: 'kept goods', sql: keptGoodsSchema },
  { version: 505, name: 'gifts in parts', sql: giftPartsSchema },
  { version: 506, name: 'proofs away from a visit', sql: spendingProofsSchema },
  { version: 507, name: 'stamps', sql: stampsSchema },
  { version: 508, name: 'pending points', sql: pendingPointsSchema },
  { version: 510, name: 'cards and coupons that change hands', sql: cardTransfersSchema },
  { version: 520, name: 'value-cards', sql: valueCardsSchema },
  { version: 530, name: 'sharers', sql: sharersSchema },
  { version: 540, name: 'paid memberships', sql: membershipsSchema },
  { version: 550, name: 'points by file', sql: pointsFilesSchema },
  { version: 555, name: 'points of shared purses', sql: sharedEarningsSchema },
  { version: 580, name: 'snoozed reasons', sql: reminderSnoozesSchema },
  { version: 590, name: 'own segments', sql: ownSegmentsSchema },
  { version: 595, name: 'what everybody was', sql: classChangesSchema },
  { version: 630, name: 'own reminder rules', sql: reminderRulesSchema },
];

/** The version this program writes and the newest it opens. */
export const latestVersion: number = migrations.at(-1)?.version ?? 0;
