import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate, ShellHandlers } from '../../electron/gate/gate.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import type { Session } from '../../electron/gate/session.ts';
import { redactAny } from '../../shared/domain/masking/redact.ts';
import { presetCardTypes } from '../../shared/domain/loyalty/cardTypes.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { permissionsOfRole } from '../../shared/contract/roles.ts';
import { unwrap } from '../../shared/errors.ts';
import { localDate } from '../../shared/types/time.ts';
import { jpegOf } from '../helpers/pictures.ts';
import { everyOperation, payloadsFor } from './support/payloads.ts';
import { sentinel, tellsSentinel } from './support/sentinels.ts';
import { workers } from '../helpers/workers.ts';

// S7: a shop in which every place that can hold a number holds one that stands nowhere else, and somebody who may do everything but see
// them. Whatever the contract lists is asked; an operation that is added later and tells one fails here.

const SEED = 20_261_122;
const PAYLOADS = { shaped: 30, almost: 0, junk: 0 };
const hiding = (...without: string[]): Session => ({
  staffId: null,
  permissions: permissions.filter((name) => !without.includes(name)),
});
const blind = hiding('customers.phones');
const clerk: Session = { staffId: null, permissions: permissionsOfRole.clerk };
/** These end what the others would show, or show what they are for. */
const last: ReadonlySet<string> = new Set([
  'bin.purge',
  'customers.remove',
  'bulkEdits.apply',
  'merges.merge',
  'settings.createDemo',
  'attachments.purge',
]);
const revealing: ReadonlySet<string> = new Set(['customers.reveal']);

const folder = mkdtempSync(join(tmpdir(), 'regulars-masking-'));
const ids: Record<string, string[]> = {};
const logged: unknown[] = [];
const events: unknown[] = [];
const handedOut: string[] = [];
/** A phone that each person has, and one of their contact methods. */
const phones = new Map<string, string>();
const methodsOf = new Map<string, string>();
let gate: Gate;

/** What the window's own process hands out, kept here instead of a clipboard and a disk. */
const unasked = (): never => {
  throw new Error('not asked for here');
};
const shell: ShellHandlers = {
  'shell.chooseFile': unasked,
  'shell.chooseFolder': unasked,
  'shell.showStore': unasked,
  'shell.chooseTarget': unasked,
  'shell.saveLabels': unasked,
  'shell.printRecoverySheet': unasked,
  'shell.saveRecoverySheet': unasked,
  'shell.saveStatement': unasked,
  'shell.saveForm': unasked,
  'shell.printSlip': unasked,
  'shell.printSheet': unasked,
  'shell.saveAttachment': unasked,
  'shell.skipClosingBackup': unasked,
  'shell.facingState': unasked,
  'shell.openFacing': unasked,
  'shell.closeFacing': unasked,
  'shell.leaveFacing': unasked,
  'shell.startState': unasked,
  'shell.copyText': ({ text }) => {
    handedOut.push(text);
    return {};
  },
  'shell.saveText': ({ text }) => {
    handedOut.push(text);
    return { name: 'text.txt' };
  },
};

const collect = (value: unknown): void => {
  if (Array.isArray(value)) value.forEach(collect);
  else if (typeof value === 'object' && value !== null)
    for (const [field, inner] of Object.entries(value)) {
      if (field.endsWith('Id') && typeof inner === 'string') (ids[field] ??= []).push(inner);
      else collect(inner);
    }
};
const asOwner = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<unknown> => {
  const answer = unwrap(await gate.call(name, input, ownerSession));
  collect(answer);
  return answer;
};
const idOf = (answer: unknown, field: string): string => {
  const value: unknown =
    typeof answer === 'object' && answer !== null ? Object.entries(answer).find(([name]) => name === field)?.[1] : null;
  if (typeof value !== 'string') throw new Error(`no ${field}`);
  return value;
};

