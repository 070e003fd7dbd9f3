import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathToken } from '../../shared/types/ids.ts';
import { exportsInternal, exportsStudies } from '../../electron/handlers/exports.ts';
import { contract } from '../../shared/contract.ts';
import { openTestExporter } from '../helpers/exporter.ts';
import { openTestStudy } from '../helpers/store.ts';
import { mountSmallDisk, whyNoSmallDisks } from './support/mounts.ts';
import type { SmallDisk } from './support/mounts.ts';

describe.skipIf(whyNoSmallDisks !== null)(`an export onto a stick (${whyNoSmallDisks ?? 'a mounted disk'})`, () => {
  let shop: ReturnType<typeof openTestExporter>;
  let stick: SmallDisk;
  beforeEach(() => {
    shop = openTestExporter();
    // Texts that a workbook cannot press together, or it would fit on the smallest disk.
    const incompressible = (seed: number): string => createHash('sha512').update(String(seed)).digest('base64');
    for (let person = 0; person < 400; person += 1)
      shop.add({ name: `顾客${person}`, note: [0, 1, 2, 3].map((part) => incompressible(person * 4 + part)).join('') });
    stick = mountSmallDisk(64);
  });
  afterEach(() => {
    shop.close();
    stick.remove();
  });

  const exportTo = async (path: string, format: 'csv' | 'xlsx' | 'vcf') => {
    const token = pathToken('01890a5d-ac96-774b-bcce-b302099a8057');
    const study = openTestStudy(shop.store, exportsInternal, { [token]: path });
    try {
      return await exportsStudies['exports.customers'](
        study.context,
        contract.exports.customers.input.parse({ file: token, format }),
      );
    } finally {
      study.close();
    }
  };

  it.each(['csv', 'vcf', 'xlsx'] as const)(
    'as %s that is full says so, keeps the older file and leaves nothing else',
    async (format) => {
      const path = join(stick.folder, `people.${format}`);
      writeFileSync(path, 'before');
      await expect(exportTo(path, format)).rejects.toMatchObject({ code: 'disk_full' });
      expect(readFileSync(path, 'utf8')).toBe('before');
      expect(readdirSync(stick.folder)).toEqual([`people.${format}`]);
      stick.resize(4096);
      expect(await exportTo(path, format)).toMatchObject({ rows: 400 });
    },
  );

  it('that is locked says that it cannot be written to', async () => {
    stick.setReadonly(true);
    await expect(exportTo(join(stick.folder, 'people.csv'), 'csv')).rejects.toMatchObject({ code: 'folder_readonly' });
  });
});
