import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { customersFind } from '../../electron/handlers/customers/find.ts';
import { productsHandlers } from '../../electron/handlers/products.ts';
import { safetyHandlers } from '../../electron/handlers/safety.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { addDays, localDate } from '../../shared/types/time.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';

let desk: ReturnType<typeof openEngineDesk>;
let customerId: CustomerId;
beforeEach(() => {
  desk = openEngineDesk({ today: '2026-11-21' });
  customerId = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

const card = () => customersCard['customers.findById'](desk.context, { customerId });
const warnings = (productIds: ProductId[] = []) =>
  safetyHandlers['safety.warnings'](desk.context, { customerId, productIds, businessDate: null }).warnings;
const saveFact = (input: Omit<CallInput<'safety.saveFact'>, 'customerId'>) =>
  desk.command(() =>
    safetyHandlers['safety.saveFact'](desk.context, contract.safety.saveFact.input.parse({ customerId, ...input })),
  );
const saveTest = (input: Omit<CallInput<'safety.savePatchTest'>, 'customerId'>) =>
  desk.command(() =>
    safetyHandlers['safety.savePatchTest'](desk.context, contract.safety.savePatchTest.input.parse({ customerId, ...input })),
  );
const saveAlert = (input: Omit<CallInput<'safety.saveAlert'>, 'customerId'>) =>
  desk.command(() =>
    safetyHandlers['safety.saveAlert'](desk.context, contract.safety.saveAlert.input.parse({ customerId, ...input })),
  );
const block = (reason = '打人') => desk.command(() => safetyHandlers['safety.block'](desk.context, { customerId, reason }));
const unblock = () => desk.command(() => safetyHandlers['safety.unblock'](desk.context, { customerId }));
const requireTest = (productId: ProductId, patchTestDays: number) =>
  desk.command(() => productsHandlers['products.update'](desk.context, { productId, changes: { patchTestDays } }));
const alerts = () => card().safety.alerts.map(({ alert, isShown }) => [alert, isShown]);
const search = () =>
  customersFind['customers.search'](desk.context, contract.customers.search.input.parse({ text: 'T1' })).hits[0];

describe('allergies, contraindications and past history (X22)', () => {
  it('stand on the card with all that is known, are changed, removed and brought back, each told on the timeline', () => {
    const typed = { kind: 'allergy', what: '氨水', severity: 'severe', source: '本人说', note: '起疹' } as const;
    const { factId } = saveFact({ ...typed, sinceOn: '2020-03-01' });
    expect(card().safety.facts).toEqual([{ id: factId, ...typed, sinceOn: '2020-03-01', endedOn: null }]);
    saveFact({ ...typed, factId, severity: 'mild' });
    expect(card().safety.facts).toMatchObject([{ severity: 'mild', sinceOn: null }]);
    desk.command(() => safetyHandlers['safety.removeFact'](desk.context, { customerId, factId }));
    expect(card().safety.facts).toEqual([]);
    desk.command(() => safetyHandlers['safety.restoreFact'](desk.context, { customerId, factId }));
    expect(card().safety.facts).toMatchObject([{ severity: 'mild' }]);
    const changes = desk.timeline({ customerId, kinds: ['change'] }).entries.map(({ change }) => change?.fields);
    expect(changes).toEqual(Array.from({ length: 4 }, () => ['safetyFacts']));
  });

  it('of somebody else, or with an end before the beginning, or from tomorrow, are refused', () => {
    const { factId } = saveFact({ kind: 'history', what: '高血压' });
    customerId = desk.addCustomer();
    expect(failureOf(() => saveFact({ factId, kind: 'history', what: '高血压' })).code).toBe('not_found');
    const issue = (input: Omit<CallInput<'safety.saveFact'>, 'customerId'>) => failureOf(() => saveFact(input)).details;
    expect(issue({ kind: 'history', what: '手术', sinceOn: '2026-11-20', endedOn: '2026-11-01' })).toEqual({
      issues: [{ path: 'endedOn', message: 'ends_before_it_begins' }],
    });
    expect(issue({ kind: 'history', what: '手术', sinceOn: '2026-11-22' })).toEqual({
      issues: [{ path: 'sinceOn', message: 'date_in_future' }],
    });
  });
});

describe('a visit of someone with an allergy, a contraindication or no patch test (X22)', () => {
  it('is written down only when every warning was acknowledged, and keeps what was warned of and who went on', () => {
    const dye = desk.addProduct('染发', 280_00, null);
    requireTest(dye, 180);
    saveFact({ kind: 'allergy', what: '氨水' });
    const lines = [{ ...item(280_00), productId: dye, name: '染发' }];
    const refused = failureOf(() => desk.record({ customerId, lines }));
    expect(refused).toMatchObject({
      code: 'conflict',
      details: {
        reason: 'safety_not_acknowledged',
        warnings: [
          { code: 'allergy', subject: '氨水' },
          { code: 'patch_test_missing', subject: '染发' },
        ],
      },
    });
    const keys = warnings([dye]).map(({ key }) => key);
    expect(failureOf(() => desk.record({ customerId, lines, acknowledged: keys.slice(1) })).code).toBe('conflict');
    expect(desk.summary(customerId).visit_count).toBe(0);
    const clerk = { ...desk.context, actor: { staffId: desk.addStaff('小李'), permissions } };
    const input = contract.visits.record.input.parse({ customerId, lines, acknowledged: keys });
    desk.command(() => visitsHandlers['visits.record'](clerk, input));
    expect(desk.timeline({ customerId, kinds: ['visit'] }).entries[0]?.visit?.warnings).toEqual([
      { code: 'allergy', subject: '氨水', staffName: '小李' },
      { code: 'patch_test_missing', subject: '染发', staffName: '小李' },
    ]);
  });

  it('needs nothing once the test has passed, and again once it has run out', () => {
    const dye = desk.addProduct('染发', 280_00, null);
    requireTest(dye, 180);
    const { testId } = saveTest({
      productId: dye,
      what: '染发',
      result: 'pending',
      doneOn: '2026-11-19',
      readingDueOn: '2026-11-21',
    });
    expect(warnings([dye])).toMatchObject([{ code: 'patch_test_pending', on: '2026-11-19' }]);
    saveTest({ testId, productId: dye, what: '染发', result: 'pass', doneOn: '2026-11-19' });
    expect(warnings([dye])).toEqual([]);
    expect(card().safety.patchTests).toMatchObject([{ result: 'pass', validUntil: '2027-05-18' }]);
    desk.goTo(localDate('2027-05-19'));
    expect(warnings([dye])).toMatchObject([{ code: 'patch_test_expired', on: '2027-05-18' }]);
    desk.command(() => safetyHandlers['safety.removePatchTest'](desk.context, { customerId, testId }));
    expect(warnings([dye])).toMatchObject([{ code: 'patch_test_missing' }]);
    desk.command(() => safetyHandlers['safety.restorePatchTest'](desk.context, { customerId, testId }));
    expect(warnings([dye])).toMatchObject([{ code: 'patch_test_expired' }]);
  });

  it('asks nothing of anybody else', () => {
    expect(warnings([desk.addProduct('剪发', 68_00, null)])).toEqual([]);
    expect(desk.record({ customerId, lines: [item(68_00)] }).totalCents).toBe(68_00);
  });
});

describe('an alert pinned to arrival (X23)', () => {
  it('is shown from its first to its last day, on the card and beside the name in the search, until it is dismissed', () => {
    const { alertId } = saveAlert({ alert: '道歉：上次等太久', fromOn: '2026-11-21', untilOn: '2026-11-22' });
    saveAlert({ alert: '以后', fromOn: '2026-12-01' });
    expect(alerts()).toEqual([
      ['道歉：上次等太久', true],
      ['以后', false],
    ]);
    expect(search()).toMatchObject({ hasAlert: true, isBlocked: false });
    desk.goTo(localDate('2026-11-23'));
    expect(alerts()[0]).toEqual(['道歉：上次等太久', false]);
    expect(search()?.hasAlert).toBe(false);
    desk.goTo(localDate('2026-11-21'));
    desk.command(() => safetyHandlers['safety.dismissAlert'](desk.context, { customerId, alertId }));
    expect(alerts()).toEqual([['以后', false]]);
    desk.command(() => safetyHandlers['safety.restoreAlert'](desk.context, { customerId, alertId }));
    expect(alerts()).toHaveLength(2);
  });

  it('that lasts until the next visit ends with it, and is back when the visit is taken back', () => {
    saveAlert({ alert: '补一张收据', fromOn: '2026-11-01', endsWithVisit: true });
    saveAlert({ alert: '一直在', fromOn: '2026-11-01' });
    saveAlert({ alert: '还没到', fromOn: '2026-12-01', endsWithVisit: true });
    const { visitId } = desk.record({ customerId, lines: [item(68_00)] });
    expect(alerts().map(([alert]) => alert)).toEqual(['一直在', '还没到']);
    desk.undo({ visitId });
    expect(new Set(alerts().map(([alert]) => alert))).toEqual(new Set(['一直在', '补一张收据', '还没到']));
  });
});

describe('do-not-serve (X23)', () => {
  it('is said by card and search, keeps the person off the list, and goes with undo', async () => {
    desk.addPhone(customerId, '13812342210');
    desk.addBirthday(customerId, 11, 22);
    await desk.refresh();
    expect(desk.today().rows.map((row) => row.customerId)).toEqual([customerId]);
    block();
    expect(card().safety.block).toMatchObject({ reason: '打人', blockedOn: '2026-11-21', staffName: null });
    expect(search()?.isBlocked).toBe(true);
    expect(desk.today().rows).toEqual([]);
    expect(await desk.refresh(true)).toMatchObject({ changed: 0 });
    expect(failureOf(() => block()).details).toEqual({ reason: 'already_blocked' });
    expect(unblock()).toEqual({ reason: '打人' });
    expect(card().safety.block).toBeNull();
    expect(desk.today().rows.map((row) => row.customerId)).toEqual([customerId]);
    expect(failureOf(() => unblock()).code).toBe('not_found');
  });

  it('lets a visit through only for the owner, who has said so, and the visit keeps it', () => {
    block();
    const keys = warnings().map(({ key }) => key);
    const asClerk = {
      ...desk.context,
      actor: { staffId: null, permissions: permissions.filter((one) => one !== 'customers.block') },
    };
    const input = contract.visits.record.input.parse({ customerId, lines: [item(68_00)], acknowledged: keys });
    expect(failureOf(() => desk.command(() => visitsHandlers['visits.record'](asClerk, input))).details).toEqual({
      reason: 'customer_blocked',
    });
    expect(failureOf(() => desk.record({ customerId, lines: [item(68_00)] })).details['reason']).toBe('safety_not_acknowledged');
    desk.record({ customerId, lines: [item(68_00)], acknowledged: keys });
    expect(desk.timeline({ customerId, kinds: ['visit'] }).entries[0]?.visit?.warnings).toEqual([
      { code: 'blocked', subject: '打人', staffName: null },
    ]);
  });

  it('a block that was lifted and set again must be acknowledged again', () => {
    block();
    const keys = warnings().map(({ key }) => key);
    unblock();
    block('还是不行');
    expect(failureOf(() => desk.record({ customerId, lines: [], acknowledged: keys })).details['reason']).toBe(
      'safety_not_acknowledged',
    );
  });
});

it('an alert for tomorrow is no alert today (X23)', () => {
  saveAlert({ alert: '明天', fromOn: addDays(localDate('2026-11-21'), 1) });
  expect(search()?.hasAlert).toBe(false);
});
