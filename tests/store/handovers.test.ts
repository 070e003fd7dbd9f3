import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { customersWrite } from '../../electron/handlers/customers/write.ts';
import { handoversHandlers } from '../../electron/handlers/handovers.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import { failureOf, openDesk, type Desk } from '../helpers/desk.ts';

let desk: Desk;
let zhang: StaffId;
let li: StaffId;
beforeEach(() => {
  desk = openDesk();
  zhang = desk.addStaff('张丽');
  li = desk.addStaff('李娜');
});
afterEach(() => {
  desk.close();
});

const own = (ownerId: StaffId | null): CustomerId => {
  const customerId = desk.addCustomer();
  desk.command(() =>
    customersWrite['customers.update'](desk.context, contract.customers.update.input.parse({ customerId, changes: { ownerId } })),
  );
  return customerId;
};
const ownerOf = (customerId: CustomerId) => customersCard['customers.findById'](desk.context, { customerId }).fields.ownerId;
const one = (input: CallInput<'handovers.handOver'>) =>
  desk.command(() => handoversHandlers['handovers.handOver'](desk.context, contract.handovers.handOver.input.parse(input)));
const all = (input: CallInput<'handovers.handOverAll'>) =>
  desk.command(() => handoversHandlers['handovers.handOverAll'](desk.context, contract.handovers.handOverAll.input.parse(input)));
const undo = (input: CallInput<'handovers.undo'>) =>
  desk.command(() => handoversHandlers['handovers.undo'](desk.context, contract.handovers.undo.input.parse(input)));
const owners = () => handoversHandlers['handovers.listOwners'](desk.context, {}).owners;

describe('a customer has an owner, and is handed over (R174, R175)', () => {
  test('one customer goes over with a note, which the card shows until it was read', () => {
    const customerId = own(zhang);
    const { handoverId } = one({ customerId, toStaffId: li, note: '答应了染发八折' });
    expect(ownerOf(customerId)).toBe(li);
    const card = () =>
      contract.customers.findById.output.parse(customersCard['customers.findById'](desk.context, { customerId }));
    expect(card().handover).toMatchObject({ id: handoverId, fromName: '张丽', toName: '李娜', note: '答应了染发八折' });
    expect(desk.timeline({ customerId }).entries[0]).toMatchObject({
      kind: 'handover',
      handover: { fromName: '张丽', toName: '李娜', note: '答应了染发八折' },
    });
    const setRead = (isRead: boolean) =>
      desk.command(() => handoversHandlers['handovers.setRead'](desk.context, { customerId, handoverId, isRead }));
    setRead(true);
    expect(card().handover).toBeNull();
    setRead(false);
    expect(card().handover?.id).toBe(handoverId);
  });

  test('all customers of someone who leaves go over at once, and undo brings back exactly those who were not passed on since', () => {
    const [first, second, others] = [own(zhang), own(zhang), own(null)];
    const { handoverId, customers } = all({ fromStaffId: zhang, toStaffId: li, note: '' });
    expect(customers).toBe(2);
    expect([first, second, others].map(ownerOf)).toEqual([li, li, null]);
    expect(owners()).toEqual(
      expect.arrayContaining([
        { staffId: li, customers: 2 },
        { staffId: null, customers: 1 },
      ]),
    );
    one({ customerId: second, toStaffId: null, note: '' });
    expect(undo({ handoverId })).toEqual({ returned: 1, kept: 1 });
    expect([first, second, others].map(ownerOf)).toEqual([zhang, null, null]);
    expect(desk.timeline({ customerId: first, kinds: ['handover'] }).entries).toEqual([]);
    expect(failureOf(() => undo({ handoverId })).code).toBe('already_undone');
  });

  test('the unowned are handed to somebody as one', () => {
    const customers = [own(null), own(null)];
    expect(all({ fromStaffId: null, toStaffId: zhang, note: '' }).customers).toBe(2);
    expect(customers.map(ownerOf)).toEqual([zhang, zhang]);
  });

  test('handing over to the owner, to someone who left, and of nobody is refused with its reason', () => {
    const customerId = own(zhang);
    expect(failureOf(() => one({ customerId, toStaffId: zhang })).details).toEqual({ reason: 'owner_already' });
    expect(failureOf(() => all({ fromStaffId: li, toStaffId: zhang })).details).toEqual({ reason: 'nobody_to_hand_over' });
    desk.database.connection.prepare('UPDATE staff SET is_active = 0 WHERE id = ?').run(li);
    expect(failureOf(() => one({ customerId, toStaffId: li })).details).toEqual({
      issues: [{ path: 'toStaffId', message: 'staff_left' }],
    });
    expect(handoversHandlers['handovers.list'](desk.context, { offset: 0, limit: 10 }).total).toBe(0);
  });
});
