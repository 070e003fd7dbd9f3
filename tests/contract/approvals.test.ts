import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import type { Seat } from '../../electron/gate/seat.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/types/ids.ts';
import { workers } from '../helpers/workers.ts';

const OWNER_PIN = '407193';
const CLERK_PIN = '2580';
let folder: string;
let gate: Gate;
let desk: Seat;
let owner: StaffId;
let clerk: StaffId;
let customerId: string;
let typeId: string;

const call = async <Name extends OperationName>(name: Name, input: CallInput<Name>) => await gate.call(name, input, desk);
const ask = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<unknown> =>
  unwrap(await call(name, input));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-approvals-'));
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    workers,
    monotonic: () => 0,
    log: { warn: () => undefined, error: () => undefined },
  });
  desk = gate.openSeat();
  ({ staffId: owner } = contract.staff.makeOwner.output.parse(await ask('staff.makeOwner', { name: '张丽', pin: OWNER_PIN })));
  ({ staffId: clerk } = contract.staff.create.output.parse(await ask('staff.create', { name: '小林', role: 'clerk' })));
  await ask('staff.setPin', { staffId: clerk, pin: CLERK_PIN });
  await ask('settings.update', { changes: { grantMostCents: 10_00, grantMonthCents: 50_00 } });
  ({ typeId } = contract.coupons.saveType.output.parse(
    await ask('coupons.saveType', { name: '30 元券', terms: { kind: 'amount', amountCents: 30_00 } }),
  ));
  ({ customerId } = contract.customers.create.output.parse(await ask('customers.create', { name: '王芳' })));
  await ask('staff.lock', {});
  await ask('staff.signIn', { staffId: clerk, pin: CLERK_PIN });
});
afterEach(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

const grant = (approval: CallInput<'coupons.issue'>['approval'] = null) =>
  call('coupons.issue', { customerId, typeId, reason: '等久了', approval });
const leftCents = async () => contract.coupons.discretion.output.parse(await ask('coupons.discretion', {})).leftCents;

test('what is beyond a clerk’s discretion is let pass at the same desk with the PIN of somebody who may, whose grant it is then (R177)', async () => {
  expect(await grant()).toMatchObject({ error: { code: 'conflict', details: { reason: 'grant_too_large' } } });
  expect(await ask('coupons.approvers', {})).toEqual({ people: [{ staffId: owner, name: '张丽' }] });
  expect(await grant({ staffId: clerk, pin: CLERK_PIN })).toMatchObject({ error: { details: { reason: 'approver_may_not' } } });
  expect(await grant({ staffId: owner, pin: OWNER_PIN })).toMatchObject({ ok: true });
  expect(await leftCents()).toBe(50_00);
  const given = await call('gifts.give', {
    customerId,
    reason: '道歉',
    what: '茶叶一盒',
    costCents: 80_00,
    approval: { staffId: owner, pin: OWNER_PIN },
  });
  expect(given).toMatchObject({ ok: true });
  expect(await leftCents()).toBe(50_00);
  // Whoever stands at the desk still takes a slip back.
  const { giftId } = contract.gifts.give.output.parse(unwrap(given));
  expect(await call('gifts.takeBack', { giftId })).toMatchObject({ ok: true });
});

test('a wrong PIN is counted as at the lock screen, and gives nothing', async () => {
  for (const triesLeft of [4, 3, 2, 1, 0])
    expect(await grant({ staffId: owner, pin: '111222' })).toMatchObject({
      error: { code: 'pin_wrong', details: { triesLeft } },
    });
  expect(await grant({ staffId: owner, pin: OWNER_PIN })).toMatchObject({ error: { code: 'pin_wait' } });
  expect(await grant({ staffId: clerk, pin: '111222' })).toMatchObject({ error: { code: 'pin_wrong' } });
  const { coupons } = contract.coupons.ofCustomer.output.parse(await ask('coupons.ofCustomer', { customerId }));
  expect(coupons).toEqual([]);
});
