import { AppError } from '../../../../shared/errors.ts';
import type { FileRecord } from '../records.ts';
import { LIMIT_ROWS } from '../survey.ts';
import { birthdayText } from './contactDates.ts';
import { ownFactOf, type ContactFact } from './contactExtras.ts';
import { vcardBlocks, type VcardBlock, type VcardProperty } from './vcardLines.ts';

/** People of a phone's address book as the rows of a table; the first record holds the names of the columns. */
export interface Contacts {
  readonly records: readonly FileRecord[];
  /** Parts that are no text: pictures, sounds, keys. They are left out, and said. */
  readonly leftOut: readonly string[];
}

const LEFT_OUT = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);
/** What says nothing about the person. */
const FORMAL = new Set([
  'VERSION',
  'PRODID',
  'UID',
  'REV',
  'N',
  'FN',
  'CLASS',
  'MAILER',
  'TZ',
  'GEO',
  'SOURCE',
  'NAME',
  'PROFILE',
  'LABEL',
  'AGENT',
  'KIND',
  'MEMBER',
  'X-ADDRESSBOOKSERVER-KIND',
  'X-ADDRESSBOOKSERVER-MEMBER',
  'X-ABLABEL',
  'X-ABADR',
  'X-ABUID',
  'X-ABSHOWAS',
  'X-ABRELATEDNAMES',
  'X-PHONETIC-FIRST-NAME',
  'X-PHONETIC-LAST-NAME',
  'X-SORT-STRING',
  'SORT-STRING',
  'CLIENTPIDMAP',
  'X-CONTACT-ACCOUNT',
  'X-IMAGETYPE',
  'X-IMAGEHASH',
  'CALURI',
  'FBURL',
  'CALADRURI',
]);
/** Several of them in one card stand in columns of their own: TEL, TEL 2. */
const MOST_OF_ONE = 6;
const MOST_COLUMNS = 120;

const unescaped = (text: string): string =>
  // At one go: of two backslashes before an n the first escapes the second.
  text.replaceAll(/\\([nN,;:\\])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark)).trim();
/** Components between semicolons that are not escaped. */
const components = (text: string): string[] => {
  const parts = [''];
  for (const [mark] of text.matchAll(/\\[^]|[^]/g)) {
    if (mark === ';') parts.push('');
    else parts[parts.length - 1] += mark;
  }
  return parts.map(unescaped);
};

const hasType = (property: VcardProperty, type: string): boolean =>
  property.parameters.get('TYPE')?.some((value) => value.toLowerCase() === type) === true;
const isPreferred = (property: VcardProperty): boolean => hasType(property, 'pref') || property.parameters.has('PREF');

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
/** A name from its parts, in the order of its script. */
const joinedName = ([family = '', given = '', middle = '']: readonly string[]): string =>
  hasHan(family + given) ? family + middle + given : [given, middle, family].filter((part) => part !== '').join(' ');

const genders: Readonly<Record<string, string>> = { M: '男', F: '女' };

/** What a property says, as the text of a cell. */
const cellOf = (property: VcardProperty): string => {
  const { name, text } = property;
  if (name === 'TEL') return unescaped(text).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ');
  if (name === 'EMAIL') return unescaped(text).replace(/^mailto:/i, '');
  if (name === 'BDAY' || name === 'ANNIVERSARY') return birthdayText(property, unescaped(text));
  // Post office box, extension, street, place, region, code, country: as one writes an address, from large to small in Chinese.
  if (name === 'ADR') {
    const [box = '', extension = '', street = '', place = '', region = '', code = '', country = ''] = components(text);
    const local = [street, extension, box];
    const parts = hasHan(text) ? [region, place, ...local] : [...local, place, region, code, country];
    return parts.filter((part) => part !== '').join(hasHan(text) ? '' : ', ');
  }
  if (name === 'ORG')
    return components(text)
      .filter((part) => part !== '')
      .join(' ');
  if (name === 'GENDER' || name === 'X-GENDER') {
    const sex = (components(text)[0] ?? '').toUpperCase();
    return genders[sex] ?? unescaped(text);
  }
  return unescaped(text);
};

const nameOf = ({ properties }: VcardBlock): string => {
  const full = properties.find(({ name, text }) => name === 'FN' && text.trim() !== '');
  if (full) return unescaped(full.text);
  const parts = properties.find(({ name }) => name === 'N');
  const joined = parts ? joinedName(components(parts.text)) : '';
  const other = properties.find(({ name, text }) => (name === 'NICKNAME' || name === 'ORG') && text.trim() !== '');
  return joined === '' && other ? cellOf(other) : joined;
};

/** Preferred numbers first, then mobiles; fax machines nobody calls come last. */
const rankOfPhone = (property: VcardProperty): number =>
  hasType(property, 'fax') ? 3 : isPreferred(property) ? 0 : hasType(property, 'cell') ? 1 : 2;

