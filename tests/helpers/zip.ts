import { fromBuffer } from 'yauzl';
import type { Entry } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';

/** How an entry lies about itself, for packages that are bombs. */
interface Lies {
  readonly declared?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A ZIP file of the parts, each deflated; a lie stands in both of its headers. */
export const zipOf = (parts: Readonly<Record<string, string | Buffer>>, lies: Readonly<Record<string, Lies>> = {}): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const packed = deflateRawSync(bytes);
    const { declared = bytes.length, crc = crc32(bytes), flags = 0 } = lies[name] ?? {};
    const path = Buffer.from(name, 'utf8');
    const about = Buffer.alloc(22);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc, 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(declared, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(path.length, 0);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), about, lengths, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), about, lengths, rest, path]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook whose one sheet is written by hand: `sheet` is what stands inside <worksheet>. */
export const workbookParts = (sheet: string, sharedTexts: string | null = null): Record<string, string> => ({
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="会员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
  ...(sharedTexts === null ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedTexts}</sst>` }),
});

/** The parts of a ZIP file, by their paths. */
export const readZip = (bytes: Buffer): Promise<Map<string, Buffer>> =>
  new Promise((settle, fail) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        fail(error);
        return;
      }
      const parts = new Map<string, Buffer>();
      zip.on('error', fail);
      zip.on('end', () => {
        settle(parts);
      });
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem) {
            fail(problem);
            return;
          }
          buffer(stream).then((content) => {
            parts.set(entry.fileName, content);
            zip.readEntry();
          }, fail);
        });
      });
      zip.readEntry();
    });
  });
