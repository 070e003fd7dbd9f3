import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attachmentsHandlers } from '../../electron/handlers/attachments.ts';
import { integrityProblems } from '../../electron/store/audit.ts';
import { plainRows, transaction } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { contract } from '../../shared/contract.ts';
import { uploadId as toUploadId } from '../../shared/types/ids.ts';
import { openTestStore } from '../helpers/store.ts';
import { pdfOf } from '../helpers/pictures.ts';
import { startDesk } from './support/deskLink.ts';
import type { DeskLink } from './support/deskLink.ts';
import { customerIdOf, fillDatabase } from './support/fill.ts';
import { mountSmallDisk, whyNoSmallDisks } from './support/mounts.ts';

const uploadIdOf = (number: number) => toUploadId(`00000000-0000-7000-8009-${number.toString(16).padStart(12, '0')}`);
const PART = 300_000;

/** What stands in the file: every attachment has all its bytes, every content is shown, and the room is their sum. */
const expectSound = (database: StoreDatabase): void => {
  expect(integrityProblems(database)).toEqual([]);
  expect(database.connection.pragma('foreign_key_check')).toEqual([]);
  const [room] = plainRows<{ kept: number; summed: number; unshown: number }>(
    database,
    `SELECT (SELECT bytes FROM attachment_usage) AS kept, (SELECT ifnull(sum(length(content)), 0) FROM attachment_blobs) AS summed,
      (SELECT count(*) FROM attachment_blobs WHERE sha256 NOT IN (SELECT sha256 FROM attachments)) AS unshown`,
  );
  expect(room).toEqual({ kept: room?.summed, summed: room?.summed, unshown: 0 });
};

const upload = async (desk: DeskLink, number: number): Promise<boolean> => {
  const uploadId = uploadIdOf(number);
  const content = Buffer.from(pdfOf(number, PART)).toString('base64');
  const sent = await desk.call('attachments.uploadPart', { uploadId, position: 0, content });
  if (!sent?.ok) return false;
  const added = await desk.call('attachments.add', { customerId: customerIdOf(1), uploadId, name: `合同${number}.pdf` });
  return added?.ok === true;
};

test('killed during uploads, what was acknowledged is there whole, and nothing half is (X25)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-uploads-'));
  const path = join(folder, 'shop.regulars');
  try {
    const first = openStore(path);
    migrate(first);
    fillDatabase(first);
    closeStore(first);
    const acknowledged = new Set<string>();
    let number = 0;
    for (const until of [2, 5, 9]) {
      const desk = await startDesk(path);
      const hand = async (): Promise<void> => {
        while (acknowledged.size < until) {
          number += 1;
          const mine = number;
          if (await upload(desk, mine)) acknowledged.add(`合同${mine}.pdf`);
        }
      };
      await Promise.race([hand(), hand(), hand()]);
      await desk.kill();
      const database = openStore(path);
      expectSound(database);
      const names = plainRows<{ name: string }>(database, 'SELECT name FROM attachments').map(({ name }) => name);
      closeStore(database);
      expect(names).toEqual(expect.arrayContaining([...acknowledged]));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe.skipIf(whyNoSmallDisks !== null)(`on a small disk (${whyNoSmallDisks ?? 'mounted'})`, () => {
  test('an upload that no longer fits says that the disk is full, and leaves the store as it was (X25)', () => {
    const disk = mountSmallDisk(16_384);
    const store = openTestStore();
    const database = openStore(join(disk.folder, 'shop.regulars'));
    try {
      migrate(database);
      fillDatabase(database);
      const context = { ...store.context, database };
      const add = (number: number): void => {
        const uploadId = uploadIdOf(number);
        const content = Buffer.from(pdfOf(number, PART)).toString('base64');
        attachmentsHandlers['attachments.uploadPart'](context, { uploadId, position: 0, content });
        const input = contract.attachments.add.input.parse({ customerId: customerIdOf(1), uploadId, name: `${number}.pdf` });
        transaction(database, () => attachmentsHandlers['attachments.add'](context, input));
      };
      add(1);
      const film = join(disk.folder, 'holiday.mp4');
      // Room that the log of the store holds from before would take the upload in.
      plainRows(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
      const { bavail, bsize } = statfsSync(disk.folder);
      writeFileSync(film, Buffer.alloc((bavail - 8) * bsize));
      expect(() => {
        add(2);
      }).toThrow(expect.objectContaining({ code: 'disk_full' }));
      rmSync(film);
      expectSound(database);
      expect(plainRows(database, 'SELECT name FROM attachments')).toEqual([{ name: '1.pdf' }]);
      add(3);
      expectSound(database);
    } finally {
      closeStore(database);
      store.close();
      disk.remove();
    }
  });
});