const addPerson = async (name: string, fieldId: string): Promise<string> => {
  const customerId = idOf(
    await asOwner('customers.create', {
      name: `${name}${sentinel.mobile()}`,
      phone: sentinel.spaced(),
      wechat: sentinel.account(),
      email: sentinel.email(),
      cardNo: sentinel.mobile(),
      occupation: sentinel.text(),
      address: sentinel.text(),
      region: sentinel.mobile(),
      source: sentinel.mobile(),
      vipReason: sentinel.text(),
      consentSource: sentinel.mobile(),
      safetyNote: sentinel.text(),
      likes: sentinel.text(),
      motive: sentinel.text(),
      needs: sentinel.text(),
      usageHabits: sentinel.text(),
      painPoints: sentinel.text(),
      note: sentinel.text(),
      birthday: { calendar: 'solar', year: 1990, month: 11, day: 22, isLeapMonth: false },
      customFields: [{ fieldId, value: sentinel.text() }],
    }),
    'customerId',
  );
  const methods = [
    ['mobile', sentinel.hyphened()],
    ['mobile', sentinel.wide()],
    ['landline', sentinel.landline()],
    ['wechat', sentinel.account()],
    ['qq', sentinel.mobile()],
    ['email', sentinel.email()],
    ['social', sentinel.account()],
    ['other', sentinel.text()],
  ] as const;
  for (const [type, value] of methods)
    methodsOf.set(
      customerId,
      idOf(await asOwner('customers.saveContactMethod', { customerId, type, value, label: sentinel.mobile() }), 'methodId'),
    );
  const phone = sentinel.mobile();
  phones.set(customerId, phone);
  await asOwner('customers.update', {
    customerId,
    changes: { note: sentinel.text(), phone, wechat: sentinel.account() },
  });
  await asOwner('customers.saveImportantDate', {
    customerId,
    label: sentinel.mobile(),
    date: { calendar: 'solar', month: 11, day: 24 },
  });
  await asOwner('customers.saveFamilyMember', { customerId, name: sentinel.mobile(), relation: sentinel.mobile() });
  await asOwner('customers.recordInteraction', { customerId, channel: 'phone', direction: 'in', note: sentinel.text() });
  await asOwner('customFields.saveValues', { customerId, values: [{ fieldId, value: sentinel.text() }] });
  const thingId = idOf(
    await asOwner('things.save', {
      customerId,
      type: 'other',
      name: `箱${sentinel.mobile()}`,
      note: sentinel.text(),
      fields: [{ name: 'details', value: sentinel.text() }],
    }),
    'thingId',
  );
  await asOwner('things.saveFact', {
    customerId,
    thingId,
    kind: 'other',
    label: sentinel.mobile(),
    validUntil: '2026-11-25',
    note: sentinel.text(),
  });
  await asOwner('interests.save', {
    customerId,
    kind: 'wanted',
    name: `靴${sentinel.mobile()}`,
    note: sentinel.text(),
    requirements: [{ label: sentinel.mobile(), value: sentinel.text() }],
  });
  const recordType = idOf(
    await asOwner('serviceRecords.saveType', {
      name: `${name}的配方`,
      fields: [
        { kind: 'text', label: '色号' },
        { kind: 'lines', label: '效果' },
      ],
    }),
    'typeId',
  );
  const formula = unwrap(await gate.call('serviceRecords.types', {}, ownerSession));
  const [shade, result] =
    contract.serviceRecords.types.output.parse(formula).types.find(({ id }) => id === recordType)?.fields ?? [];
  await asOwner('serviceRecords.save', {
    customerId,
    typeId: recordType,
    values: [
      { key: shade?.key ?? '', value: sentinel.mobile() },
      { key: result?.key ?? '', value: sentinel.text() },
    ],
    note: sentinel.text(),
  });
  const template = idOf(
    await asOwner('signedForms.saveTemplate', {
      name: `${name}的同意书`,
      text: '我同意。',
      questions: [{ kind: 'text', question: '还有什么？' }],
    }),
    'templateId',
  );
  const [asked] =
    contract.signedForms.templates.output
      .parse(unwrap(await gate.call('signedForms.templates', {}, ownerSession)))
      .templates.find(({ id }) => id === template)?.questions ?? [];
  await asOwner('signedForms.sign', {
    customerId,
    templateId: template,
    version: 1,
    answers: [{ key: asked?.key ?? '', answer: sentinel.text() }],
    way: 'typed',
    signer: `王${sentinel.mobile()}`,
  });
  const [measure] = contract.measurements.measures.output.parse(
    unwrap(await gate.call('measurements.measures', {}, ownerSession)),
  ).measures;
  const values = [{ measureId: measure?.id ?? '', value: 50_000 }];
  await asOwner('measurements.save', { customerId, thingId, values, note: sentinel.text() });
  collect({
    opportunityId: idOf(
      await asOwner('opportunities.save', {
        customerId,
        title: sentinel.text().slice(0, 80),
        nextStep: sentinel.text(),
        note: sentinel.text(),
      }),
      'opportunityId',
    ),
  });
  const lostId = idOf(await asOwner('opportunities.save', { customerId, title: sentinel.text().slice(0, 80) }), 'opportunityId');
  await asOwner('opportunities.lose', { opportunityId: lostId, reason: 'other', words: sentinel.text() });
  const couponType = await asOwner('coupons.saveType', {
    name: `${name}的券`,
    terms: { kind: 'amount', amountCents: 1000, validDays: 30 },
  });
  const typeOfCoupon = idOf(couponType, 'typeId');
  await asOwner('coupons.issue', { customerId, typeId: typeOfCoupon, reason: sentinel.text() });
  await asOwner('tasks.save', { customerId, title: sentinel.text().slice(0, 80), note: sentinel.text(), dueOn: '2026-11-22' });
  const harm = { severity: 'serious', what: sentinel.text(), action: sentinel.text() } as const;
  await asOwner('incidents.save', { customerId, thingId, ...harm });
  for (const kind of ['allergy', 'history'] as const)
    await asOwner('safety.saveFact', {
      customerId,
      kind,
      what: `${kind}${sentinel.mobile()}`,
      source: sentinel.mobile(),
      note: sentinel.text(),
    });
  await asOwner('safety.savePatchTest', {
    customerId,
    what: sentinel.mobile(),
    result: 'pass',
    doneOn: '2026-11-01',
    note: sentinel.text(),
  });
  await asOwner('safety.saveAlert', { customerId, alert: sentinel.text(), fromOn: '2026-11-01' });
  const said = { service: `护理${sentinel.mobile()}`, note: sentinel.text() };
  const slot = { on: '2026-11-25', startMinute: 600, lengthMinutes: 60 };
  collect({
    appointmentId: contract.appointments.book.output.parse(
      await asOwner('appointments.book', { customerId, thingId, ...said, ...slot, acknowledged: ['customer_elsewhere'] }),
    ).appointmentIds[0],
  });
  await asOwner('queue.join', { customerId, service: said.service });
  await asOwner('waitlist.save', { customerId, ...said, fromOn: '2026-11-22', untilOn: '2026-11-30', lengthMinutes: 60 });
  collect({
    orderId: idOf(
      await asOwner('orders.save', {
        customerId,
        kind: 'repair',
        lines: [{ name: `换表带${sentinel.mobile()}`, quantity: 1000, unitPriceCents: 60_00 }],
        item: `手表${sentinel.mobile()}`,
        condition: sentinel.text(),
        note: sentinel.text(),
        deliverTo: sentinel.text(),
        deposit: { cents: 10_00, method: 'cash' },
      }),
      'orderId',
    ),
  });
  await asOwner('loyalty.adjust', { customerId, points: 100, reason: sentinel.text() });
  const reward = await asOwner('rewards.save', { name: `${name}的礼`, points: 1, cashCents: 100 });
  const rewardId = idOf(reward, 'rewardId');
  const got = await asOwner('rewards.redeem', { customerId, rewardId, method: 'cash' });
  await asOwner('gifts.give', { customerId, reason: sentinel.text().slice(0, 40), what: sentinel.text(), costCents: 100 });
  const perVisit = { leastCents: 0, scope: { productIds: [], categories: [] }, needed: 10, points: 50 };
  const gives = { tierId: null, every: 'once', everyDays: null, couponTypeId: null, coupons: 0, points: 0 } as const;
  const plan = await asOwner('memberships.savePlan', { ...gives, name: `${name}的年费`, priceCents: 365_00, months: 12 });
  const sale = { customerId, planId: idOf(plan, 'planId'), paidCents: 365_00, method: 'cash' } as const;
  const sold = await asOwner('memberships.sell', sale);
  const ended = { refundCents: 0, method: 'cash', reason: sentinel.text().slice(0, 80) } as const;
  await asOwner('memberships.end', { ...ended, termId: idOf(sold, 'termId') });
  await asOwner('memberships.sell', sale);
  const stampCard = await asOwner('stamps.saveCard', { ...perVisit, per: 'visit', name: `${name}的集点`, couponTypeId: null });
  const cardId = idOf(stampCard, 'cardId');
  await asOwner('stamps.adjust', { customerId, cardId, stamps: 3, reason: sentinel.text().slice(0, 80) });
  const everything = { productIds: [], categories: [] };
  const cardKind = { kind: 'shopping' as const, scope: everything, faces: [], validDays: null };
  const typeId = idOf(await asOwner('valueCards.saveType', { ...cardKind, name: `${name}的购物卡` }), 'typeId');
  const bought = {
    typeId,
    customerId,
    faceCents: 100,
    paidCents: 100,
    method: 'cash' as const,
    note: sentinel.text().slice(0, 200),
  };
  collect({ valueCardId: idOf(await asOwner('valueCards.sell', bought), 'cardId') });
  await asOwner('rewards.return', { redemptionId: idOf(got, 'redemptionId'), reason: sentinel.text() });
  const [kind] = presetCardTypes('zh-CN');
  collect({
    countCardId: idOf(
      await asOwner('countCards.issue', { customerId, cardTypeId: kind?.id ?? '', reason: sentinel.text() }),
      'cardId',
    ),
  });
  await asOwner('keptGoods.keep', {
    customerId,
    name: sentinel.text().slice(0, 80),
    isBought: true,
    quantity: 1000,
    place: sentinel.text().slice(0, 80),
    note: sentinel.text(),
  });
  await asOwner('storedValue.topUp', { customerId, principalCents: 100_00, giftCents: 0, method: 'cash', note: sentinel.text() });
  const cardNo = `${customerId.slice(-8)}-${sentinel.mobile()}`;
  await asOwner('memberCards.give', { customerId, cardNo, reason: sentinel.text() });
  const { warnings } = contract.safety.warnings.output.parse(await asOwner('safety.warnings', { customerId, productIds: [] }));
  const acknowledged = warnings.map(({ key }) => key);
  await asOwner('settings.update', { changes: { spendingProof: 'pin', spendingProofFromCents: 0 } });
  const proven = await asOwner('visits.record', {
    customerId,
    note: sentinel.text(),
    lines: [{ name: '护理', quantity: 1000, unitPriceCents: 5_00 }],
    payments: [{ method: 'stored', cents: 5_00 }],
    proof: { way: 'waived', reason: sentinel.text() },
    acknowledged,
  });
  collect({ provenVisitId: idOf(proven, 'visitId') });
  await asOwner('storedValue.refund', {
    customerId,
    principalCents: 1,
    giftCents: 0,
    method: 'cash',
    reason: sentinel.text(),
    proof: { way: 'waived', reason: sentinel.text() },
  });
  await asOwner('settings.update', { changes: { spendingProof: 'off' } });
  await asOwner('settings.update', { changes: { advocateTitle: '体验官' } });
  await asOwner('advocates.appoint', { customerId, kind: 'tester' });
  await asOwner('advocates.saveTest', { customerId, what: sentinel.text(), givenOn: '2026-11-20', said: sentinel.text() });
  await asOwner('deferrals.add', { customerId, name: '烫发', reason: sentinel.text() });
  await asOwner('settings.update', { changes: { isOnAccount: true } });
  await asOwner('visits.record', {
    customerId,
    note: sentinel.text(),
    lines: [{ name: `龙井${sentinel.mobile()}`, quantity: 1000, unitPriceCents: 88_00 }],
    payments: [{ method: 'account', cents: 20_00 }],
    acknowledged,
  });
  await asOwner('credit.repay', { customerId, cents: 5_00, method: 'cash', note: sentinel.text() });
  return customerId;
};

