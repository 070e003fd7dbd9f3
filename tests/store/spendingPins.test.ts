import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spendingPinsHandlers } from '../../electron/handlers/spendingPins.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { auditProblems } from '../../electron/store/audit.ts';
import { plainRows } from '../../electron/store/database.ts';
import { readPersonalRows } from '../../electron/store/personalTables.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { failureOf, item, openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';
import { storedValueOf } from '../helpers/storedValue.ts';

const PIN = '407193';
const OTHER = '61928';
/** Drawn in one go. */
const strokes = [[1, 1, 20, 20, 40, 10, 60, 30, 80, 5, 100, 40, 120, 60]];
let desk: Desk;
let customerId: CustomerId;
beforeEach(() => {
  desk = openDesk();
  customerId = desk.addCustomer();
  storedValueOf(desk).topUp({ customerId, principalCents: 500_00, giftCents: 0, method: 'cash' });
});
afterEach(() => {
  expect(auditProblems(desk.database)).toEqual([]);
  desk.close();
});

const clerk = () => ({
  ...desk.context,
  actor: { staffId: null, permissions: desk.context.actor.permissions.filter((name) => name !== 'loyalty.adjust') },
});
const set = (input: Omit<CallInput<'spendingPins.set'>, 'customerId'>, context = desk.context) =>
  desk.command(() =>
    spendingPinsHandlers['spendingPins.set'](context, contract.spendingPins.set.input.parse({ customerId, ...input })),
  );
const remove = (currentPin: string | null, context = desk.context) =>
  desk.command(() => spendingPinsHandlers['spendingPins.remove'](context, { customerId, currentPin }));
const hasPin = () => spendingPinsHandlers['spendingPins.find'](desk.context, { customerId }).hasPin;
type Proof = CallInput<'visits.record'>['proof'];
const pay = (amount: number, proof: Proof = null) =>
  desk.record({ customerId, lines: [item(amount)], payments: [{ method: 'stored', cents: amount }], proof });
const proofsAway = () =>
  contract.spendingPins.proofs.output.parse(spendingPinsHandlers['spendingPins.proofs'](desk.context, { customerId })).proofs;
const proofOf = (visitId: string) =>
  spendingPinsHandlers['spendingPins.ofVisit'](desk.context, contract.spendingPins.ofVisit.input.parse({ visitId })).proof;
const reason = (work: () => unknown): unknown => {
  const { code, details } = failureOf(work);
  return code === 'conflict' ? details['reason'] : code;
};

