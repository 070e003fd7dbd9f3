import { describe, expect, test } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import { fieldVerificationQueries } from '../../electron/store/fieldVerifications.ts';
import { handoverQueries } from '../../electron/store/handovers.ts';
import { loyaltyQueries } from '../../electron/store/loyalty.ts';
import { creditQueries } from '../../electron/store/credit.ts';
import { creditDebtQueries, debtorPageSql } from '../../electron/store/creditDebts.ts';
import { storedValueQueries } from '../../electron/store/storedValue.ts';
import { storedOwedQueries } from '../../electron/store/storedValueOwed.ts';
import { loyaltyScoreQueries } from '../../electron/store/loyaltyScore.ts';
import { cardTransferQueries } from '../../electron/store/countCardTransfers.ts';
import { couponTransferQueries } from '../../electron/store/couponTransfers.ts';
import { storedTransferQueries } from '../../electron/store/storedValueTransfers.ts';
import { sharedEarningQueries } from '../../electron/store/sharedEarnings.ts';
import { sharerQueries } from '../../electron/store/sharers.ts';
import { memberCardQueries } from '../../electron/store/memberCards.ts';
import { storedBalanceQueries } from '../../electron/store/storedValueBalances.ts';
import { referralQueries } from '../../electron/store/referrals.ts';
import { referralCodeQueries } from '../../electron/store/referralCodes.ts';
import { stampCardQueries } from '../../electron/store/stampCards.ts';
import { pointsConversionQueries } from '../../electron/store/pointsConversions.ts';
import { pointsFileQueries } from '../../electron/store/pointsFiles.ts';
import { pointsFileRowQueries } from '../../electron/store/pointsFileRows.ts';
import { pendingPointsQueries } from '../../electron/store/pendingPoints.ts';
import { membershipGrantQueries } from '../../electron/store/membershipGrants.ts';
import { membershipListQueries } from '../../electron/store/membershipList.ts';
import { membershipPlanQueries } from '../../electron/store/membershipPlans.ts';
import { membershipQueries } from '../../electron/store/memberships.ts';
import { valueCardEntryQueries } from '../../electron/store/valueCardEntries.ts';
import { valueCardQueries } from '../../electron/store/valueCards.ts';
import { valueCardTypeQueries } from '../../electron/store/valueCardTypes.ts';
import { stampQueries } from '../../electron/store/stamps.ts';
import { referralConversionQueries } from '../../electron/store/referralConversion.ts';
import { advocateQueries } from '../../electron/store/advocates.ts';
import { referralRewardQueries } from '../../electron/store/referralRewards.ts';
import { relationshipQueries } from '../../electron/store/relationships.ts';
import { couponQueries } from '../../electron/store/coupons.ts';
import { giftQueries } from '../../electron/store/gifts.ts';
import { giftPartQueries, giftPartsOwedSql } from '../../electron/store/giftParts.ts';
import { keptGoodsQueries, keptInShopSql } from '../../electron/store/keptGoods.ts';
import { redemptionQueries } from '../../electron/store/redemptions.ts';
import { rewardQueries } from '../../electron/store/rewards.ts';
import { rewardStockQueries } from '../../electron/store/rewardStock.ts';
import { discountCodeQueries } from '../../electron/store/discountCodes.ts';
import { summaryQueries } from '../../electron/store/summaries.ts';
import { timelineQueries } from '../../electron/store/timeline.ts';
import { arrivalAlertQueries } from '../../electron/store/arrivalAlerts.ts';
import { attachmentQueries } from '../../electron/store/attachments.ts';
import { blobQueries } from '../../electron/store/attachmentBlobs.ts';
import { customerBlockQueries } from '../../electron/store/customerBlocks.ts';
import { safetyQueries } from '../../electron/store/safety.ts';
import { deferralQueries } from '../../electron/store/deferrals.ts';
import { visitListQueries } from '../../electron/store/visitLists.ts';
import { countCardQueries } from '../../electron/store/countCards.ts';
import { openCardQueries } from '../../electron/store/openCards.ts';
import { lapsingQueries } from '../../electron/store/lapsingPoints.ts';
import { couponFigureQueries } from '../../electron/store/couponFigures.ts';
import { unusualPointsQueries } from '../../electron/store/unusualPoints.ts';
import { couponGrantQueries } from '../../electron/store/couponGrants.ts';
import { customerTierQueries } from '../../electron/store/customerTiers.ts';
import { commissionQueries } from '../../electron/store/commissions.ts';
import { ownSegmentQueries } from '../../electron/store/ownSegments.ts';
import { earningRuleQueries } from '../../electron/store/earningRules.ts';
import { spendingProofQueries } from '../../electron/store/spendingPins.ts';
import { bonusQueries } from '../../electron/store/bonuses.ts';
import { growthQueries } from '../../electron/store/growth.ts';
import { tierNameQueries } from '../../electron/store/tierNames.ts';
import { tierQueries } from '../../electron/store/tiers.ts';
import { pointsOwedQueries } from '../../electron/store/pointsOwed.ts';
import { visitPaymentQueries } from '../../electron/store/visitPayments.ts';
import { visitReturnQueries } from '../../electron/store/visitReturns.ts';
import { visitWarningsQuery } from '../../electron/store/visitWarnings.ts';
import { latestLinesSql } from '../../electron/store/usualItems.ts';
import { openTestStore } from '../helpers/store.ts';