beforeAll(async () => {
  const keep = (text: unknown): void => {
    logged.push(redactAny(text));
  };
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    today: localDate('2026-11-21'),
    workers,
    log: { warn: keep, error: keep },
    shellHandlers: shell,
  });
  gate.onEvent((event) => events.push(event));
  const fieldId = idOf(
    await asOwner('customFields.create', { name: '紧急联系', type: 'text', isSearchable: true, isInList: true }),
    'fieldId',
  );
  const staffId = idOf(await asOwner('staff.create', { name: '小美' }), 'staffId');
  const people: string[] = [];
  for (const name of ['王芳', '王方', '李强', '陈晨', '张丽']) people.push(await addPerson(name, fieldId));
  const [one = '', two = '', three = '', four = '', five = ''] = people;
  const share = { maySpendStored: true, mayUseCards: true, note: sentinel.text() };
  await asOwner('sharers.save', { customerId: one, otherId: two, ...share });
  await asOwner('handovers.handOver', { customerId: one, toStaffId: staffId, note: sentinel.text() });
  await asOwner('safety.block', { customerId: two, reason: sentinel.text() });
  await asOwner('callbacks.recordOutcome', { customerId: three, outcome: 'no_answer', note: sentinel.text() });
  await asOwner('callbacks.recordOutcome', {
    customerId: five,
    outcome: 'call_at',
    nextAttemptAt: Date.parse('2026-11-22T08:00:00Z'),
    note: sentinel.text(),
  });
  const uploadId = '00000000-0000-7000-8000-00000000000a';
  const small = '00000000-0000-7000-8000-00000000000b';
  for (const each of [uploadId, small])
    await asOwner('attachments.uploadPart', {
      uploadId: each,
      position: 0,
      content: Buffer.from(jpegOf(each === small ? { width: 80, height: 60 } : {})).toString('base64'),
    });
  await asOwner('attachments.add', {
    customerId: one,
    uploadId,
    thumbnailUploadId: small,
    name: `${sentinel.mobile()}.jpg`,
    note: sentinel.text(),
  });
  await asOwner('intake.open', { customerId: one });
  await asOwner('intake.submit', {
    details: { name: `王芳${sentinel.mobile()}`, phone: sentinel.mobile(), likes: sentinel.text() },
  });
  await asOwner('customerViews.save', {
    name: '尾号',
    filter: { text: sentinel.mobile() },
    columns: ['phone'],
    sort: 'name',
    direction: 'ascending',
  });
  const nobody = { name: `散客${sentinel.mobile()}`, contact: sentinel.mobile(), service: sentinel.mobile() };
  await asOwner('appointments.book', { ...nobody, note: sentinel.text(), on: '2026-11-25', startMinute: 700, lengthMinutes: 60 });
  await asOwner('queue.join', nobody);
  await asOwner('waitlist.save', { ...nobody, fromOn: '2026-11-22', untilOn: '2026-11-30', lengthMinutes: 60 });
  await asOwner('inactive.set', { customerId: four, inactive: { reason: sentinel.text() } });
  await asOwner('merges.merge', { survivorId: one, otherId: three });
  await asOwner('customers.remove', { customerId: await addPerson('孙某', fieldId) });
  const file = join(folder, 'people.csv');
  writeFileSync(
    file,
    `姓名,手机号,备注,生日\n赵某,${sentinel.mobile()},${sentinel.text()},2026-13-45\n钱某,${sentinel.spaced()},好,不知道${sentinel.mobile()}\n`,
  );
  const { token } = gate.tokens.issue(file);
  ids['file'] = [token];
  await asOwner('imports.run', {
    jobId: '00000000-0000-7000-8000-000000000003',
    file: token,
    form: 'customers',
    mapping: ['name', 'phone', 'note', 'birthday'],
  });
  const pointsFile = join(folder, 'points.csv');
  const known = sentinel.mobile();
  await asOwner('customers.create', { name: sentinel.text(), phone: known });
  writeFileSync(pointsFile, `手机号,加减积分,原因\n${known},5,${sentinel.text()}\n${sentinel.mobile()},5,${sentinel.text()}\n`);
  ids['pointsFile'] = [gate.tokens.issue(pointsFile).token];
  const points = { file: ids['pointsFile'][0] ?? '' };
  const { fingerprint, previewId } = contract.pointsFiles.preview.output.parse(await asOwner('pointsFiles.preview', points));
  ids['fileId'] = [idOf(await asOwner('pointsFiles.apply', { ...points, confirmed: fingerprint }), 'fileId')];
  ids['previewId'] = [previewId];
  await asOwner('duplicates.scan', { jobId: '00000000-0000-7000-8000-000000000001' });
  await asOwner('engine.refresh', { jobId: '00000000-0000-7000-8000-000000000002', force: true });
  for (const field of ['survivorId', 'otherId', 'oneId', 'customerIds', 'ids', 'exceptId', 'personId']) ids[field] = people;
  ids['customerId'] = people;
}, 120_000);
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

