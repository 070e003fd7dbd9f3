import type { makeRandom } from '../../../shared/domain/demo/random.ts';
import { workbook } from '../../helpers/spreadsheets.ts';

const header = ['会员号', '姓名', '手机', '性别', '生日', '积分'];
const rows = [
  ['7', '王芳', '13800000001', '女', '1990-8-15', '120'],
  ['8', '李雷', '13800000002', '0', '5-12', ''],
];
const text = [header, ...rows].map((row) => row.join(',')).join('\r\n');
const quoted = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join('');
/** Address books of the three versions: soft breaks, folds, groups, cards within cards, character sets named and not. */
const vcards: readonly Buffer[] = [
  Buffer.from(
    lines(
      'BEGIN:VCARD',
      'VERSION:2.1',
      `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted('王')}=`,
      quoted('芳'),
      'TEL;CELL:13800000001',
      'BDAY:19900815',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:助理',
      'END:VCARD',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ',
      ' AQABAAD/2wBD',
      '',
      'END:VCARD',
    ),
  ),
  Buffer.from(
    lines(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:李;雷;;;',
      'item1.TEL;type=pref:1\\,2',
      'item1.X-ABLabel:_$!<Main>!$_',
      'NOTE:a',
      ' b',
      'END:VCARD',
    ) +
      lines(
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:张伟',
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+86-138-0000-0004',
        'BDAY:--0815',
        'END:VCARD',
      ),
  ),
  Buffer.concat([
    Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=GBK:'),
    Buffer.from([0xcd, 0xf5, 0xb7, 0xbc]),
    Buffer.from('\r\nNOTE;CHARSET=NOBODY-KNOWS;ENCODING=QUOTED-PRINTABLE:=CD=F5=\r\n=B7\r\nTEL:13800000002\r\nEND:VCARD\r\n'),
  ]),
];

/** Sound small files of every kind, from which the malformed ones are made. */
const sound: readonly Buffer[] = [
  Buffer.from(text, 'utf8'),
  Buffer.from(`\ufeff${text}`, 'utf16le'),
  Buffer.from(text.replaceAll(',', '\t').replace('李雷', '"李\n雷"'), 'utf8'),
  ...vcards,
  Buffer.from(`\ufeff${vcards[1]?.toString('utf8') ?? ''}`, 'utf16le'),
  workbook({ a: [header, ...rows] }, 'xlsx'),
  workbook({ a: [header, ...rows], b: [['x']] }, 'biff8'),
  workbook({ a: [header, ...rows] }, 'xlsb'),
  workbook({ a: [header, ...rows] }, 'html'),
  workbook({ a: [header, ...rows] }, 'xlml'),
];
/** Names that say nothing about the content. */
export const names = ['a.csv', 'a.xlsx', 'a.xls', 'a.vcf', 'a.txt', 'a'];

/** One malformed file: cut, bits turned, pieces of another put in or repeated, bytes of chance. */
export const malformed = (random: ReturnType<typeof makeRandom>): Buffer => {
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
