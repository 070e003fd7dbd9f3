import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import type { Seat } from '../../electron/gate/seat.ts';
import { programSession } from '../../electron/gate/session.ts';
import { contract, operations } from '../../shared/contract.ts';
import type { AppEvent, CallInput, OperationName } from '../../shared/contract.ts';
import { builtInRoles, permissionsOfRole } from '../../shared/contract/roles.ts';
import type { RoleKey } from '../../shared/contract/roles.ts';
import { unwrap } from '../../shared/errors.ts';
import { workers } from '../helpers/workers.ts';

const OWNER_PIN = '407193';
const CLERK_PIN = '2580';
const MINUTE = 60_000;

let folder: string;
let gate: Gate;
let desk: Seat;
let elapsed: number;
const heard: AppEvent[] = [];

const open = async (): Promise<void> => {
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    workers,
    monotonic: () => elapsed,
    log: { warn: () => undefined, error: () => undefined },
  });
  gate.onEvent((event) => heard.push(event));
  desk = gate.openSeat();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-seats-'));
  elapsed = 0;
  heard.length = 0;
  await open();
});
afterEach(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

const ask = async <Name extends OperationName>(name: Name, input: CallInput<Name>, from: Seat = desk): Promise<unknown> =>
  unwrap(await gate.call(name, input, from));
const session = async () => contract.staff.session.output.parse(await ask('staff.session', {}));
const makeOwner = async () =>
  contract.staff.makeOwner.output.parse(await ask('staff.makeOwner', { name: '张丽', pin: OWNER_PIN }));
/** The desk must be the owner's. */
const hire = async (name: string, role: RoleKey = 'clerk', pin = CLERK_PIN) => {
  const { staffId } = contract.staff.create.output.parse(await ask('staff.create', { name, role }));
  await ask('staff.setPin', { staffId, pin });
  return staffId;
};
const isRefused = async (name: OperationName, from: Seat = desk): Promise<boolean> => {
  const answer = await gate.call(name, { nonsense: true }, from);
  return !answer.ok && (answer.error.code === 'not_permitted' || answer.error.code === 'seat_locked');
};

describe('a desk (R192)', () => {
  test('is the owner’s until somebody has a PIN, and from then on whose PIN was typed', async () => {
    expect(await session()).toMatchObject({ staff: null, isLocked: false, hasAccounts: false, isFirstStart: true });
    const { staffId, words } = await makeOwner();
    expect(words?.chinese).toHaveLength(12);
    expect(await session()).toMatchObject({
      staff: { staffId, name: '张丽', role: 'owner' },
      hasAccounts: true,
      isFirstStart: false,
      recovery: 'sheet',
    });
    const clerk = await hire('小李');
    await ask('staff.lock', {});
    expect(await session()).toMatchObject({ staff: null, isLocked: true, permissions: ['session.sign_in', 'vault.unlock'] });
    expect(await gate.call('customers.list', {}, desk)).toMatchObject({ error: { code: 'seat_locked' } });
    await ask('staff.signIn', { staffId: clerk, pin: CLERK_PIN });
    expect(await session()).toMatchObject({ staff: { staffId: clerk }, isLocked: false });
    expect(await gate.call('exports.list', {}, desk)).toMatchObject({
      error: { code: 'not_permitted', details: { permission: 'exports.run' } },
    });
    expect(heard.filter(({ type }) => type === 'seatChanged').length).toBeGreaterThanOrEqual(3);
  });

  test('is one of several, each with whoever sits there', async () => {
    const { staffId } = await makeOwner();
    const other = gate.openSeat();
    expect(await isRefused('customers.list', other)).toBe(true);
    await ask('staff.signIn', { staffId, pin: OWNER_PIN }, other);
    await ask('staff.lock', {});
    expect(await gate.call('customers.list', {}, other)).toMatchObject({ ok: true });
    expect(await isRefused('customers.list')).toBe(true);
  });

  test('follows at once what happens to whoever sits there: another role, leaving, another PIN', async () => {
    const { staffId: owner } = await makeOwner();
    const clerk = await hire('小李', 'manager');
    const counter = gate.openSeat();
    await ask('staff.signIn', { staffId: clerk, pin: CLERK_PIN }, counter);
    expect(await gate.call('exports.list', {}, counter)).toMatchObject({ ok: true });
    await ask('staff.setRole', { staffId: clerk, role: 'clerk' });
    expect(await gate.call('exports.list', {}, counter)).toMatchObject({ error: { code: 'not_permitted' } });
    expect(await gate.call('customers.list', {}, counter)).toMatchObject({ ok: true });
    await ask('staff.update', { staffId: clerk, isActive: false });
    expect(await gate.call('customers.list', {}, counter)).toMatchObject({ error: { code: 'seat_locked' } });
    expect(await gate.call('staff.signIn', { staffId: clerk, pin: CLERK_PIN }, counter)).toMatchObject({
      error: { code: 'not_found' },
    });
    await ask('staff.update', { staffId: clerk, isActive: true });
    await ask('staff.signIn', { staffId: clerk, pin: CLERK_PIN }, counter);
    await ask('staff.setPin', { staffId: clerk, pin: '93715' });
    expect(await gate.call('customers.list', {}, counter)).toMatchObject({ error: { code: 'seat_locked' } });
    expect((await session()).staff?.staffId).toBe(owner);
  });

  test('left alone for the shop’s minutes locks itself, by a clock that nobody sets; 0 never does', async () => {
    await makeOwner();
    await ask('settings.update', { changes: { autoLockMinutes: 5 } });
    elapsed += 4 * MINUTE;
    await ask('staff.touch', {});
    elapsed += 4 * MINUTE;
    // Reading is no sign of life: the page does it by itself.
    expect(await gate.call('customers.list', {}, desk)).toMatchObject({ ok: true });
    elapsed += MINUTE;
    expect(await gate.call('customers.list', {}, desk)).toMatchObject({ error: { code: 'seat_locked' } });
    const [person] = (await session()).people;
    if (!person) throw new Error('nobody to sign in');
    await ask('staff.signIn', { staffId: person.staffId, pin: OWNER_PIN });
    await ask('settings.update', { changes: { autoLockMinutes: 0 } });
    elapsed += 1000 * MINUTE;
    expect(await gate.call('customers.list', {}, desk)).toMatchObject({ ok: true });
  });

  test('does not hold up the program’s own morning run', async () => {
    await makeOwner();
    await ask('staff.lock', {});
    expect(await gate.call('engine.refresh', {}, programSession)).toMatchObject({ ok: true });
    expect(await isRefused('engine.refresh')).toBe(true);
  });

  test('is locked when the program starts again, and keeps its words to itself: no hash in any answer', async () => {
    await makeOwner();
    const answers = JSON.stringify([await session(), await ask('staff.list', {}), await ask('staff.roles', {})]);
    expect(answers).not.toContain('scrypt');
    expect(answers).not.toContain(OWNER_PIN);
    await gate.close();
    await open();
    expect(await session()).toMatchObject({ isLocked: true, people: [{ name: '张丽', waitSeconds: 0 }] });
  });
});

describe('who may do what (R192, S2)', () => {
  test.each(builtInRoles)(
    '%s: every operation without the right is refused before any handler, the locked desk too',
    async (role) => {
      await makeOwner();
      const person = role === 'owner' ? null : await hire('小李', role);
      await ask('staff.lock', {});
      const locked = [...operations].filter(
        ([, { permission }]) => permission !== 'session.sign_in' && permission !== 'vault.unlock',
      );
      for (const [name] of locked)
        expect([name, await gate.call(name, { nonsense: true }, desk)]).toEqual([
          name,
          { ok: false, error: { code: 'seat_locked', details: {} } },
        ]);
      const staffId = person ?? (await session()).people[0]?.staffId;
      if (staffId === undefined) throw new Error('nobody to sign in');
      await ask('staff.signIn', { staffId, pin: role === 'owner' ? OWNER_PIN : CLERK_PIN });
      for (const [name, { permission }] of operations) {
        const answer = await gate.call(name, { nonsense: true }, desk);
        const expected = permissionsOfRole[role].includes(permission)
          ? { ok: false, error: { code: 'bad_input' } }
          : { ok: false, error: { code: 'not_permitted', details: { permission } } };
        expect([name, answer]).toMatchObject([name, expected]);
      }
    },
  );

  test('a manager hires clerks; roles are the owner’s; nobody grants what they do not hold', async () => {
    const { staffId: owner } = await makeOwner();
    const manager = await hire('王芳', 'manager');
    const other = await hire('陈晨', 'manager', '93715');
    await ask('staff.signIn', { staffId: manager, pin: CLERK_PIN });
    await hire('小李', 'clerk', '50218364');
    const refused = { error: { code: 'not_permitted', details: { permission: 'staff.permissions' } } };
    expect(await gate.call('staff.create', { name: '刘洋', role: 'manager' }, desk)).toMatchObject(refused);
    for (const staffId of [owner, other]) {
      expect(await gate.call('staff.setPin', { staffId, pin: '704193' }, desk)).toMatchObject(refused);
      expect(await gate.call('staff.removePin', { staffId }, desk)).toMatchObject(refused);
      expect(await gate.call('staff.update', { staffId, isActive: false }, desk)).toMatchObject(refused);
    }
    expect(await gate.call('staff.setRole', { staffId: manager, role: 'owner' }, desk)).toMatchObject(refused);
    expect(await gate.call('staff.saveRole', { name: '收银', permissions: ['visits.write'] }, desk)).toMatchObject(refused);
  });

  test('a mixture of the shop’s own holds exactly what was ticked, for everybody who has it, from that moment', async () => {
    await makeOwner();
    const saved = await ask('staff.saveRole', { name: '收银', permissions: ['customers.read', 'visits.write'] });
    const { roleId } = contract.staff.saveRole.output.parse(saved);
    const cashier = await hire('小李', roleId);
    const counter = gate.openSeat();
    await ask('staff.signIn', { staffId: cashier, pin: CLERK_PIN }, counter);
    expect(await isRefused('callbacks.recordOutcome', counter)).toBe(true);
    expect(await isRefused('visits.record', counter)).toBe(false);
    await ask('staff.saveRole', { roleId, name: '收银', permissions: ['customers.read', 'callbacks.write'] });
    expect(await isRefused('callbacks.recordOutcome', counter)).toBe(false);
    expect(await isRefused('visits.record', counter)).toBe(true);
    // Locking the screen is everybody's, whatever was ticked.
    expect(await gate.call('staff.lock', {}, counter)).toMatchObject({ ok: true });
    expect(await gate.call('staff.removeRole', { roleId }, desk)).toMatchObject({
      error: { details: { reason: 'role_in_use' } },
    });
  });

  test('the last owner who can sign in cannot leave, be made less, or lose the PIN', async () => {
    const { staffId } = await makeOwner();
    const refused = { error: { code: 'conflict', details: { reason: 'last_owner' } } };
    const all = async () => [
      await gate.call('staff.update', { staffId, isActive: false }, desk),
      await gate.call('staff.setRole', { staffId, role: 'clerk' }, desk),
      await gate.call('staff.removePin', { staffId }, desk),
    ];
    for (const answer of await all()) expect(answer).toMatchObject(refused);
    const named = contract.staff.create.output.parse(await ask('staff.create', { name: '李强', role: 'owner' }));
    // An owner without a PIN cannot get in, and does not count.
    for (const answer of await all()) expect(answer).toMatchObject(refused);
    await ask('staff.setPin', { staffId: named.staffId, pin: '93715' });
    expect(await gate.call('staff.setRole', { staffId, role: 'manager' }, desk)).toMatchObject({ ok: true });
  });

  test('a PIN that everybody tries first is refused with a sentence of its own', async () => {
    expect(await gate.call('staff.makeOwner', { name: '张丽', pin: '1234' }, desk)).toMatchObject({
      error: { code: 'bad_input', details: { issues: [{ path: 'pin', message: 'pin_trivial' }] } },
    });
  });
});
