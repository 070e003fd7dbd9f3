import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advocatesHandlers } from '../../electron/handlers/advocates.ts';
import { printingHandlers } from '../../electron/handlers/printing.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { AdvocateId, CustomerId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { failureOf } from '../helpers/desk.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';
import { TEST_TODAY } from '../helpers/store.ts';

let desk: MergeDesk;
beforeEach(() => {
  desk = openMergeDesk();
  desk.settings({ advocateTitle: '咖啡体验官', shopName: '小满咖啡' });
});
afterEach(() => {
  desk.close();
});
const { advocates } = contract;
const ofCustomer = (customerId: CustomerId) =>
  advocates.ofCustomer.output.parse(advocatesHandlers['advocates.ofCustomer'](desk.context, { customerId }));
const appoint = (customerId: CustomerId, kind: 'advocate' | 'tester' = 'advocate') =>
  desk.command(() => advocatesHandlers['advocates.appoint'](desk.context, advocates.appoint.input.parse({ customerId, kind })))
    .advocateId;
const end = (advocateId: AdvocateId, isEnded = true) =>
  desk.command(() => advocatesHandlers['advocates.end'](desk.context, { advocateId, isEnded }));
const forget = (advocateId: AdvocateId) =>
  desk.command(() => advocatesHandlers['advocates.forget'](desk.context, { advocateId }));
const saveTest = (input: CallInput<'advocates.saveTest'>) =>
  desk.command(() => advocatesHandlers['advocates.saveTest'](desk.context, advocates.saveTest.input.parse(input)));
const list = (input: CallInput<'advocates.list'>) =>
  advocates.list.output.parse(advocatesHandlers['advocates.list'](desk.context, advocates.list.input.parse(input)));
const reasonOf = (work: () => unknown): unknown => failureOf(work).details['reason'];

describe('advocates and testers (R094)', () => {
  it('are appointed with the next number under the shop’s own title, once at a time, ended, resumed and appointed anew', () => {
    const wang = desk.create({ name: '王芳' });
    const first = appoint(wang);
    expect(ofCustomer(wang).rights).toMatchObject([
      { kind: 'advocate', number: 1, title: '咖啡体验官', sinceOn: TEST_TODAY, endedOn: null },
    ]);
    expect(reasonOf(() => appoint(wang))).toBe('advocate_already');
    appoint(wang, 'tester');
    end(first);
    end(first);
    expect(ofCustomer(wang).rights.map(({ endedOn }) => endedOn)).toContain(TEST_TODAY);
    end(first, false);
    expect(reasonOf(() => appoint(wang))).toBe('advocate_already');
    end(first);
    const again = appoint(wang);
    expect(reasonOf(() => end(first, false))).toBe('advocate_already');
    expect(list({ kind: 'advocate' }).rows.map(({ number }) => number)).toEqual([3]);
    expect(list({ kind: 'advocate', withEnded: true }).total).toBe(2);
    forget(again);
    expect(list({ kind: 'advocate' }).total).toBe(0);
    expect(failureOf(() => forget(again)).code).toBe('not_found');
  });

  it('are none in a shop without a name for them, and nobody in the bin is appointed or listed', () => {
    const wang = desk.create({ name: '王芳' });
    appoint(wang);
    desk.remove(wang);
    expect(list({ kind: 'advocate' }).total).toBe(0);
    expect(reasonOf(() => appoint(wang, 'tester'))).toBe('customer_removed');
    desk.restore(wang);
    expect(list({ kind: 'advocate' }).total).toBe(1);
    desk.settings({ advocateTitle: '' });
    expect(reasonOf(() => appoint(wang, 'tester'))).toBe('advocates_off');
  });

  it('tell what they were given to test and what they said, changed and taken away with the way back', () => {
    const wang = desk.create({ name: '王芳' });
    appoint(wang, 'tester');
    const test = { customerId: wang, what: '秋季拿铁', givenOn: TEST_TODAY, said: '' };
    const { testId, before } = saveTest(test);
    expect(before).toBeNull();
    expect(saveTest({ ...test, testId, said: '偏甜' }).before).toEqual({ what: '秋季拿铁', givenOn: TEST_TODAY, said: '' });
    expect(list({ kind: 'tester' }).rows).toMatchObject([{ name: '王芳', tests: 1, lastSaid: '偏甜' }]);
    const remove = (isRemoved: boolean) =>
      desk.command(() => advocatesHandlers['advocates.removeTest'](desk.context, { testId, isRemoved }));
    remove(true);
    expect(ofCustomer(wang).tests).toEqual([]);
    expect(list({ kind: 'tester' }).rows).toMatchObject([{ tests: 0, lastSaid: null }]);
    remove(false);
    expect(ofCustomer(wang).tests).toMatchObject([{ said: '偏甜' }]);
    expect(failureOf(() => saveTest({ ...test, givenOn: addDays(TEST_TODAY, 1) })).details['issues']).toEqual([
      { path: 'givenOn', message: 'date_in_future' },
    ]);
    const li = desk.create({ name: '李雷' });
    expect(failureOf(() => saveTest({ ...test, testId, customerId: li })).code).toBe('not_found');
  });

  it('go over with a merge and back with its undo', () => {
    const survivorId = desk.create({ name: '王芳' });
    const otherId = desk.create({ name: '王芳二' });
    appoint(otherId, 'tester');
    saveTest({ customerId: otherId, what: '秋季拿铁', givenOn: TEST_TODAY, said: '好' });
    const { mergeId } = desk.merge({ survivorId, otherId });
    expect(ofCustomer(survivorId)).toMatchObject({ rights: [{ kind: 'tester' }], tests: [{ said: '好' }] });
    desk.undoMerge({ mergeId });
    expect(ofCustomer(survivorId)).toEqual({ rights: [], tests: [] });
    expect(ofCustomer(otherId).tests).toHaveLength(1);
  });

  it('get a certificate with title, name, day and number', () => {
    const advocateId = appoint(desk.create({ name: '王芳' }));
    const print = (sheet: CallInput<'printing.sheet'>['sheet']) =>
      printingHandlers['printing.sheet'](desk.context, contract.printing.sheet.input.parse({ sheet }));
    const { html, name } = print({ kind: 'certificate', advocateId });
    expect(name).toBe('咖啡体验官 王芳');
    for (const told of ['咖啡体验官', '王芳', '小满咖啡', TEST_TODAY, '0001']) expect(html).toContain(told);
    forget(advocateId);
    expect(failureOf(() => print({ kind: 'certificate', advocateId })).code).toBe('not_found');
  });
});
