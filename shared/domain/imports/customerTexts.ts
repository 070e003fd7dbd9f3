import type { CellReading } from './cells.ts';
import { columnOf, columnsOf, refused, type ImportField, type Mapping, type Parsed } from './fields.ts';
import { withAllFigures } from './rounded.ts';

/** The longest text each field of a customer takes, as in the form on the screen. */
export const longestText = {
  number: 40,
  name: 60,
  cardNo: 40,
  wechat: 60,
  qq: 60,
  email: 120,
  region: 60,
  address: 200,
  occupation: 60,
  source: 60,
  note: 2000,
  safetyNote: 500,
} as const satisfies Partial<Record<ImportField, number>>;

/** Texts that may come in several columns, and what joins them. */
const joints = { region: '', address: '', note: '；', safetyNote: '；' } as const;
const singleFields = ['wechat', 'qq', 'occupation', 'source'] as const;
const joinedFields = ['region', 'address', 'note', 'safetyNote'] as const;
type SingleField = (typeof singleFields)[number] | (typeof joinedFields)[number];

/** The texts of a row; null is "the file does not say". */
interface CustomerTexts {
  readonly number: string | null;
  readonly name: string | null;
  readonly cardNo: string | null;
  readonly emails: readonly string[];
  readonly single: Readonly<Record<SingleField, string | null>>;
}

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(text);
/** Words of Latin letters are parted by a blank, Chinese is not. */
const joinedParts = (parts: readonly string[], joint: string): string =>
  parts.reduce(
    (text, part) => (text === '' ? part : text + (joint === '' && /[\w.]$/.test(text) && /^\w/.test(part) ? ' ' : joint) + part),
    '',
  );

const wholeName = (family: string, given: string): string =>
  isLatin(family + given) ? `${given} ${family}`.trim() : family + given;

/** A reader of a row's texts. Refuses one that is too long, and a number or card that a spreadsheet has rounded. */
export const textReader = (mapping: Mapping, reading: CellReading): ((cells: readonly string[]) => Parsed<CustomerTexts>) => {
  const columns = columnOf(mapping);
  const textAt = (cells: readonly string[], column: number | undefined): string | null =>
    column === undefined ? null : reading.textOrNull(cells[column] ?? '');
  const singles = singleFields.map((field) => ({ field, column: columns.get(field) }));
  const joined = joinedFields.map((field) => ({ field, columns: columnsOf(mapping, field) }));
  const emailColumns = columnsOf(mapping, 'email');
  const [numberColumn, cardColumn, nameColumn] = [columns.get('number'), columns.get('cardNo'), columns.get('name')];
  const [familyColumn, givenColumn] = [columns.get('familyName'), columns.get('givenName')];

  return (cells) => {
    const single: Record<SingleField, string | null> = {
      wechat: null,
      qq: null,
      occupation: null,
      source: null,
      region: null,
      address: null,
      note: null,
      safetyNote: null,
    };
    for (const { field, column } of singles) single[field] = textAt(cells, column);
    for (const { field, columns: several } of joined) {
      if (several.length === 0) continue;
      const parts = several.flatMap((column) => textAt(cells, column) ?? []).filter((part, at, all) => all.indexOf(part) === at);
      single[field] = parts.length === 0 ? null : joinedParts(parts, joints[field]);
    }
    for (const field of [...singleFields, ...joinedFields]) {
      const text = single[field];
      if (text !== null && text.length > longestText[field]) return refused('text_too_long', field, text.slice(0, 200));
    }

    const codes = { number: textAt(cells, numberColumn), cardNo: textAt(cells, cardColumn) };
    for (const field of ['number', 'cardNo'] as const) {
      const text = codes[field];
      if (text === null) continue;
      const whole = reading.isOwn ? text : withAllFigures(text);
      if (whole === null) return refused('number_rounded', field, text);
      if (whole.length > longestText[field]) return refused('text_too_long', field, whole.slice(0, 200));
      codes[field] = whole;
    }

    const parts = wholeName(textAt(cells, familyColumn) ?? '', textAt(cells, givenColumn) ?? '');
    const name = textAt(cells, nameColumn) ?? (parts === '' ? null : parts);
    if (name !== null && name.length > longestText.name) return refused('text_too_long', 'name', name.slice(0, 200));
    const emails = emailColumns.flatMap((column) => textAt(cells, column) ?? []);
    return { ok: true, value: { ...codes, name, emails: [...new Set(emails)], single } };
  };
};