const values = {
  couponId: '1',
  customerId: '',
  customerIds: '[]',
  visitId: '',
  entryId: '',
  rewardId: '',
  owner: '',
  redemptionId: '',
  pointsEntryId: '',
  visitIds: '[]',
  ids: '[]',
  today: '',
  on: '',
  sha256: '',
  from: 0,
  length: 1,
  isInBin: 0,
  at: 0,
  id: '',
  limit: 1,
  offset: 0,
  count: 0,
  day: '',
  text: '',
  includeClosed: 0,
  until: '',
  staffId: '',
  cardId: '',
  cardNo: '',
  otherId: '',
  recent: '',
  year: '',
  cardTypeId: '',
  except: null,
  eventId: '',
  earnId: '',
  typeId: '',
  times: 5,
  occasion: '',
  changeId: '',
  kind: '',
  withEnded: 0,
  days: 120,
  code: '',
  after: '',
  to: '',
  method: '',
  keptId: '',
  topUpId: '',
  termId: '',
  fileId: '',
  before: 0,
};
const planOf = (text: string): string[] => {
  const store = openTestStore();
  try {
    return plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${text}`, values).map((row) => row.detail);
  } finally {
    store.close();
  }
};

/** Reading a list handed in, rows already narrowed down, or the index of the few in the bin is no walk through a table. */
const HARMLESS_SCAN = /^SCAN (json_each|newest|latest|few|customers USING COVERING INDEX customers_removed)\b/;

describe('the cost of the front desk does not grow with the shop (P5, P13)', () => {
  test.each(
    Object.entries({
      ...summaryQueries,
      ...loyaltyQueries,
      ...countCardQueries,
      ...Object.fromEntries(Object.entries(storedValueQueries).map(([name, text]) => [`stored value: ${name}`, text])),
      ...Object.fromEntries(Object.entries(loyaltyScoreQueries).map(([name, text]) => [`loyalty score: ${name}`, text])),
      ...Object.fromEntries(Object.entries(cardTransferQueries).map(([name, text]) => [`card transfers: ${name}`, text])),
      ...Object.fromEntries(Object.entries(couponTransferQueries).map(([name, text]) => [`coupon transfers: ${name}`, text])),
      ...Object.fromEntries(Object.entries(storedTransferQueries).map(([name, text]) => [`stored transfers: ${name}`, text])),
      ...Object.fromEntries(Object.entries(sharerQueries).map(([name, text]) => [`sharers: ${name}`, text])),
      'shared earnings: of a visit': sharedEarningQueries.ofVisit,
      ...Object.fromEntries(Object.entries(memberCardQueries).map(([name, text]) => [`member cards: ${name}`, text])),
      ...Object.fromEntries(Object.entries(storedBalanceQueries).map(([name, text]) => [`stored balances: ${name}`, text])),
      ...Object.fromEntries(Object.entries(creditQueries).map(([name, text]) => [`credit: ${name}`, text])),
      ...Object.fromEntries(Object.entries(creditDebtQueries).map(([name, text]) => [`debts: ${name}`, text])),
      ...timelineQueries,
      ...couponQueries,
      ...referralQueries,
      ...Object.fromEntries(Object.entries(advocateQueries).map(([name, text]) => [`advocates: ${name}`, text])),
      ...referralCodeQueries,
      ...referralRewardQueries,
      ...stampQueries,
      ...membershipQueries,
      ...membershipGrantQueries,
      ...membershipListQueries,
      ...membershipPlanQueries,
      ...pendingPointsQueries,
      ...pointsConversionQueries,
      pointsFile: pointsFileQueries.byId,
      standingPointsFile: pointsFileQueries.standing,
      ...Object.fromEntries(
        Object.entries(pointsFileRowQueries).map(([name, text]) => [`rows of files of points: ${name}`, text]),
      ),
      ...stampCardQueries,
      ...valueCardQueries,
      ...valueCardEntryQueries,
      ...valueCardTypeQueries,
      ...referralConversionQueries,
      ...relationshipQueries,
      ...rewardQueries,
      ...rewardStockQueries,
      ...redemptionQueries,
      ...giftQueries,
      ...Object.fromEntries(Object.entries(giftPartQueries).map(([name, text]) => [`parts of gifts: ${name}`, text])),
      ...Object.fromEntries(Object.entries(keptGoodsQueries).map(([name, text]) => [`kept goods: ${name}`, text])),
      ...discountCodeQueries,
      latestLines: latestLinesSql,
      handovers: handoverQueries.timeline,
      unreadHandover: handoverQueries.unread,
      fieldVerifications: fieldVerificationQueries.ofCustomer,
    }),
  )('%s walks through no table', (_name, text) => {
    const plan = planOf(text);
    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((step) => step.startsWith('SCAN') && !HARMLESS_SCAN.test(step))).toEqual([]);
  });

  test.each(Object.entries(summaryQueries))('%s reads its index alone, in its order', (_name, text) => {
    const plan = planOf(text);
    expect(plan[0]).toMatch(/USING COVERING INDEX/);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test.each(
    Object.entries({
      ...arrivalAlertQueries,
      ...attachmentQueries,
      ...blobQueries,
      ...customerBlockQueries,
      ...safetyQueries,
      warnings: visitWarningsQuery,
    }),
  )('%s of safety and attachments walks through no table (X22, X23, X25)', (_name, text) => {
    const plan = planOf(text);
    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((step) => step.startsWith('SCAN') && !HARMLESS_SCAN.test(step))).toEqual([]);
  });

  test.each(
    Object.entries({
      ...visitListQueries,
      ...visitReturnQueries,
      ...visitPaymentQueries,
      ...deferralQueries,
      ...lapsingQueries,
      ...pointsOwedQueries,
      ...storedOwedQueries,
      ...customerTierQueries,
      ...couponGrantQueries,
      ...couponFigureQueries,
      ...Object.fromEntries(Object.entries(unusualPointsQueries).map(([name, text]) => [`unusual points: ${name}`, text])),
      ...earningRuleQueries,
      ...Object.fromEntries(Object.entries(ownSegmentQueries).map(([name, text]) => [`own segments: ${name}`, text])),
      ...Object.fromEntries(Object.entries(commissionQueries).map(([name, text]) => [`commission: ${name}`, text])),
      ...tierQueries,
      ...Object.fromEntries(Object.entries(tierNameQueries).map(([name, text]) => [`names of tiers: ${name}`, text])),
      ...bonusQueries,
      ...spendingProofQueries,
      ...Object.fromEntries(Object.entries(growthQueries).map(([name, text]) => [`growth: ${name}`, text])),
    }),
  )(
    '%s of the day, of returns and payments, of what is put off and what lapses walks through no table (R068, R074, X29, X33)',
    (_name, text) => {
      const plan = planOf(text);
      expect(plan.length).toBeGreaterThan(0);
      expect(plan.filter((step) => step.startsWith('SCAN') && !HARMLESS_SCAN.test(step))).toEqual([]);
    },
  );

  test('what is kept in the shop is read in the order in which it expires', () => {
    expect(planOf(keptInShopSql).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('the rows of a file of points that wait, and those refused, are read in the order of their index (X67)', () => {
    const { planned, standing, refusedRows } = pointsFileRowQueries;
    expect(planOf(planned)[0]).toMatch(/USING INDEX points_file_rows_planned/);
    expect(planOf(refusedRows)[0]).toMatch(/USING INDEX points_file_rows_refused/);
    const sorted = [planned, standing, refusedRows, pointsFileQueries.page].flatMap(planOf);
    expect(sorted.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('what of gifts is still to come is summed from its index', () => {
    expect(planOf(giftPartsOwedSql)[0]).toMatch(/USING COVERING INDEX stored_gift_parts_waiting/);
    expect(planOf(giftPartQueries.due).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('who owes most is read in the order of its index', () => {
    expect(planOf(debtorPageSql).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('who has most stored is read in the order of its index', () => {
    expect(planOf(storedOwedQueries.holdersPage).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
    expect(planOf(storedOwedQueries.cameIn)[0]).toMatch(/USING COVERING INDEX/);
  });

  test.each(Object.entries(openCardQueries))(
    '%s of the cards of all customers walks through no table (R069, P13)',
    (_name, text) => {
      const plan = planOf(text);
      expect(plan.length).toBeGreaterThan(0);
      expect(plan.filter((step) => step.startsWith('SCAN') && !HARMLESS_SCAN.test(step))).toEqual([]);
    },
  );

  test('what the shop owes in uses of cards is summed from one index, and those that lapse soon come in its order', () => {
    expect(planOf(openCardQueries.byAge)[0]).toMatch(/USING COVERING INDEX open_count_cards_by_day/);
    expect(planOf(openCardQueries.page).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  test('a page of a day is sorted by its index', () => {
    expect(planOf(visitListQueries.page).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  const { lines: _lines, ...own } = timelineQueries;
  const pages = { ...own, handovers: handoverQueries.timeline };
  test.each(Object.entries(pages))('a page of %s starts where the last one ended and is sorted by its index', (_name, text) => {
    const plan = planOf(text);
    expect(plan[0]).toMatch(/\(customer_id=\? AND \(at,\w+\)<\(\?,\?\)\)/);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });
});
