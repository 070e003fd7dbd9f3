import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { customersFamily } from '../../electron/handlers/customers/family.ts';
import { customersInteractions } from '../../electron/handlers/interactions.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
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

const card = () =>
  contract.customers.findById.output.parse(customersCard['customers.findById'](desk.context, { customerId: owner }));
const saveDate = (input: Omit<CallInput<'customers.saveImportantDate'>, 'customerId'>) =>
  desk.command(() =>
    customersFamily['customers.saveImportantDate'](
      desk.context,
      contract.customers.saveImportantDate.input.parse({ customerId: owner, ...input }),
    ),
  );
const saveMember = (input: Omit<CallInput<'customers.saveFamilyMember'>, 'customerId'>) =>
  desk.command(() =>
    customersFamily['customers.saveFamilyMember'](
      desk.context,
      contract.customers.saveFamilyMember.input.parse({ customerId: owner, ...input }),
    ),
  );
const wedding = { calendar: 'solar', year: 2015, month: 11, day: 30 } as const;
const lunar = { calendar: 'lunar', year: 2020, month: 10, day: 22 } as const;

describe('days to remember and family (R011)', () => {
  test('a day is added, changed in place and taken away, each once on the timeline', () => {
    const { dateId } = saveDate({ label: '结婚纪念日', kind: 'anniversary', date: wedding });
    expect(card().importantDates).toMatchObject([{ id: dateId, label: '结婚纪念日', date: wedding, nextOn: '2026-11-30' }]);
    saveDate({ dateId, label: '领证日', kind: 'anniversary', date: { ...wedding, month: 12 } });
    expect(card().importantDates).toMatchObject([{ id: dateId, label: '领证日', nextOn: '2026-12-30' }]);
    desk.command(() => customersFamily['customers.removeImportantDate'](desk.context, { customerId: owner, dateId }));
    expect(card().importantDates).toEqual([]);
    expect(desk.timeline({ customerId: owner, kinds: ['change'] }).entries.map(({ change }) => change?.fields)).toEqual([
      ['importantDates'],
      ['importantDates'],
      ['importantDates'],
    ]);
  });

  test('a child or a pet keeps a lunar birthday, or none', () => {
    const { memberId } = saveMember({ name: '朵朵', relation: '女儿', birthDate: lunar });
    saveMember({ name: '咪咪' });
    expect(card().familyMembers).toMatchObject([
      { id: memberId, name: '朵朵', relation: '女儿', birthDate: { ...lunar, isLeapMonth: false } },
      { name: '咪咪', relation: '', birthDate: null },
    ]);
  });

  test("another customer's day or relative cannot be changed by naming it", () => {
    const { dateId } = saveDate({ label: '开业', date: wedding });
    const { memberId } = saveMember({ name: '朵朵' });
    owner = desk.addCustomer();
    expect(failureOf(() => saveDate({ dateId, label: 'x', date: wedding })).code).toBe('not_found');
    expect(failureOf(() => saveMember({ memberId, name: 'x' })).code).toBe('not_found');
  });
});

describe('a contact written down by hand can be taken back (R041)', () => {
  const record = () =>
    desk.command(() =>
      customersInteractions['customers.recordInteraction'](
        desk.context,
        contract.customers.recordInteraction.input.parse({
          customerId: owner,
          channel: 'phone',
          direction: 'out',
          note: '约了周六',
        }),
      ),
    ).interactionId;
  const undo = (interactionId: ReturnType<typeof record>) =>
    desk.command(() => customersInteractions['customers.undoInteraction'](desk.context, { interactionId }));

  test('it leaves the timeline and the last contact is the one before', () => {
    const interactionId = record();
    expect(card().summary.lastInteractionOn).toBe('2026-11-21');
    undo(interactionId);
    expect(card().summary.lastInteractionOn).toBeNull();
    expect(desk.timeline({ customerId: owner }).entries).toEqual([]);
  });

  test('twice is refused', () => {
    const interactionId = record();
    undo(interactionId);
    expect(failureOf(() => undo(interactionId)).code).toBe('already_undone');
  });
});
