import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readLock } from '../../electron/gate/lock.ts';
import { restoreBackup } from '../../electron/gate/restore.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import { workers } from '../helpers/workers.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';

afterEach(() => closeAll());

test('a restore is in the audit log even when the power goes the moment the restored store has taken its place (R192, R2)', async () => {
  const [home, stick, after] = [makeTestFolder(), makeTestFolder(), makeTestFolder()];
  const storePath = join(home, 'shop.regulars');
  const shop = await openTestGate(storePath);
  await shop.call('customers.create', { name: '王芳' });
  const backup = await shop.call('backups.create', { folder: shop.token(stick) });
  await shop.call('customers.create', { name: '后来的' });
  await shop.gate.close();

  const steps = {
    storePath,
    backupPath: backup.file,
    code: null,
    lock: await readLock(storePath, null),
    workers,
    log: { warn: () => undefined, error: () => undefined },
    jobId: null,
    cancelFlag: new Int32Array(new SharedArrayBuffer(4)),
    onEvent: () => undefined,
    knownProblem: () => Promise.resolve(null),
    by: ownerSession,
    entry: { operation: 'backups.restore', details: { file: basename(backup.file) }, staffName: null, today: null },
    stop: () => Promise.resolve(),
    start: () => {
      // What the disk holds at this moment; nobody has opened the restored store yet.
      cpSync(home, after, { recursive: true });
      return Promise.resolve({ ok: true, value: null } as const);
    },
  };
  await restoreBackup(steps);
  const cut = join(after, 'shop.regulars');
  expect(existsSync(`${cut}.restoring`)).toBe(true);

  const next = await openTestGate(cut);
  expect(await next.call('customers.list', {})).toMatchObject({ total: 1 });
  const { entries } = await next.call('audit.list', {});
  expect(entries.filter(({ operation }) => operation === 'backups.restore')).toMatchObject([
    { sequence: entries.length, kind: 'restore', outcome: 'done', details: { file: basename(backup.file) } },
  ]);
  expect(await next.call('audit.verify', {})).toMatchObject({ isWhole: true });
});

test('one that failed is in no audit log, and the store of before goes on (R192)', async () => {
  const home = makeTestFolder();
  const storePath = join(home, 'shop.regulars');
  const shop = await openTestGate(storePath);
  await shop.call('customers.create', { name: '王芳' });
  const { entries: before } = await shop.call('audit.list', {});
  mkdirSync(join(home, 'no-backup'));
  for (const file of [join(home, 'no-backup'), join(home, 'missing')])
    expect(await shop.ask('backups.restore', { file: shop.token(file) })).toMatchObject({ ok: false });
  expect((await shop.call('audit.list', {})).entries).toEqual(before);
  rmSync(join(home, 'no-backup'), { recursive: true });
});
