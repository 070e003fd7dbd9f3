import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OperationName, OutputOf } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { unwrap } from '../../shared/errors.ts';
import { localDate } from '../../shared/types/time.ts';
import { workers } from '../helpers/workers.ts';

// The audit log of a real store behind the real gate.

const folder = mkdtempSync(join(tmpdir(), 'regulars-audit-'));
let gate: Gate;
const PHONE = '13812345678';
const NOTE = '只告诉你一个人的话';

const ask = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<unknown> =>
  unwrap(await gate.call(name, input, ownerSession));
const entries = async (): Promise<OutputOf<'audit.list'>['entries']> =>
  contract.audit.list.output.parse(await ask('audit.list', { limit: 200 })).entries;
/** What the work adds to the log, oldest first. */
const added = async (work: () => Promise<unknown>): Promise<OutputOf<'audit.list'>['entries']> => {
  const before = (await entries())[0]?.sequence ?? 0;
  await work();
  return (await entries()).filter(({ sequence }) => sequence > before).toReversed();
};
const created = async (name: string): Promise<string> =>
  contract.customers.create.output.parse(await ask('customers.create', { name, phone: PHONE, note: NOTE })).customerId;
const line = { name: '剪发', quantity: 1000, unitPriceCents: 88_00 };

beforeAll(async () => {
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    today: localDate('2026-11-21'),
    workers,
    log: { warn: () => undefined, error: () => undefined },
  });
});
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

