import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { AppError, appErrorCodes } from '../../shared/errors.ts';
import { storeHash } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';
import { workbook } from '../helpers/spreadsheets.ts';

const SEED = 20_261_122;
const FILES = 10_000;
/** Longer than this and somebody in front of the screen thinks it hangs. */
const HANG_MILLISECONDS = 5000;

const header = ['会员号', '姓名', '手机', '性别', '生日', '积分'];
const rows = [
  ['7', '王芳', '13800000001', '女', '1990-8-15', '120'],
  ['8', '李雷', '13800000002', '0', '5-12', ''],
];
const text = [header, ...rows].map((row) => row.join(',')).join('\r\n');
const vcard =
  'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=\r\n=E8=8A=B3\r\nTEL;CELL:13800000001\r\nBDAY:19900815\r\nEND:VCARD\r\n' +
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:李\r\n 雷\r\nitem1.TEL:1\\,2\r\nEND:VCARD\r\n';

/** Sound small files of every kind, from which the malformed ones are made. */
const sound: readonly Buffer[] = [
  Buffer.from(text, 'utf8'),
  Buffer.from(`\ufeff${text}`, 'utf16le'),
  Buffer.from(text.replaceAll(',', '\t').replace('李雷', '"李\n雷"'), 'utf8'),
  Buffer.from(vcard, 'utf8'),
  workbook({ a: [header, ...rows] }, 'xlsx'),
  workbook({ a: [header, ...rows], b: [['x']] }, 'biff8'),
  workbook({ a: [header, ...rows] }, 'html'),
  workbook({ a: [header, ...rows] }, 'xlml'),
];
const names = ['a.csv', 'a.xlsx', 'a.xls', 'a.vcf', 'a.txt', 'a'];

/** One malformed file: cut, bits turned, pieces of another put in or repeated, bytes of chance. */
const malformed = (random: ReturnType<typeof makeRandom>): Buffer => {
  let bytes = Buffer.from(random.pick(sound));
  const times = random.whole(1, 3);
  for (let time = 0; time < times; time += 1) {
    const at = random.whole(0, Math.max(0, bytes.length - 1));
    const other = random.pick(sound);
    switch (random.whole(0, 6)) {
      case 0:
        bytes = bytes.subarray(0, at);
        break;
      case 1:
        for (let turn = random.whole(1, 20); turn > 0; turn -= 1) {
          const place = random.whole(0, Math.max(0, bytes.length - 1));
          bytes[place] = (bytes[place] ?? 0) ^ (1 << random.whole(0, 7));
        }
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), other.subarray(random.whole(0, other.length - 1))]);
        break;
      case 3:
        bytes = Buffer.concat([bytes, bytes.subarray(at), other]);
        break;
      case 4:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(Array.from({ length: random.whole(1, 60) }, () => random.whole(0, 255))),
          bytes.subarray(at),
        ]);
        break;
      case 5:
        // A length or count that lies: the largest there is.
        bytes = Buffer.from(bytes);
        bytes.fill(0xff, at, Math.min(bytes.length, at + random.whole(1, 4)));
        break;
      default:
        bytes = Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
    }
  }
  return Buffer.from(bytes);
};

let importer: TestImporter;
beforeAll(() => {
  // The spreadsheet library tells the console of every record it does not know: thousands here.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  importer = openTestImporter();
});
afterAll(() => {
  vi.restoreAllMocks();
  importer.close();
});

describe('ten thousand malformed files (R189)', () => {
  it('are read or refused with a reason, none takes long, and the store stays as it was', { timeout: 600_000 }, async () => {
    const random = makeRandom(SEED);
    const before = storeHash(importer.store.database);
    const outcomes = new Map<string, number>();
    let slowest = 0;
    for (let number = 0; number < FILES; number += 1) {
      const bytes = malformed(random);
      const file = importer.write(random.pick(names), bytes);
      const begun = performance.now();
      let outcome = 'read';
      try {
        const form = random.whole(0, 3) === 0 ? 'purchases' : 'customers';
        await importer.preview(file, { form });
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`file ${number} of seed ${SEED}: ${String(error)}`, { cause: error });
        outcome = error.code;
      }
      slowest = Math.max(slowest, performance.now() - begun);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(slowest).toBeLessThan(HANG_MILLISECONDS);
    expect([...outcomes.keys()].filter((code) => code !== 'read' && !appErrorCodes.some((known) => known === code))).toEqual([]);
    // A reason that tells nothing is no reason.
    expect(outcomes.get('internal')).toBeUndefined();
    expect(outcomes.get('read')).toBeGreaterThan(FILES / 20);
    expect(storeHash(importer.store.database)).toBe(before);
  });
});
