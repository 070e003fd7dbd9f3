import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import { facingSession, ownerSession } from '../../electron/gate/session.ts';
import { operations } from '../../shared/contract.ts';
import { workers } from '../helpers/workers.ts';

const folder = mkdtempSync(join(tmpdir(), 'regulars-facing-'));
let gate: Gate;
beforeAll(async () => {
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    workers,
    log: { warn: () => undefined, error: () => undefined },
  });
});
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

test('whoever stands before the facing window can see the form, send it, and ask to leave: of every other operation nothing (X39)', async () => {
  const allowed = ['intake.form', 'intake.submit', 'shell.leaveFacing'];
  for (const name of operations.keys()) {
    const answer = await gate.call(name, {}, facingSession);
    const isRefused = !answer.ok && answer.error.code === 'not_permitted';
    expect([name, isRefused]).toEqual([name, !allowed.includes(name)]);
  }
});

test('what the form sends reaches the clerk as a proposal, through the gate (X39)', async () => {
  await gate.call('intake.open', { customerId: null }, ownerSession);
  expect(await gate.call('intake.form', {}, facingSession)).toMatchObject({ ok: true, value: { isOpen: true } });
  expect(await gate.call('intake.submit', { details: { name: '王芳', isVip: true } }, facingSession)).toMatchObject({
    error: { code: 'bad_input' },
  });
  expect(await gate.call('intake.submit', { details: { name: '王芳' } }, facingSession)).toEqual({ ok: true, value: {} });
  expect(await gate.call('intake.proposals', {}, ownerSession)).toMatchObject({ ok: true, value: { waiting: 1 } });
});
