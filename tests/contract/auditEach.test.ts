import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import type { Seat } from '../../electron/gate/seat.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import { contract, describeContract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { TRAINING_VERSION } from '../../shared/domain/privacy/training.ts';
import { unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import { localDate } from '../../shared/types/time.ts';
import { tenUses } from '../helpers/countCards.ts';
import { jpegOf } from '../helpers/pictures.ts';
import { workers } from '../helpers/workers.ts';

// Every operation of the contract with a mark for the audit log, each called as a shop would: one entry when it is done, none when it is not.

const OWNER_PIN = '407193';
const OTHER_PIN = '619284';
const STRANGER = '0190ffff-0000-7000-8000-00000000ffff';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a window does by itself is tried in the window's own tests: here is none. */
const marked = describeContract().filter(
  // What needs a damaged store or a wrong clock is tried where there is one (tests/faults/rescue).
  ({ name, audit, kind }) =>
    audit !== 'none' && kind !== 'shell' && !name.startsWith('rescue.') && name !== 'settings.confirmClock',
);

const folder = mkdtempSync(join(tmpdir(), 'regulars-audit-each-'));
const stick = join(folder, 'stick');
let gate: Gate;
let desk: Seat;
/** The window's seat once somebody has a PIN; before that every call is the owner's. */
let isSeated = false;

const open = async (): Promise<void> => {
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    today: localDate('2026-11-21'),
    workers,
    log: { warn: () => undefined, error: () => undefined },
  });
  desk = gate.openSeat();
};
const call = (name: string, input: unknown): Promise<Envelope<unknown>> => gate.call(name, input, isSeated ? desk : ownerSession);

type Answer = Readonly<Record<string, unknown>>;
const answerOf = (value: unknown): Answer => (typeof value === 'object' && value !== null ? { ...value } : {});
const ask = async (name: string, input: unknown): Promise<Answer> => answerOf(unwrap(await call(name, input)));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const idFrom = async (name: string, input: unknown, field: string): Promise<string> => text((await ask(name, input))[field]);
const token = (path: string): string => gate.tokens.issue(path).token;

type Entries = OutputOf<'audit.list'>['entries'];
const latest = async (): Promise<Entries> =>
  contract.audit.list.output.parse(unwrap(await gate.call('audit.list', { limit: 200 }, ownerSession))).entries;
const ending = async (): Promise<number> => (await latest())[0]?.sequence ?? 0;
const since = async (sequence: number): Promise<string[]> =>
  (await latest()).filter((entry) => entry.sequence > sequence).map(({ operation, outcome }) => `${operation} ${outcome}`);

const problems: string[] = [];
const called: string[] = [];

/** With ids of nobody in the place of all others: whatever it is, it cannot be done. */
const ofNobody = (input: unknown): unknown =>
  JSON.parse(JSON.stringify(input), (_name, value: unknown) =>
    typeof value === 'string' && UUID.test(value) ? STRANGER : value,
  );

/** Refused as nonsense and refused because it concerns nobody, then done: entries none, none and one. */
const audited = async (name: string, input: unknown, how: 'of somebody' | 'of nobody too' = 'of somebody'): Promise<Answer> => {
  called.push(name);
  const before = await ending();
  // A selection may hold nobody: that is no refusal.
  for (const wrong of [{ nonsense: true }, ...(how === 'of somebody' ? [ofNobody(input)] : [])]) {
    if (JSON.stringify(wrong) === JSON.stringify(input)) continue;
    const refused = await call(name, wrong);
    if (refused.ok) problems.push(`${name} was done with ${JSON.stringify(wrong)}`);
  }
  const untold = await since(before);
  if (untold.length > 0) problems.push(`${name}, refused, has written: ${untold.join(', ')}`);
  const answer = await call(name, input);
  if (!answer.ok) {
    problems.push(`${name} was refused: ${answer.error.code} ${JSON.stringify(answer.error.details)}`);
    return {};
  }
  const told = await since(before + untold.length);
  if (told.length !== 1 || told[0] !== `${name} done`) problems.push(`${name} has written: ${told.join(', ') || 'nothing'}`);
  return answerOf(answer.value);
};

const created = (name: string, more: object = {}): Promise<string> => idFrom('customers.create', { name, ...more }, 'customerId');

beforeAll(async () => {
  mkdirSync(stick);
  await open();
});
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

