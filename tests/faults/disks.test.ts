import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupsHandlers } from '../../electron/handlers/backups.ts';
import { openBackupDesk } from './support/backups.ts';
import type { BackupDesk } from './support/backups.ts';
import { mountSmallDisk, whyNoSmallDisks } from './support/mounts.ts';
import type { SmallDisk } from './support/mounts.ts';

describe.skipIf(whyNoSmallDisks !== null)(`a backup onto a stick (${whyNoSmallDisks ?? 'a mounted disk'})`, () => {
  let desk: BackupDesk;
  let stick: SmallDisk;

  beforeEach(() => {
    desk = openBackupDesk();
    stick = mountSmallDisk(8192);
  });
  afterEach(() => {
    desk.close();
    stick.remove();
  });

  const registered = () => backupsHandlers['backups.status'](desk.store.context, {}).last;

  it('that is full says so, leaves nothing, and keeps the last good one', async () => {
    const good = await desk.create(stick.folder);
    const content = readFileSync(good.file);
    stick.resize(Math.ceil(good.bytes / 1024) + 40);
    await expect(desk.create(stick.folder)).rejects.toMatchObject({ code: 'disk_full' });
    expect(readdirSync(stick.folder)).toHaveLength(1);
    expect(readFileSync(good.file).equals(content)).toBe(true);
    expect(registered()?.bytes).toBe(good.bytes);
    expect(await desk.verify(good.file)).toMatchObject({ ok: true });
    stick.resize(8192);
    expect(await desk.create(stick.folder)).toMatchObject({ verified: true });
  });

  it('that is full at any point of the copy leaves nothing', async () => {
    const { bytes, file } = await desk.create(stick.folder);
    const blocker = join(stick.folder, 'holiday.mp4');
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
      const room = Math.floor((bytes * share) / 4096) * 4096;
      stick.resize(8192);
      writeFileSync(blocker, Buffer.alloc(4096));
      // tmpfs counts whole pages.
      const used = Math.ceil(statSync(file).size / 4096) * 4096 + 4096;
      stick.resize((used + room) / 1024);
      await expect(desk.create(stick.folder)).rejects.toMatchObject({ code: 'disk_full' });
      expect(readdirSync(stick.folder).sort()).toEqual([file.slice(stick.folder.length + 1), 'holiday.mp4'].sort());
    }
  });

  it('that is locked says that the folder cannot be written', async () => {
    stick.setReadonly(true);
    await expect(desk.create(stick.folder)).rejects.toMatchObject({ code: 'folder_readonly' });
    expect(registered()).toBeNull();
  });

  it('can be looked at and proven while it is locked', async () => {
    const good = await desk.create(stick.folder);
    stick.setReadonly(true);
    expect(await desk.verify(good.file)).toMatchObject({ ok: true, counts: good.counts });
    expect(await desk.inspect(good.file)).toMatchObject({ counts: good.counts });
  });
});