describe('the audit log', () => {
  test('has one entry for each audited call that succeeded, in order, with what it did and to whom (R192)', async () => {
    const customerId = await created('王芳');
    const otherId = await created('王小芳');
    const calls: [OperationName, () => Promise<unknown>, object][] = [];
    let visitId = '';
    let entryId = '';
    let mergeId = '';
    const anyText: unknown = expect.any(String);
    calls.push(
      [
        'visits.record',
        async () => {
          ({ visitId } = contract.visits.record.output.parse(
            await ask('visits.record', { customerId, lines: [line], note: NOTE }),
          ));
        },
        { totalCents: 88_00, pointsEarned: 8 },
      ],
      ['visits.undo', () => ask('visits.undo', { visitId }), { totalCents: 88_00 }],
      [
        'loyalty.adjust',
        async () => {
          ({ entryId } = contract.loyalty.adjust.output.parse(
            await ask('loyalty.adjust', { customerId, points: 50, reason: NOTE }),
          ));
        },
        { points: 50 },
      ],
      ['loyalty.redeem', () => ask('loyalty.redeem', { customerId, points: 20, reason: NOTE }), { points: -20 }],
      ['loyalty.reverse', () => ask('loyalty.reverse', { entryId, reason: NOTE }), { points: -50, entryId: anyText }],
      [
        'settings.update',
        () => ask('settings.update', { changes: { dormantMonths: 7 } }),
        { before: { dormantMonths: 6 }, after: { dormantMonths: 7 } },
      ],
      [
        'merges.merge',
        async () => {
          ({ mergeId } = contract.merges.merge.output.parse(await ask('merges.merge', { survivorId: customerId, otherId })));
        },
        { mergeId: anyText },
      ],
      ['merges.undo', () => ask('merges.undo', { mergeId }), { mergeId: anyText }],
      ['customers.remove', () => ask('customers.remove', { customerId: otherId }), {}],
      ['bin.purge', () => ask('bin.purge', { customerIds: [otherId] }), { purged: 1 }],
    );
    for (const [operation, work, details] of calls) {
      const told = await added(work);
      expect(told, operation).toHaveLength(1);
      expect(told[0]).toMatchObject({ operation, outcome: 'done', details });
    }
    const about = (await entries()).filter(({ operation }) => operation !== 'settings.update');
    expect(about.filter(({ customers }) => customers.length === 0)).toEqual([]);
  });

  test('says nothing of what was refused or rolled back, and nothing of edits that the timeline shows (R192)', async () => {
    const customerId = await created('李梅');
    const told = await added(async () => {
      expect(await gate.call('loyalty.redeem', { customerId, points: 1_000, reason: '换礼' }, ownerSession)).toMatchObject({
        ok: false,
      });
      expect(await gate.call('visits.undo', { visitId: customerId }, ownerSession)).toMatchObject({ ok: false });
      await ask('customers.recordInteraction', { customerId, channel: 'phone', direction: 'out', note: NOTE });
      await ask('customers.list', {});
    });
    expect(told).toEqual([]);
  });

  test('tells of calls that were not permitted, and a loop of them does not fill the disk (R192)', async () => {
    const clerk = { staffId: null, permissions: permissions.filter((name) => name !== 'exports.run') };
    const told = await added(async () => {
      for (let count = 0; count < 300; count += 1)
        expect(await gate.call('exports.list', {}, clerk)).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(30);
    expect(told[0]).toMatchObject({ operation: 'exports.list', outcome: 'refused', kind: 'permission' });
  });

  test('has an export before there is a file, with its rows and name (R192)', async () => {
    const path = join(folder, 'out.csv');
    const { token: file } = gate.tokens.issue(path);
    const told = await added(() => ask('exports.customers', { file, format: 'csv' }));
    expect(told).toMatchObject([{ operation: 'exports.customers', kind: 'export', details: { file: 'out.csv', format: 'csv' } }]);
    expect(readFileSync(path, 'utf8')).toContain('王芳');
    const { token: nowhere } = gate.tokens.issue(join(folder, 'missing', 'out.csv'));
    expect(await added(() => gate.call('exports.customers', { file: nowhere, format: 'csv' }, ownerSession))).toEqual([]);
  });

  test('holds no phone number, no note and no name of a customer (R192, S8)', async () => {
    const { token } = gate.tokens.issue(folder);
    await ask('backups.create', { folder: token });
    const text = JSON.stringify(
      (await entries()).map(({ customers, ...entry }) => ({ ...entry, ids: customers.map(({ id }) => id) })),
    );
    for (const personal of [PHONE, PHONE.slice(-8), NOTE, '王芳', '王小芳', '李梅']) expect(text).not.toContain(personal);
  });

  test('is read by kind and by day, and its chain is whole (S6)', async () => {
    const list = async (input: CallInput<'audit.list'>) => contract.audit.list.output.parse(await ask('audit.list', input));
    const values = await list({ kind: 'value' });
    expect(values.entries.length).toBeGreaterThan(4);
    expect(new Set(values.entries.map(({ kind }) => kind))).toEqual(new Set(['value']));
    expect((await list({ kind: 'deletion' })).entries.map(({ operation }) => operation)).toEqual([
      'bin.purge',
      'customers.remove',
    ]);
    expect((await list({ from: localDate('2026-11-22') })).entries).toEqual([]);
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, after: first.next });
    expect([...first.entries, ...second.entries].map(({ sequence }) => sequence)).toEqual(
      (await entries()).slice(0, 6).map(({ sequence }) => sequence),
    );
    expect(await ask('audit.verify', {})).toMatchObject({ isWhole: true, firstBreak: null, entries: (await entries()).length });
  });

  test('goes on after a restore from the end of the restored chain, and names the end of the one it replaced (R192, S6)', async () => {
    const { token } = gate.tokens.issue(folder);
    const { file } = contract.backups.create.output.parse(await ask('backups.create', { folder: token }));
    const customerId = await created('赵敏');
    await ask('loyalty.adjust', { customerId, points: 5, reason: '之后' });
    const { head, entries: count } = contract.audit.verify.output.parse(await ask('audit.verify', {}));
    await ask('backups.restore', { file: gate.tokens.issue(join(folder, basename(file))).token });
    const [latest, before] = await entries();
    expect(latest).toMatchObject({
      operation: 'backups.restore',
      kind: 'restore',
      details: { replacedHead: head, replacedEntries: count },
    });
    expect(before?.operation).not.toBe('loyalty.adjust');
    expect(await ask('audit.verify', {})).toMatchObject({ isWhole: true });
  });
});