describe('the audit log has one entry of every marked operation that was done, and none of one that was refused (R192)', () => {
  test('the shop: settings, products, its own fields, tags', async () => {
    await audited('settings.createDemo', { customers: 3 });
    await audited('settings.update', { changes: { profileRewardPoints: 10, profileRewardScore: 0 } });
    const { productId } = await audited('products.create', { name: '龙井', priceCents: 100_00 });
    await audited('products.update', { productId, changes: { priceCents: 120_00 } });
    const { fieldId } = await audited('customFields.create', { name: '鞋码', type: 'text' });
    await audited('customFields.update', { fieldId, changes: { name: '鞋号' } });
    await audited('customFields.remove', { fieldId });
    const { typeId } = await audited('serviceRecords.saveType', { name: '烫发', fields: [{ kind: 'text', label: '药水' }] });
    await audited('serviceRecords.archiveType', { typeId, isArchived: true });
    await audited('serviceRecords.removeType', { typeId });
    const { stageId } = await audited('opportunities.saveStage', { name: '试妆', probability: 70 });
    await audited('opportunities.archiveStage', { stageId, isArchived: true });
    await audited('opportunities.removeStage', { stageId });
    const kind = await audited('countCards.saveType', { ...tenUses, scope: { productIds: [], categories: [] } });
    await audited('countCards.archiveType', { cardTypeId: kind.cardTypeId, isArchived: true });
    await audited('countCards.removeType', { cardTypeId: kind.cardTypeId });
    const steps = [{ title: '打电话', afterDays: 3 }];
    const list = await audited('tasks.saveTemplate', { name: '新客', steps });
    await audited('tasks.archiveTemplate', { templateId: list.templateId, isArchived: true });
    await audited('tasks.removeTemplate', { templateId: list.templateId });
    const gift = { kind: 'amount', cents: 50_00 };
    const { ruleId } = await audited('storedValue.saveRule', { name: '充500送50', fromCents: 500_00, gift });
    await audited('storedValue.archiveRule', { ruleId, isArchived: true });
    await audited('storedValue.removeRule', { ruleId });
    const terms = { kind: 'amount', amountCents: 500 };
    const coupon = await audited('coupons.saveType', { name: '五元券', terms });
    await audited('coupons.archiveType', { typeId: coupon.typeId, isArchived: true });
    await audited('coupons.removeType', { typeId: coupon.typeId });
    const { codeId } = await audited('coupons.saveCode', { code: 'VIP88', terms });
    await audited('coupons.archiveCode', { codeId, isArchived: true });
    await audited('coupons.removeCode', { codeId });
    const cup = await audited('rewards.save', { name: '保温杯', points: 500, stockRule: 'stop' });
    await audited('rewards.archive', { rewardId: cup.rewardId, isArchived: true });
    await audited('rewards.remove', { rewardId: cup.rewardId });
    const { measureId } = await audited('measurements.saveMeasure', { name: '颈围', unit: 'cm' });
    await audited('measurements.archiveMeasure', { measureId, isArchived: true });
    await audited('measurements.removeMeasure', { measureId });
    const { templateId } = await audited('signedForms.saveTemplate', { name: '同意书', text: '我同意。' });
    await audited('signedForms.archiveTemplate', { templateId, isArchived: true });
    await audited('signedForms.removeTemplate', { templateId });
    const groupId = await idFrom('tags.createGroup', { name: '口味' }, 'groupId');
    const tagIds: string[] = [];
    for (const name of ['甜', '很甜', '辣']) tagIds.push(await idFrom('tags.createTag', { groupId, name }, 'tagId'));
    const [tagId, intoId, last] = tagIds;
    const { changeId } = await audited('tags.merge', { tagId, intoId });
    await audited('tags.undoChange', { changeId });
    await audited('tags.removeTag', { tagId: last });
    for (const id of [tagId, intoId]) await ask('tags.removeTag', { tagId: id });
    await audited('tags.removeGroup', { groupId });
    expect(problems).toEqual([]);
  });

  test('visits, points, cards: each way of changing what a customer is owed or who they are', async () => {
    const customerId = await created('王芳', { phone: '13812345678' });
    await audited('customers.reveal', { customerId, reason: 'calling_back' });
    const line = { name: '剪发', quantity: 1000, unitPriceCents: 88_00 };
    const { visitId } = await audited('visits.record', { customerId, lines: [line] });
    await audited('visits.undo', { visitId });
    const sold = await idFrom('visits.record', { customerId, lines: [line] }, 'visitId');
    const [soldLine] = contract.visits.findById.output.parse(await ask('visits.findById', { visitId: sold })).lines;
    await audited('visits.returnLines', {
      visitId: sold,
      lines: [{ lineId: soldLine?.id ?? '', quantity: 1000 }],
      reason: '不满意',
    });
    const walkIn = await idFrom('visits.record', { customerId: null, lines: [line] }, 'visitId');
    await audited('visits.claim', { visitId: walkIn, customerId });
    await audited('visits.unclaim', { visitId: walkIn });
    const { orderId } = await audited('orders.save', { customerId, kind: 'layaway', lines: [line] });
    const { paymentId } = await audited('orders.pay', { orderId, cents: 40_00, method: 'cash' });
    await audited('orders.reversePayment', { orderId, paymentId });
    await ask('orders.pay', { orderId, cents: 88_00, method: 'cash' });
    await audited('orders.collect', { orderId });
    await audited('orders.undoCollect', { orderId });
    await audited('orders.refund', { orderId, cents: 80_00, method: 'cash', reason: '退一些' });
    await audited('orders.cancel', { orderId, reason: '不要了' });
    await audited('orders.reopen', { orderId });
    await audited('orders.remove', { orderId });
    const parkedVisitId = '00000000-0000-7000-8000-00000000000c';
    await ask('parkedVisits.save', {
      parkedVisitId,
      customerId,
      draft: { lines: [], discount: '', discountReason: '', staffId: null, note: '', date: null },
    });
    await audited('parkedVisits.discard', { parkedVisitId });
    const { tierId } = await audited('tiers.save', { name: '金卡', threshold: 100_00 });
    await audited('tiers.setByHand', { customerId, tierId, reason: '老朋友' });
    await audited('tiers.archive', { tierId, isArchived: true });
    const spare = await audited('tiers.save', { name: '钻石', threshold: 900_00 });
    await audited('tiers.remove', { tierId: spare.tierId });
    const reminder = await audited('reminderRules.save', {
      name: '回访',
      base: { kind: 'after_purchase' },
      steps: [30],
      giveUpDays: 7,
    });
    await audited('reminderRules.turn', { ruleId: reminder.ruleId, isOn: false });
    await audited('reminderRules.remove', { ruleId: reminder.ruleId });
    const { ruleId } = await audited('earningRules.save', { name: '双倍', percent: 200 });
    await audited('earningRules.archive', { ruleId, isArchived: true });
    await audited('earningRules.remove', { ruleId });
    const commission = await audited('commissions.save', {
      name: '手工费',
      kind: 'service',
      rate: { kind: 'percent', basisPoints: 1000 },
    });
    await audited('commissions.archive', { ruleId: commission.ruleId, isArchived: true });
    const sample = await audited('rewards.save', { name: '面霜小样', points: null, isSample: true });
    const set = await audited('sampleSets.save', { name: '一套', items: [{ rewardId: sample.rewardId, quantity: 1 }] });
    await audited('sampleSets.archive', { setId: set.setId, isArchived: true });
    await audited('sampleSets.remove', { setId: set.setId });
    await audited('commissions.remove', { ruleId: commission.ruleId });
    await audited('settings.update', { changes: { checkInPoints: 5 } });
    const checked = await audited('loyalty.checkIn', { customerId });
    await audited('loyalty.takeCheckInBack', { bonusId: checked.bonusId });
    await audited('settings.update', { changes: { pointsPerStoredUnit: 10 } });
    const { entryId } = await audited('loyalty.adjust', { customerId, points: 50, reason: '补' });
    await audited('loyalty.redeem', { customerId, points: 20, reason: '换礼' });
    const turned = await audited('loyalty.toStoredValue', { customerId, points: 20 });
    await audited('loyalty.reverse', { entryId: turned.entryId, reason: '不转了' });
    await audited('loyalty.reverse', { entryId, reason: '错了' });
    const kind = { ...tenUses, scope: { productIds: [], categories: [] } };
    const cardTypeId = await idFrom('countCards.saveType', kind, 'cardTypeId');
    const { cardId } = await audited('countCards.issue', { customerId, cardTypeId, reason: '换卡' });
    await audited('countCards.extend', { cardId, days: 3, reason: '停业' });
    await audited('countCards.freeze', { cardId, days: 3, reason: '出差' });
    await audited('countCards.thaw', { cardId, reason: '回来了' });
    const { changeId } = await audited('countCards.extendAll', { cardTypeId, days: 3, reason: '装修' });
    await audited('countCards.takeBackExtension', { changeId, reason: '错了' });
    const toCustomerId = await created('赵敏');
    const gone = await audited('countCards.transfer', { cardId, toCustomerId, uses: 1, reason: '家人' });
    await ask('countCards.reverse', { entryId: gone.entryId, reason: '错了' });
    const voided = await audited('countCards.void', { cardId, reason: '错了' });
    await audited('countCards.reverse', { entryId: voided.entryId, reason: '错了' });
    const purse = { customerId, principalCents: 500_00, giftCents: 50_00 };
    const { entryId: toppedUp } = await audited('storedValue.topUp', { ...purse, method: 'cash' });
    await audited('storedValue.reverse', { entryId: toppedUp, reason: '错了' });
    await audited('storedValue.adjust', { ...purse, reason: '老系统的余额' });
    const other = await created('李强');
    const { entryId: moved } = await audited('storedValue.transfer', {
      ...purse,
      toCustomerId: other,
      giftCents: 0,
      principalCents: 1_00,
      reason: '家人',
    });
    await ask('storedValue.reverse', { entryId: moved, reason: '错了' });
    await audited('storedValue.void', { ...purse, principalCents: 0, giftCents: 10_00, reason: '过期' });
    const batch = { name: '金卡', prefix: 'G', first: '0001', last: '0100', hasCheckDigit: false };
    const share = { customerId, otherId: other, maySpendStored: true, mayUseCards: true };
    const { sharerId } = await audited('sharers.save', share);
    await audited('sharers.end', { sharerId, isEnded: true });
    await audited('sharers.forget', { sharerId });
    const { batchId } = await audited('memberCards.saveBatch', batch);
    await audited('memberCards.removeBatch', { batchId });
    await audited('memberCards.give', { customerId, cardNo: 'G9001' });
    const { eventId } = await audited('memberCards.change', { customerId, kind: 'lost', reason: '丢了' });
    await audited('memberCards.takeBack', { eventId });
    const { changedAt } = await audited('spendingPins.set', { customerId, pin: '407193' });
    await audited('spendingPins.takeBack', { customerId, changedAt });
    await ask('spendingPins.set', { customerId, pin: '407193' });
    await audited('spendingPins.remove', { customerId, currentPin: '407193' });
    await audited('storedValue.refund', { ...purse, principalCents: 100_00, giftCents: 8_00, method: 'cash', reason: '退卡' });
    const made = await idFrom('coupons.saveType', { name: '十元券', terms: { kind: 'amount', amountCents: 1000 } }, 'typeId');
    const { couponId } = await audited('coupons.issue', { customerId, typeId: made, reason: '回馈' });
    const passed = await audited('coupons.transfer', { couponId, toCustomerId, reason: '家人' });
    await ask('coupons.takeBack', { couponIds: [passed.couponId] });
    await audited('coupons.void', { couponId, reason: '错了' });
    await audited('coupons.restore', { couponId });
    await audited('coupons.takeBack', { couponIds: [couponId] });
    const rewardId = await idFrom('rewards.save', { name: '毛巾', points: 1, stockRule: 'stop' }, 'rewardId');
    await audited('rewards.receive', { rewardId, quantity: 5 });
    const { movementId } = await audited('rewards.count', { rewardId, counted: 4 });
    await audited('rewards.takeMovementBack', { movementId });
    await ask('loyalty.adjust', { customerId, points: 60, reason: '换礼用' });
    const { redemptionId } = await audited('rewards.redeem', { customerId, rewardId });
    await audited('rewards.return', { redemptionId, reason: '坏了' });
    await audited('rewards.restore', { redemptionId });
    await audited('rewards.undo', { redemptionId });
    await ask('settings.update', { changes: { isOnAccount: true } });
    const onAccount = { name: '护理', quantity: 1000, unitPriceCents: 300_00 };
    await ask('visits.record', { customerId, lines: [onAccount], payments: [{ method: 'account', cents: 300_00 }] });
    const repaid = await audited('credit.repay', { customerId, cents: 100_00, method: 'cash' });
    await audited('credit.reverse', { entryId: repaid.entryId, reason: '错了' });
    await audited('credit.writeOff', { customerId, cents: 50_00, reason: '收不回来' });
    await audited('credit.setTerms', { customerId, limitCents: 800_00, termDays: null });
    const said = { name: '红酒', isBought: true };
    const kept = await audited('keptGoods.keep', { customerId, ...said, quantity: 6000 });
    const { keptId } = kept;
    await audited('keptGoods.take', { keptId, quantity: 1000 });
    await audited('keptGoods.change', { keptId, ...said, place: '酒柜' });
    const more = await audited('keptGoods.keep', { customerId, ...said, quantity: 1000 });
    await audited('keptGoods.reverse', { entryId: more.entryId, reason: '错了' });
    const { giftId } = await audited('gifts.give', { customerId, reason: '生日', what: '贺卡' });
    await audited('gifts.takeBack', { giftId });
    const perVisit = { leastCents: 0, scope: { productIds: [], categories: [] } };
    const year = { priceCents: 365_00, months: 12, tierId: null, every: 'month', everyDays: null, points: 10 };
    const givesNoCoupon = { couponTypeId: null, coupons: 0 };
    const plan = await audited('memberships.savePlan', { ...year, ...givesNoCoupon, name: '金卡年费' });
    const sparePlan = await audited('memberships.savePlan', { ...year, ...givesNoCoupon, name: '另一种年费' });
    await audited('memberships.removePlan', { planId: sparePlan.planId });
    const paidYear = { customerId, planId: plan.planId, paidCents: 365_00, method: 'cash' };
    const mistaken = await audited('memberships.sell', paidYear);
    await audited('memberships.takeBack', { termId: mistaken.termId });
    const { termId } = await ask('memberships.sell', paidYear);
    await audited('memberships.end', { termId, refundCents: 100_00, method: 'cash', reason: '搬走了' });
    await audited('memberships.goOn', { termId });
    await audited('memberships.archivePlan', { planId: plan.planId, isArchived: true });
    const stampCard = await audited('stamps.saveCard', {
      ...perVisit,
      per: 'visit',
      name: '集点',
      needed: 10,
      points: 50,
      couponTypeId: null,
    });
    const stamped = await audited('stamps.adjust', { customerId, cardId: stampCard.cardId, stamps: 3, reason: '纸卡' });
    await audited('stamps.takeBack', { entryId: stamped.entryId });
    await audited('stamps.archiveCard', { cardId: stampCard.cardId, isArchived: true });
    const spareStamps = await audited('stamps.saveCard', {
      ...perVisit,
      per: 'visit',
      name: '另一张',
      needed: 10,
      points: 50,
      couponTypeId: null,
    });
    await audited('stamps.removeCard', { cardId: spareStamps.cardId });
    const giftKind = { kind: 'gift' as const, scope: { productIds: [], categories: [] }, faces: [], validDays: null };
    const { typeId } = await audited('valueCards.saveType', { ...giftKind, name: '礼品卡' });
    const soldCard = await audited('valueCards.sell', {
      typeId,
      customerId: null,
      faceCents: 10_000,
      paidCents: 10_000,
      method: 'cash',
    });
    const ended = await audited('valueCards.void', { cardId: soldCard.cardId, reason: '丢了' });
    await audited('valueCards.reverse', { entryId: ended.entryId, reason: '找到了' });
    await audited('valueCards.archiveType', { typeId, isArchived: true });
    const spareKind = await audited('valueCards.saveType', { ...giftKind, name: '另一种' });
    await audited('valueCards.removeType', { typeId: spareKind.typeId });
    await ask('customers.update', { customerId, changes: { address: '城南路 1 号' } });
    await audited('care.reward', { customerId, reason: '谢谢' });
    await audited('safety.block', { customerId, reason: '吵闹' });
    await audited('safety.unblock', { customerId });
    const on = '2026-11-20';
    const { consentId } = await audited('privacy.recordConsent', {
      customerId,
      purpose: 'phone',
      state: 'given',
      on,
      way: 'in_person',
    });
    await audited('privacy.undoConsent', { consentId });
    const slot = { on: '2026-11-25', startMinute: 600, lengthMinutes: 60 };
    const { appointmentIds } = contract.appointments.book.output.parse(await ask('appointments.book', { customerId, ...slot }));
    await audited('appointments.saveDeposit', { appointmentId: appointmentIds[0], dueCents: 50_00, paidCents: 20_00 });
    const otherId = await created('王小芳');
    const { mergeId } = await audited('merges.merge', { survivorId: customerId, otherId });
    await audited('merges.undo', { mergeId });
    const selection = { ids: [customerId, otherId] };
    const { bulkEditId } = await audited(
      'bulkEdits.apply',
      { selection, action: { kind: 'set_region', region: '城南' } },
      'of nobody too',
    );
    await audited('bulkEdits.undo', { bulkEditId });
    const [uploadId, thumbnailUploadId] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
    for (const [id, size] of [
      [uploadId, {}],
      [thumbnailUploadId, { width: 80, height: 60 }],
    ] as const) {
      const content = Buffer.from(jpegOf(size)).toString('base64');
      await ask('attachments.uploadPart', { uploadId: id, position: 0, content });
    }
    const photo = { customerId, uploadId, thumbnailUploadId, name: '前.jpg' };
    const attachmentId = await idFrom('attachments.add', photo, 'attachmentId');
    await ask('attachments.remove', { customerId, attachmentIds: [attachmentId] });
    await audited('attachments.purge', { customerId, attachmentIds: [attachmentId] });
    const incidentId = await idFrom('incidents.save', { customerId, what: '烫到', severity: 'minor' }, 'incidentId');
    const opportunityId = await idFrom('opportunities.save', { customerId, title: '婚礼跟妆' }, 'opportunityId');
    await audited('opportunities.remove', { opportunityId });
    await audited('opportunities.restore', { opportunityId });
    await audited('incidents.remove', { customerId, incidentId });
    await audited('incidents.restore', { customerId, incidentId });
    await audited('customers.remove', { customerId: otherId });
    await audited('customers.restore', { customerId: otherId });
    await ask('customers.remove', { customerId: otherId });
    await audited('bin.purge', { customerIds: [otherId] });
    const list = join(folder, 'list.csv');
    writeFileSync(list, '姓名,手机\n赵某,13900001111\n');
    const { importId } = await audited('imports.run', { file: token(list), form: 'customers' });
    await audited('imports.undo', { importId });
    expect(problems).toEqual([]);
  });

  test('points by file: applied, stopped and gone on with, undone (X67)', async () => {
    const customerId = await created('吴某', { phone: '13900002222' });
    const fileOf = (name: string, rows: number): string => {
      const file = join(folder, name);
      writeFileSync(file, ['手机,加减积分,原因', ...Array.from({ length: rows }, (_, at) => `13900002222,1,补${at}`)].join('\n'));
      return token(file);
    };
    const looked = async (file: string) => {
      const seen = contract.pointsFiles.preview.output.parse(await ask('pointsFiles.preview', { file }));
      return { file, confirmed: seen.fingerprint };
    };
    const { fileId } = await audited('pointsFiles.apply', await looked(fileOf('few.csv', 2)));
    await audited('pointsFiles.undo', { fileId });
    const [ROWS, jobId] = [3000, '00000000-0000-7000-8000-0000000000aa'];
    const applying = ask('pointsFiles.apply', { jobId, ...(await looked(fileOf('many.csv', ROWS))) });
    const begun = async () => contract.pointsFiles.list.output.parse(await ask('pointsFiles.list', {})).rows[0];
    while (((await begun())?.planned ?? 0) < ROWS);
    await ask('jobs.cancel', { jobId });
    const stopped = await applying;
    expect(stopped['isFinished']).toBe(false);
    expect(await audited('pointsFiles.goOn', { fileId: stopped['fileId'] })).toMatchObject({ done: ROWS, isFinished: true });
    expect(await ask('loyalty.account', { customerId })).toMatchObject({ balance: ROWS });
    expect(problems).toEqual([]);
  });

  test('whatever leaves the shop, and who is erased from it', async () => {
    const customerId = await created('孙小美', { phone: '13712345678' });
    await audited('exports.customers', { file: token(join(folder, 'people.csv')), format: 'csv' });
    await audited('exports.purchases', { file: token(join(folder, 'visits.csv')), format: 'csv' });
    await audited('exports.labels', { selection: { ids: [customerId] }, printedTo: '标签.pdf' }, 'of nobody too');
    await audited('privacy.statement', { customerId, printedTo: '说明.pdf' });
    await audited('privacy.personFile', { customerId, file: token(join(folder, 'person.json')) });
    const { at: firstAt } = await audited('backups.create', { folder: token(stick) });
    expect(firstAt).toBeGreaterThan(0);
    const [place] = contract.backups.places.output.parse(unwrap(await call('backups.places', {})));
    await audited('backups.setUsualPlace', { placeId: place?.placeId });
    const begun = await ending();
    await ask('privacy.erase', { customerId, typed: '孙小美' });
    called.push('privacy.erase');
    // The erasure itself, and the backup that must no longer hold them: two facts.
    expect((await since(begun)).toSorted()).toEqual(['backups.create done', 'privacy.erase done']);
    const again = await ending();
    await ask('privacy.finishErasure', {});
    called.push('privacy.finishErasure');
    expect((await since(again)).toSorted()).toEqual(['backups.create done', 'privacy.finishErasure done']);
    await audited('privacy.deleteOlderBackups', {});
    const { file } = await ask('backups.create', { folder: token(stick) });
    // The chain of the store that was put in place goes on by one entry, whatever the replaced one had.
    for (const [name, input] of [
      ['backups.restore', { file: token(text(file)) }],
      ['backups.undoRestore', {}],
    ] as const) {
      called.push(name);
      const before = await ending();
      expect(await call(name, { nonsense: true })).toMatchObject({ ok: false });
      expect(await since(before)).toEqual([]);
      await ask(name, input);
      const [last, previous] = await latest();
      expect(last).toMatchObject({ operation: name, outcome: 'done', kind: 'restore' });
      expect(previous?.operation).not.toBe(name);
    }
    expect(problems).toEqual([]);
  });

  test('people at the desk: their accounts, roles, PINs and their signing in, also in vain', async () => {
    await audited('staff.skipWelcome', {});
    const { staffId } = await audited('staff.create', { name: '小李' });
    const { staffId: other } = await ask('staff.create', { name: '小陈' });
    await audited('staff.update', { staffId, name: '小李子' });
    await audited('staff.saveNote', { staffId, note: '勤快' });
    const { roleId } = await audited('staff.saveRole', { name: '收银', permissions: ['customers.read'] });
    await audited('staff.setRole', { staffId, role: 'manager' });
    await audited('staff.removeRole', { roleId });
    const { handoverId } = await (async () => {
      await created('归小李', { ownerId: staffId });
      return audited('handovers.handOverAll', { fromStaffId: staffId, toStaffId: other });
    })();
    await audited('handovers.undo', { handoverId });
    isSeated = true;
    const owner = await audited('staff.makeOwner', { name: '张丽', pin: OWNER_PIN });
    await audited('privacy.acknowledgeTraining', { version: TRAINING_VERSION });
    await audited('staff.setPin', { staffId, pin: '250183' });
    await audited('staff.removePin', { staffId });
    await audited('staff.changeOwnPin', { pin: OWNER_PIN, newPin: OTHER_PIN });
    const words = contract.staff.renewRecoveryCode.output.parse(await audited('staff.renewRecoveryCode', {}));
    await ask('staff.lock', {});
    const before = await ending();
    expect(await call('staff.signIn', { staffId: owner['staffId'], pin: '999111' })).toMatchObject({ ok: false });
    expect(await since(before)).toEqual(['staff.signIn failed']);
    await audited('staff.signIn', { staffId: owner['staffId'], pin: OTHER_PIN });
    await ask('staff.lock', {});
    await audited('staff.resetOwnerPin', { staffId: owner['staffId'], code: words.chinese.join(''), pin: OWNER_PIN });
    expect(problems).toEqual([]);
  });

  test('the lock of the records', async () => {
    await audited('vault.encrypt', { codeOnly: true });
    const words = contract.vault.renewCode.output.parse(await audited('vault.renewCode', {}));
    await audited('vault.setPassphrase', { passphrase: '开门大吉 2026' });
    await audited('vault.removePlainCopies', {});
    const opened = async (name: string, input: object): Promise<void> => {
      const before = await ending();
      await gate.close();
      await open();
      expect(await call(name, ofNobody({ ...input, code: '不是', passphrase: '不是' }))).toMatchObject({ ok: false });
      called.push(name);
      expect(await call(name, input)).toMatchObject({ ok: true });
      expect(await since(before)).toEqual([`${name} done`]);
    };
    await opened('vault.unlockByCode', { code: words.chinese.join('') });
    await opened('vault.unlockByPassphrase', { passphrase: '开门大吉 2026' });
    expect(problems).toEqual([]);
  });

  test('none was left out: a new operation with a mark gets its call above', () => {
    expect(marked.map(({ name }) => name).filter((name) => !called.includes(name))).toEqual([]);
    expect(marked.length).toBeGreaterThan(55);
  });
});
