import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { customersContactMethods } from '../../electron/handlers/customers/contactMethods.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract, type CallInput, type OutputOf } from '../../shared/contract.ts';
import { contactMethodId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf, openDesk, type Desk } from '../helpers/desk.ts';

let desk: Desk;
let owner: CustomerId;
beforeEach(() => {
  desk = openDesk();
  owner = desk.addCustomer();
});
afterEach(() => {
  desk.close();
});

type Input<Name extends 'saveContactMethod' | 'markContactMethod' | 'removeContactMethod'> = Omit<
  CallInput<`customers.${Name}`>,
  'customerId'
>;
type Before = OutputOf<'customers.saveContactMethod'>['before'];
const { saveContactMethod, markContactMethod, removeContactMethod, restoreContactMethods } = contract.customers;

const save = (input: Input<'saveContactMethod'>) =>
  desk.command(() =>
    customersContactMethods['customers.saveContactMethod'](
      desk.context,
      saveContactMethod.input.parse({ customerId: owner, ...input }),
    ),
  );
const mark = (input: Input<'markContactMethod'>) =>
  desk.command(() =>
    customersContactMethods['customers.markContactMethod'](
      desk.context,
      markContactMethod.input.parse({ customerId: owner, ...input }),
    ),
  );
const remove = (input: Input<'removeContactMethod'>) =>
  desk.command(() =>
    customersContactMethods['customers.removeContactMethod'](
      desk.context,
      removeContactMethod.input.parse({ customerId: owner, ...input }),
    ),
  );
const restore = (before: Before) =>
  desk.command(() =>
    customersContactMethods['customers.restoreContactMethods'](
      desk.context,
      restoreContactMethods.input.parse({ customerId: owner, ...before }),
    ),
  );
const card = () =>
  contract.customers.findById.output.parse(customersCard['customers.findById'](desk.context, { customerId: owner }));
const stored = () => plainRows(desk.database, 'SELECT * FROM contact_methods ORDER BY id');

describe('several ways to reach a customer (R002)', () => {
  test('each keeps its kind, its label, whether it is right and when it was verified; the first of a kind is the primary', () => {
    const { methodId: mobile } = save({ type: 'mobile', value: '138 0013 8000' });
    save({ type: 'landline', value: '021-62345678', label: '公司' });
    save({ type: 'social', value: '小满不熬夜', label: '小红书' });
    mark({ methodId: mobile, isVerified: true });
    expect(card().contactMethods).toMatchObject([
      { type: 'mobile', e164: '+8613800138000', isPrimary: true, isValid: true, verifiedOn: '2026-11-21', label: null },
      { type: 'social', label: '小红书', value: '小满不熬夜', isPrimary: true },
      { type: 'landline', label: '公司', isPrimary: false, verifiedOn: null },
    ]);
    expect(card().fields.phone).toBe('138 0013 8000');
  });

  test('another primary is what the form shows; a wrong number stays in sight and is not called', () => {
    const { methodId: first } = save({ type: 'mobile', value: '13800138000' });
    const { methodId: second } = save({ type: 'mobile', value: '13900139000' });
    mark({ methodId: second, isPrimary: true });
    expect(card().fields.phone).toBe('13900139000');
    mark({ methodId: second, isValid: false });
    expect(card().contactMethods.map(({ id, isPrimary, isValid }) => [id, isPrimary, isValid])).toEqual([
      [second, true, false],
      [first, false, true],
    ]);
  });

  test('a changed value counts as right and not verified; the same value keeps its marks', () => {
    const { methodId } = save({ type: 'mobile', value: '13800138000' });
    mark({ methodId, isVerified: true });
    save({ methodId, type: 'mobile', value: '13800138000', label: '自己的' });
    expect(card().contactMethods).toMatchObject([{ label: '自己的', verifiedOn: '2026-11-21' }]);
    save({ methodId, type: 'mobile', value: '13800138001' });
    expect(card().contactMethods).toMatchObject([{ value: '13800138001', verifiedOn: null, isValid: true }]);
  });

  test('what is no phone, no e-mail or there already is refused at its field, and nothing is written', () => {
    const issue = (message: string) => ({ code: 'bad_input', details: { issues: [{ path: 'value', message }] } });
    save({ type: 'mobile', value: '13800138000' });
    const before = stored();
    expect(failureOf(() => save({ type: 'mobile', value: '+86 138-0013-8000' }))).toEqual(issue('contact_twice'));
    expect(failureOf(() => save({ type: 'mobile', value: '问妈妈' }))).toEqual(issue('not_a_phone'));
    expect(failureOf(() => save({ type: 'email', value: 'wang' }))).toEqual(issue('not_an_email'));
    const nobody = contactMethodId('00000000-0000-7000-8000-00000000dead');
    expect(failureOf(() => remove({ methodId: nobody })).code).toBe('not_found');
    expect(stored()).toEqual(before);
  });

  test("nobody restores another customer's contact method", () => {
    const { methodId } = save({ type: 'wechat', value: 'wf_88' });
    const { before } = remove({ methodId });
    restore(before);
    owner = desk.addCustomer();
    expect(failureOf(() => restore(before)).code).toBe('not_found');
  });

  test('every change is told once on the timeline', () => {
    const { methodId } = save({ type: 'wechat', value: 'wf_88' });
    remove({ methodId });
    expect(desk.timeline({ customerId: owner }).entries.map(({ change }) => change)).toMatchObject([
      { action: 'edited', fields: ['contactMethods'] },
      { action: 'edited', fields: ['contactMethods'] },
    ]);
  });
});

const step = fc.record({
  what: fc.constantFrom('add', 'change', 'primary', 'valid', 'invalid', 'verify', 'remove'),
  which: fc.nat(20),
  value: fc.constantFrom('13800138000', '13900139000', '021-62345678', 'wf_88', 'a@b.cn'),
  type: fc.constantFrom('mobile', 'landline', 'wechat', 'email', 'social'),
});

property.prop([fc.array(step, { maxLength: 14 })], { numRuns: 25 })(
  'any history of changes, taken back step by step, leaves the rows of every step as they were (R002)',
  (steps) => {
    const fresh = openDesk();
    const old = desk;
    desk = fresh;
    owner = fresh.addCustomer();
    try {
      const past: { before: Before; rows: unknown[] }[] = [];
      for (const { what, which, value, type } of steps) {
        const rows = stored();
        const { contactMethods } = card();
        const known = contactMethods[which % Math.max(1, contactMethods.length)];
        try {
          const done =
            known === undefined || what === 'add'
              ? save({ type, value })
              : what === 'change'
                ? save({ methodId: known.id, type, value })
                : what === 'remove'
                  ? remove({ methodId: known.id })
                  : what === 'primary'
                    ? mark({ methodId: known.id, isPrimary: true })
                    : what === 'verify'
                      ? mark({ methodId: known.id, isVerified: true })
                      : mark({ methodId: known.id, isValid: what === 'valid' });
          past.push({ before: done.before, rows });
        } catch {
          // Refused: nothing was written, so there is nothing to take back.
          expect(stored()).toEqual(rows);
        }
      }
      for (const { before, rows } of past.toReversed()) {
        restore(before);
        expect(stored()).toEqual(rows);
      }
    } finally {
      desk = old;
      fresh.close();
    }
  },
);