/** Calls that are whole enough to be answered, beside those that are drawn. */
const apt = (): { name: OperationName; input: unknown }[] => {
  const [one = '', two = ''] = ids['customerId'] ?? [];
  const file = ids['file']?.[0] ?? '';
  const ofOne = { customerId: one };
  return [
    { name: 'customers.list', input: { withMore: true } },
    { name: 'customers.listByFilter', input: { withMore: true, filter: {} } },
    { name: 'customers.search', input: { text: '王' } },
    { name: 'customers.search', input: { text: '13977779001' } },
    { name: 'customers.search', input: { text: '7790' } },
    { name: 'customers.search', input: { text: 'wxsentinel02' } },
    { name: 'customers.findById', input: ofOne },
    { name: 'customers.timeline', input: { ...ofOne, limit: 200 } },
    { name: 'customers.filterOptions', input: {} },
    { name: 'customers.listRegions', input: {} },
    { name: 'customers.findDuplicates', input: { name: '王芳', phone: phones.get(two) ?? '' } },
    { name: 'care.ofCustomer', input: ofOne },
    { name: 'care.anomalies', input: {} },
    { name: 'intake.proposals', input: {} },
    { name: 'recents.list', input: {} },
    { name: 'things.ofCustomer', input: ofOne },
    { name: 'things.expiring', input: { from: '2026-01-01', to: '2027-01-01' } },
    { name: 'things.history', input: { thingId: ids['thingId']?.[0] ?? '' } },
    { name: 'interests.list', input: ofOne },
    { name: 'serviceRecords.list', input: ofOne },
    { name: 'signedForms.list', input: ofOne },
    { name: 'measurements.list', input: ofOne },
    { name: 'incidents.list', input: ofOne },
    { name: 'incidents.open', input: ofOne },
    { name: 'incidents.openOfAll', input: {} },
    { name: 'tasks.list', input: {} },
    { name: 'opportunities.board', input: {} },
    { name: 'opportunities.list', input: {} },
    { name: 'opportunities.list', input: { view: 'lost' } },
    { name: 'opportunities.ofCustomer', input: ofOne },
    { name: 'opportunities.findById', input: { opportunityId: ids['opportunityId']?.[0] ?? '' } },
    { name: 'tasks.list', input: ofOne },
    {
      name: 'signedForms.document',
      input: { ...ofOne, templateId: ids['templateId']?.[0] ?? '', formId: ids['formId']?.[0] ?? '' },
    },
    { name: 'signedForms.findById', input: { ...ofOne, formId: ids['formId']?.[0] ?? '' } },
    { name: 'serviceRecords.last', input: { ...ofOne, typeId: ids['typeId']?.[0] ?? '' } },
    { name: 'printing.sheet', input: { sheet: { kind: 'statement', ...ofOne, from: '2020-01-01', to: '2030-01-01' } } },
    { name: 'printing.sheet', input: { sheet: { kind: 'day', on: '2026-11-22' } } },
    { name: 'printing.sheet', input: { sheet: { kind: 'calls' } } },
    { name: 'printing.slip', input: { slip: { kind: 'receipt', visitId: ids['visitId']?.[0] ?? '' }, paper: '58mm' } },
    { name: 'interests.overview', input: ofOne },
    { name: 'loyalty.entries', input: ofOne },
    { name: 'countCards.lapsing', input: { days: 366 } },
    { name: 'coupons.lapsing', input: { days: 366 } },
    { name: 'loyalty.unusual', input: { days: 366 } },
    { name: 'commissions.items', input: { month: '2026-11-21', staffId: ids['staffId']?.[0] ?? null } },
    { name: 'commissions.items', input: { month: '2026-11-21', staffId: null } },
    { name: 'countCards.history', input: { cardId: ids['countCardId']?.[0] ?? '' } },
    { name: 'storedValue.entries', input: ofOne },
    { name: 'credit.entries', input: ofOne },
    { name: 'credit.debtors', input: {} },
    { name: 'printing.sheet', input: { sheet: { kind: 'credit', ...ofOne, from: '2020-01-01', to: '2030-01-01' } } },
    { name: 'storedValue.holders', input: {} },
    { name: 'printing.sheet', input: { sheet: { kind: 'storedValue', ...ofOne, from: '2020-01-01', to: '2030-01-01' } } },
    { name: 'coupons.ofCustomer', input: ofOne },
    { name: 'referrals.around', input: { personId: one } },
    { name: 'rewards.ofCustomer', input: ofOne },
    { name: 'gifts.ofCustomer', input: ofOne },
    { name: 'stamps.ofCustomer', input: ofOne },
    { name: 'memberships.ofCustomer', input: ofOne },
    { name: 'memberships.list', input: { show: 'running' } },
    { name: 'memberships.till', input: { businessDate: '2026-11-21' } },
    { name: 'valueCards.find', input: {} },
    { name: 'valueCards.findById', input: { cardId: ids['valueCardId']?.[0] ?? '' } },
    { name: 'gifts.sums', input: {} },
    { name: 'keptGoods.ofCustomer', input: ofOne },
    { name: 'keptGoods.inShop', input: {} },
    { name: 'advocates.ofCustomer', input: ofOne },
    { name: 'advocates.list', input: { kind: 'tester' } },
    { name: 'referrals.conversion', input: { jobId: '00000000-0000-7000-8000-000000000004', months: 12, days: 30 } },
    { name: 'rewards.till', input: { businessDate: '2026-11-21' } },
    { name: 'callbacks.today', input: {} },
    { name: 'safety.warnings', input: { ...ofOne, productIds: [] } },
    { name: 'attachments.list', input: ofOne },
    { name: 'handovers.list', input: {} },
    { name: 'customerViews.list', input: {} },
    { name: 'bulkEdits.preview', input: { selection: { ids: [one, two] }, action: { kind: 'set_region', region: '江边' } } },
    { name: 'duplicates.list', input: {} },
    { name: 'bin.list', input: {} },
    { name: 'merges.preview', input: { survivorId: one, otherId: two } },
    { name: 'merges.list', input: {} },
    { name: 'orders.list', input: {} },
    { name: 'orders.findById', input: { orderId: ids['orderId']?.[0] ?? '' } },
    { name: 'memberCards.ofCustomer', input: ofOne },
    { name: 'sharers.ofCustomer', input: ofOne },
    { name: 'spendingPins.proofs', input: ofOne },
    { name: 'spendingPins.ofVisit', input: { visitId: ids['provenVisitId']?.[0] ?? '' } },
    { name: 'visits.findById', input: { visitId: ids['visitId']?.[0] ?? '' } },
    { name: 'visits.usualItems', input: ofOne },
    { name: 'appointments.between', input: { from: '2026-11-20', to: '2026-11-30' } },
    { name: 'appointments.findById', input: { appointmentId: ids['appointmentId']?.[0] ?? '' } },
    { name: 'appointments.ofCustomer', input: ofOne },
    { name: 'appointments.unconfirmed', input: { on: '2026-11-25' } },
    { name: 'appointments.check', input: { ...ofOne, on: '2026-11-25', startMinute: 610, lengthMinutes: 30 } },
    { name: 'queue.today', input: {} },
    { name: 'waitlist.list', input: {} },
    { name: 'waitlist.fitting', input: { on: '2026-11-25', startMinute: 600, lengthMinutes: 60 } },
    { name: 'visits.ofDay', input: { businessDate: '2026-11-21' } },
    { name: 'deferrals.ofCustomer', input: ofOne },
    { name: 'segments.members', input: { filter: { axis: 'rfm', segment: 'new' } } },
    { name: 'imports.inspect', input: { file } },
    { name: 'imports.preview', input: { file, form: 'customers', mapping: ['name', 'phone', 'note', 'birthday'] } },
    { name: 'pointsFiles.inspect', input: { file: ids['pointsFile']?.[0] ?? '' } },
    { name: 'pointsFiles.previewRows', input: { previewId: ids['previewId']?.[0] ?? '' } },
    { name: 'pointsFiles.rows', input: { fileId: ids['fileId']?.[0] ?? '' } },
    { name: 'imports.rejectedRows', input: { importId: ids['importId']?.[0] ?? '' } },
    { name: 'exports.labels', input: { selection: { ids: [one, two] }, withPhone: true } },
  ];
};

