import { isDateFormat } from './sheetCells.ts';
import { LIMIT_CELLS, tooManyCells } from './grid.ts';
import { readXml, type XmlListener } from './xml.ts';
import type { ZipPackage } from './zipPackage.ts';

/** What a workbook says of itself before any of its cells. */
export interface Workbook {
  /** Its sheets in the order of their tabs, each with the part that holds it. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly is1904: boolean;
  /** For every style a cell can name: whether it shows a date. */
  readonly dateStyles: readonly boolean[];
}

/** Excel's longest text of a cell. */
const LONGEST_TEXT = 32_767;

/** Text cut out of a long one would keep all of that alive. */
const ownText = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8'));

/** Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export const plainText = (text: string): string =>
  ownText(
    (text.includes('_x')
      ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text
    ).slice(0, LONGEST_TEXT),
  );

const attribute = (attributes: Readonly<Record<string, string>>, name: string): string => {
  const key = Object.keys(attributes).find((found) => found === name || found.endsWith(`:${name}`));
  return key === undefined ? '' : (attributes[key] ?? '');
};

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

/** A target as the name of a part: relative to the workbook's folder, or from the root. */
const partOf = (target: string, folder: string): string => {
  const parts: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : `${folder}/${target}`).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.' && step !== '') parts.push(step);
  }
  return parts.join('/');
};

/** Built-in formats of dates and times (ECMA-376 part 1, 18.8.30), those of Chinese spreadsheets among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const dateStylesListener = (): { listener: XmlListener; styles: boolean[] } => {
  const custom = new Map<string, string>();
  const styles: boolean[] = [];
  let isInCells = false;
  return {
    styles,
    listener: {
      open: (name, attributes) => {
        if (name === 'numFmt') custom.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
        else if (name === 'cellXfs') isInCells = true;
        else if (name === 'xf' && isInCells) {
          const id = attributes['numFmtId'] ?? '0';
          const format = custom.get(id);
          styles.push(format === undefined ? isBuiltInDate(Number(id)) : isDateFormat(format));
        }
      },
      close: (name) => {
        if (name === 'cellXfs') isInCells = false;
      },
    },
  };
};

/** The part with the list of sheets; null in a package that holds no workbook of this kind. */
export const workbookPart = (zip: ZipPackage): string | null =>
  zip.names.find((name) => name === 'xl/workbook.xml') ?? zip.names.find((name) => /(?:^|\/)workbook\.xml$/.test(name)) ?? null;

/** Reads what stands before the cells. Errors: file_damaged, cancelled. */
export const readWorkbook = async (zip: ZipPackage, part: string, throwIfCancelled: () => void): Promise<Workbook> => {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '';
  const targets = new Map<string, string>();
  const listed: { name: string; relation: string }[] = [];
  let is1904 = false;
  await readXml(
    zip.pieces(`${folder === '' ? '' : `${folder}/`}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`),
    {
      open: (name, { Id = '', Target = '' }) => {
        if (name === 'Relationship') targets.set(Id, partOf(Target, folder));
      },
    },
    throwIfCancelled,
  );
  await readXml(
    zip.pieces(part),
    {
      open: (name, attributes) => {
        if (name === 'sheet') listed.push({ name: attributes['name'] ?? '', relation: attribute(attributes, 'id') });
        else if (name === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      },
    },
    throwIfCancelled,
  );
  const styles = dateStylesListener();
  await readXml(zip.pieces(partOf('styles.xml', folder)), styles.listener, throwIfCancelled);
  return {
    is1904,
    dateStyles: styles.styles,
    sheets: listed.map(({ name, relation }, at) => ({
      name,
      part: targets.get(relation) ?? partOf(`worksheets/sheet${at + 1}.xml`, folder),
    })),
  };
};

/** The texts that cells name by their place. Errors: file_too_large, file_damaged, cancelled. */
export const readSharedTexts = async (zip: ZipPackage, part: string, onBytes: (done: number) => void): Promise<string[]> => {
  const texts: string[] = [];
  let text = '';
  let [isText, isReading] = [false, false];
  await readXml(
    zip.pieces(partOf('sharedStrings.xml', part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : '')),
    {
      open: (name) => {
        if (name === 'si') text = '';
        // How a Chinese or Japanese word is read stands beside it, and is no part of it.
        else if (name === 'rPh') isReading = true;
        else if (name === 't') isText = !isReading;
      },
      text: (piece) => {
        if (isText && text.length < LONGEST_TEXT) text += piece;
      },
      close: (name) => {
        if (name === 't') isText = false;
        else if (name === 'rPh') isReading = false;
        else if (name === 'si') {
          if (texts.length >= LIMIT_CELLS) throw tooManyCells();
          texts.push(plainText(text));
        }
      },
    },
    onBytes,
  );
  return texts;
};