describe('a spending PIN (X53)', () => {
  it('is asked for by no shop that has not switched it on, and then from the amount on', () => {
    const { visitId } = pay(300_00);
    expect(proofOf(visitId)).toBeNull();
    desk.settings({ spendingProof: 'pin', spendingProofFromCents: cents(200_00) });
    desk.undo({ visitId });
    pay(50_00);
    set({ pin: PIN });
    expect(failureOf(() => pay(300_00))).toEqual({
      code: 'conflict',
      details: { reason: 'spending_proof_needed', ways: ['pin'], hasPin: true, valueCents: 300_00 },
    });
    expect(reason(() => pay(300_00, { way: 'pin', pin: OTHER }))).toBe('spending_pin_wrong');
    expect(reason(() => pay(300_00, { way: 'signature', strokes }))).toBe('spending_proof_needed');
    const proven = pay(300_00, { way: 'pin', pin: PIN });
    expect(proofOf(proven.visitId)).toMatchObject({ way: 'pin', valueCents: 300_00, strokes: [] });
    desk.undo({ visitId: proven.visitId });
    expect(proofOf(proven.visitId)).toMatchObject({ way: 'pin' });
  });

  it('is told as wrong before anything else is, for its tries are counted', () => {
    desk.settings({ spendingProof: 'pin', spendingProofFromCents: cents(100) });
    expect(reason(() => pay(300_00, { way: 'pin', pin: PIN }))).toBe('spending_pin_unset');
    set({ pin: PIN });
    const tooMuch = { customerId, lines: [item(1)], payments: [{ method: 'stored' as const, cents: 900_00 }] };
    expect(reason(() => desk.record({ ...tooMuch, proof: { way: 'pin', pin: OTHER } }))).toBe('spending_pin_wrong');
    expect(reason(() => desk.record({ ...tooMuch, proof: { way: 'pin', pin: PIN } }))).toBe('bad_input');
  });

  it('is changed by whoever knows it, or by whoever may correct balances, and taken back', () => {
    const first = set({ pin: PIN }, clerk());
    expect(hasPin()).toBe(true);
    expect(reason(() => set({ pin: OTHER }, clerk()))).toBe('not_permitted');
    expect(reason(() => set({ pin: OTHER, currentPin: OTHER }, clerk()))).toBe('spending_pin_wrong');
    const second = set({ pin: OTHER, currentPin: PIN }, clerk());
    const back = (changedAt: number) =>
      desk.command(() =>
        spendingPinsHandlers['spendingPins.takeBack'](
          desk.context,
          contract.spendingPins.takeBack.input.parse({ customerId, changedAt }),
        ),
      );
    expect(reason(() => back(first.changedAt))).toBe('already_undone');
    back(second.changedAt);
    expect(reason(() => back(second.changedAt))).toBe('already_undone');
    expect(reason(() => remove(null, clerk()))).toBe('not_permitted');
    const { changedAt } = remove(PIN, clerk());
    expect(hasPin()).toBe(false);
    expect(reason(() => remove(null))).toBe('spending_pin_unset');
    back(changedAt);
    expect(hasPin()).toBe(true);
    set({ pin: OTHER });
    remove(null);
    expect(hasPin()).toBe(false);
  });

  it('is asked for away from visits too, looked at before all else, and what was given is kept', () => {
    desk.settings({ spendingProof: 'either', spendingProofFromCents: cents(50_00), pointsPerMoneyUnit: 10 });
    set({ pin: PIN });
    const other = desk.addCustomer();
    desk.adjust({ customerId, points: 1000, reason: '补' });
    const purse = storedValueOf(desk);
    const given = { customerId, principalCents: 60_00, giftCents: 0 };
    const away = {
      redeem: (proof: Proof) => desk.redeem({ customerId, points: 600, reason: '换伞', proof }),
      refund: (proof: Proof) => purse.refund({ ...given, method: 'cash', reason: '搬家', proof }),
      transfer: (proof: Proof) => purse.transfer({ ...given, toCustomerId: other, reason: '给女儿', proof }),
    };
    for (const spend of Object.values(away)) {
      expect(failureOf(() => spend(null)).details).toMatchObject({ reason: 'spending_proof_needed', valueCents: 60_00 });
      expect(reason(() => spend({ way: 'pin', pin: OTHER }))).toBe('spending_pin_wrong');
    }
    const nobody = { ...given, toCustomerId: customerId, reason: '错' };
    expect(reason(() => purse.transfer({ ...nobody, proof: { way: 'pin', pin: OTHER } }))).toBe('spending_pin_wrong');
    expect(reason(() => purse.transfer({ ...nobody, proof: { way: 'pin', pin: PIN } }))).toBe('bad_input');
    desk.redeem({ customerId, points: 100, reason: '换贴纸' });
    expect(proofsAway()).toEqual([]);
    away.redeem({ way: 'pin', pin: PIN });
    away.refund({ way: 'signature', strokes });
    away.transfer({ way: 'waived', reason: '电话里说的' });
    expect(proofsAway()).toMatchObject([
      { spending: 'transfer', way: 'waived', valueCents: 60_00, reason: '电话里说的' },
      { spending: 'refund', way: 'signature', strokes },
      { spending: 'redeem', way: 'pin', strokes: [] },
    ]);
  });

  it('is kept as a hash that no file of the person shows', () => {
    set({ pin: PIN });
    set({ pin: OTHER });
    const kept = JSON.stringify(plainRows(desk.database, 'SELECT * FROM spending_pins'));
    expect(kept).toContain('$scrypt$');
    expect(kept).not.toContain(PIN);
    expect(kept).not.toContain(OTHER);
    const given = JSON.stringify([...readPersonalRows(desk.database, [customerId])]);
    expect(given).toContain('spending_pins');
    expect(given).not.toContain('scrypt');
  });
});

describe('a signature, a waiver (X53)', () => {
  beforeEach(() => desk.settings({ spendingProof: 'either', spendingProofFromCents: cents(100) }));

  it('stays with the visit as it was drawn; a field that was only touched is none', () => {
    expect(failureOf(() => pay(100_00, { way: 'signature', strokes: [[1, 1]] }))).toMatchObject({ code: 'bad_input' });
    const { visitId } = pay(100_00, { way: 'signature', strokes });
    expect(proofOf(visitId)).toMatchObject({ way: 'signature', strokes, reason: null });
  });

  it('is waived by whoever may correct balances, with a reason', () => {
    const waived = { way: 'waived', reason: '老顾客，忘带手机' } as const;
    const input = contract.visits.record.input.parse({
      customerId,
      lines: [item(100_00)],
      payments: [{ method: 'stored', cents: 100_00 }],
      proof: waived,
    });
    expect(reason(() => desk.command(() => visitsHandlers['visits.record'](clerk(), input)))).toBe('not_permitted');
    expect(proofOf(pay(100_00, waived).visitId)).toMatchObject({ way: 'waived', reason: waived.reason });
  });

  it('is asked for points that pay as for stored value, together', () => {
    desk.settings({ pointsPerMoneyUnit: 100, spendingProofFromCents: cents(500) });
    desk.adjust({ customerId, points: 1000, reason: '送' });
    const both = (stored: number) => ({
      customerId,
      lines: [item(stored + 3_00)],
      payments: [
        { method: 'points' as const, cents: 3_00 },
        { method: 'stored' as const, cents: stored },
      ],
    });
    desk.record(both(1_99));
    expect(failureOf(() => desk.record(both(2_00))).details).toMatchObject({ valueCents: 5_00 });
  });
});