/** Cards of our own export say apart what the standard has no place for: the number, a lunar birthday, and the region of the address. */
const OWN_NUMBER = 'X-REGULARS-NUMBER';
const OWN_BIRTHDAY = 'X-REGULARS-BIRTHDAY';
const withOwnFacts = ({ properties }: VcardBlock, cells: Map<string, string>): Map<string, string> => {
  const address = properties.find(({ name }) => name === 'ADR');
  if (!cells.has(OWN_NUMBER)) return cells;
  const birthday = cells.get(OWN_BIRTHDAY);
  cells.delete(OWN_BIRTHDAY);
  if (birthday !== undefined) cells.set('BDAY', birthday);
  const [, , street = '', place = ''] = address === undefined ? [] : components(address.text);
  cells.delete('ADR');
  if (street !== '') cells.set('ADR', street);
  if (place !== '') cells.set('REGION', place);
  return cells;
};

/** What a card says, its numbers first: the preferred one leads, and a lunar birthday before the solar one of the same person. */
const factsOf = (block: VcardBlock): readonly ContactFact[] => {
  const said = block.properties.filter(({ name }) => !FORMAL.has(name) && !LEFT_OUT.has(name));
  const facts = said
    .filter(({ name }) => name !== 'TEL')
    .flatMap((property): ContactFact[] => {
      const own = ownFactOf(block, property, unescaped(property.text), components(property.text));
      return own === undefined ? [{ name: property.name, text: cellOf(property) }] : own === null ? [] : [own];
    });
  return [
    ...said
      .filter(({ name }) => name === 'TEL')
      .toSorted((one, other) => rankOfPhone(one) - rankOfPhone(other))
      .map((property) => ({ name: property.name, text: cellOf(property) })),
    // Who entered the lunar day beside the other keeps that one; the other stands in a column of its own.
    ...facts.filter(({ name }) => name === 'LUNAR').map(({ text }) => ({ name: 'BDAY', text })),
    ...facts.filter(({ name }) => name !== 'LUNAR'),
  ];
};

const cellsOf = (block: VcardBlock): Map<string, string> => {
  const cells = new Map<string, string>([['FN', nameOf(block)]]);
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { name, text } of factsOf(block)) {
    const key = `${name}\n${name === 'TEL' ? text.replaceAll(/\D/g, '') : text}`;
    const count = (counts.get(name) ?? 0) + 1;
    if (text === '' || count > MOST_OF_ONE || seen.has(key)) continue;
    seen.add(key);
    counts.set(name, count);
    cells.set(count === 1 ? name : `${name} ${count}`, text);
  }
  return withOwnFacts(block, cells);
};

/** A group of an address book is a card too, but nobody. */
const isGroup = ({ properties }: VcardBlock): boolean =>
  properties.some(({ name, text }) => (name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND') && /^\s*group\s*$/i.test(text));

/** First the columns every address book has, then the others by name. */
const FIRST_COLUMNS = ['FN', 'TEL', 'TEL 2', 'TEL 3', 'EMAIL', 'BDAY', 'GENDER', 'ADR', 'ORG', 'TITLE', 'NOTE', 'CATEGORIES'];
const ordered = (names: ReadonlySet<string>): string[] => [
  ...FIRST_COLUMNS.filter((name) => names.has(name)),
  ...[...names].filter((name) => !FIRST_COLUMNS.includes(name)).toSorted(),
];

/** Reads a vCard file of one or many people. Errors: file_empty (nobody in it), file_too_large. */
export const readContacts = (bytes: Buffer, throwIfCancelled: () => void): Contacts => {
  const people: { readonly line: number; readonly cells: ReadonlyMap<string, string> }[] = [];
  const names = new Set<string>();
  const leftOut = new Set<string>();
  for (const block of vcardBlocks(bytes)) {
    if (people.length % 500 === 0) throwIfCancelled();
    if (people.length >= LIMIT_ROWS) throw new AppError('file_too_large', { limitRows: LIMIT_ROWS });
    if (isGroup(block)) continue;
    const cells = cellsOf(block);
    for (const { name } of block.properties) if (LEFT_OUT.has(name)) leftOut.add(name);
    if ([...cells.values()].every((text) => text === '')) continue;
    for (const name of cells.keys()) if (names.size < MOST_COLUMNS) names.add(name);
    people.push({ line: block.line, cells });
  }
  if (people.length === 0) throw new AppError('file_empty', {});
  const columns = ordered(names);
  return {
    records: [
      { line: 0, cells: columns },
      ...people.map(({ line, cells }) => ({ line, cells: columns.map((name) => cells.get(name) ?? '') })),
    ],
    leftOut: [...leftOut],
  };
};