const asked = (kinds: readonly string[]) => {
  const drawn = everyOperation
    .filter(({ name, kind }) => kinds.includes(kind) && !revealing.has(name))
    .flatMap((operation) => payloadsFor(operation, ids, SEED, PAYLOADS));
  return [...drawn.filter(({ name }) => !last.has(name)), ...drawn.filter(({ name }) => last.has(name))];
};
const tellingOf = async (calls: readonly { name: string; input: unknown }[], session: Session) => {
  const telling = new Set<string>();
  for (const { name, input } of calls)
    // What was asked for by its number may be named in the refusal's own words nowhere either.
    if (tellsSentinel(await gate.call(name, input, session))) telling.add(name);
  return [...telling].sort();
};

describe('a number that may not be seen (R192, S7)', () => {
  test('is in the answers to the owner: what is looked for below is there to be found', async () => {
    const names = [...new Set(apt().map(({ name }) => name))];
    // Nobody earned points often enough on one day to be told of.
    const quiet = ['segments.members', 'recents.list', 'duplicates.list', 'loyalty.unusual'];
    const telling = await tellingOf(apt(), ownerSession);
    expect(telling).toEqual(expect.arrayContaining(names.filter((name) => !quiet.includes(name))));
  });

  test.each([
    ['everything but see numbers', blind],
    ['what a clerk may', clerk],
  ])('is in no answer to whoever may do %s, whatever is asked', async (_, session) => {
    const answered: string[] = [];
    for (const { name, input } of apt()) {
      const answer = await gate.call(name, input, session);
      if (answer.ok) answered.push(name);
    }
    expect(answered).toEqual(expect.arrayContaining(['customers.findById', 'customers.timeline', 'callbacks.today']));
    expect(await tellingOf([...apt(), ...asked(['query', 'study'])], session)).toEqual([]);
  });

  test.each(['csv', 'xlsx'] as const)('is in no %s file that such a person writes', async (format) => {
    const written = async (session: Session, name: 'exports.customers' | 'exports.purchases'): Promise<string> => {
      const file = join(folder, `${name}.${format}`);
      const input = {
        file: gate.tokens.issue(file).token,
        format,
        ...(name === 'exports.customers' && { ownFields: true }),
      };
      unwrap(await gate.call(name, input, session));
      if (format === 'csv') return readFileSync(file, 'utf8');
      const book = read(readFileSync(file));
      return JSON.stringify(Object.values(book.Sheets).map((sheet) => utils.sheet_to_json(sheet, { header: 1 })));
    };
    for (const name of ['exports.customers', 'exports.purchases'] as const) {
      expect({ name, tells: tellsSentinel(await written(ownerSession, name)) }).toEqual({ name, tells: true });
      const masked = await written(blind, name);
      expect({ name, tells: tellsSentinel(masked) }).toEqual({ name, tells: false });
      expect(masked).toContain('王芳');
    }
  });

  test('makes no cards for a phone', async () => {
    const file = gate.tokens.issue(join(folder, 'people.vcf')).token;
    expect(await gate.call('exports.customers', { file, format: 'vcf' }, blind)).toMatchObject({
      error: { code: 'not_permitted', details: { permission: 'customers.phones' } },
    });
  });

  test('is in no text that such a person copies or saves, and in the owner’s it is', async () => {
    const text = `王芳 ${sentinel.mobile()} ${sentinel.text()}`;
    const outOf = async (session: Session): Promise<string[]> => {
      handedOut.length = 0;
      unwrap(await gate.call('shell.copyText', { text }, session));
      unwrap(await gate.call('shell.saveText', { text, suggestedName: 'a.txt' }, session));
      return [...handedOut];
    };
    expect((await outOf(ownerSession)).map(tellsSentinel)).toEqual([true, true]);
    expect((await outOf(clerk)).map(tellsSentinel)).toEqual([false, false]);
  });

  // Last of those that ask: what is drawn may leave the shop without people.
  test('is in no answer to a command of such a person, nor in any event or line of the log', async () => {
    const [one = '', two = ''] = ids['customerId'] ?? [];
    const fifth = ids['customerId']?.[4] ?? '';
    const methodId = methodsOf.get(fifth) ?? '';
    const whole: { name: OperationName; input: unknown }[] = [
      {
        name: 'customers.update',
        input: { customerId: fifth, changes: { note: '爱喝茶', phone: '13800001234', wechat: 'neu_1' } },
      },
      { name: 'customers.markContactMethod', input: { customerId: fifth, methodId, isValid: true } },
      { name: 'safety.unblock', input: { customerId: two } },
      {
        name: 'attachments.change',
        input: { customerId: one, attachmentId: ids['attachmentId']?.[0] ?? '', changes: { note: '好' } },
      },
    ];
    const answered = await Promise.all(
      whole.map(async ({ name, input }) => ({ name, ...(await gate.call(name, input, blind)) })),
    );
    expect(answered.filter(tellsSentinel)).toEqual([]);
    expect(answered.filter(({ ok }) => !ok)).toEqual([]);
    expect(await tellingOf(asked(['command', 'gate']), blind)).toEqual([]);
    expect(events.filter(tellsSentinel)).toEqual([]);
    expect(logged.filter(tellsSentinel)).toEqual([]);
  });
});
