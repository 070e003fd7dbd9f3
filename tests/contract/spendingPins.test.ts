import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import { workers } from '../helpers/workers.ts';

const PIN = '407193';
const SECONDS = 1000;
let folder: string;
let gate: Gate;
let elapsed: number;
const logged: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-spending-'));
  elapsed = 0;
  logged.length = 0;
  const keep = (text: string): void => void logged.push(text);
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    workers,
    monotonic: () => elapsed,
    log: { warn: keep, error: keep },
  });
});
afterEach(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

const ask = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<unknown> =>
  unwrap(await gate.call(name, input, ownerSession));

test('wrong spending PINs cost waits, by whatever they are tried; a right one ends the count, and none is told anywhere (X53, S5)', async () => {
  const { customerId } = contract.customers.create.output.parse(await ask('customers.create', { name: '王芳' }));
  await ask('storedValue.topUp', { customerId, principalCents: 500_00, giftCents: 0, method: 'cash' });
  await ask('settings.update', { changes: { spendingProof: 'pin', spendingProofFromCents: 1_00 } });
  await ask('spendingPins.set', { customerId, pin: PIN });
  const pay = (pin: string, cents = 10_00) =>
    gate.call(
      'visits.record',
      {
        customerId,
        lines: [{ name: '剪发', quantity: 1000, unitPriceCents: 10_00 }],
        payments: [{ method: 'stored', cents }],
        proof: { way: 'pin', pin },
      },
      ownerSession,
    );
  const wrong = (triesLeft: number) => ({
    error: { code: 'conflict', details: { reason: 'spending_pin_wrong', triesLeft, waitSeconds: 0 } },
  });
  const wait = (waitSeconds: number) => ({
    error: { code: 'conflict', details: { reason: 'spending_pin_wait', waitSeconds } },
  });
  expect(await pay('1111')).toMatchObject(wrong(4));
  expect(await pay('2222')).toMatchObject(wrong(3));
  // More than there is to pay: the PIN is looked at first, so that nobody tries for nothing.
  expect(await pay('3333', 90_00)).toMatchObject(wrong(2));
  const change = await gate.call('spendingPins.set', { customerId, pin: '61928', currentPin: '4444' }, ownerSession);
  expect(change).toMatchObject(wrong(1));
  expect(await pay('5555')).toMatchObject(wait(30));
  expect(await pay(PIN)).toMatchObject(wait(30));
  elapsed += 31 * SECONDS;
  expect(await pay(PIN, 90_00)).toMatchObject({ error: { code: 'bad_input' } });
  expect(await pay('6666')).toMatchObject(wrong(4));
  expect(await pay(PIN)).toMatchObject({ ok: true });
  const { entries } = contract.audit.list.output.parse(await ask('audit.list', { limit: 200 }));
  expect(entries.filter(({ operation }) => operation === 'spendingPins.prove')).toHaveLength(6);
  // By themselves: the same figures may stand within a moment or an id.
  expect(JSON.stringify([entries, logged])).not.toMatch(
    /(?<![\da-f-])(?:407193|61928|1111|2222|3333|4444|5555|6666)(?![\da-f-])/,
  );
});
