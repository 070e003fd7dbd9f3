import { partialDateInputText } from '../partialDate.ts';
import type { PartialDateParts } from '../partialDate.ts';

/** The versions that phones read: 4.0 (RFC 6350), and 3.0 (RFC 2426) for older ones. */
export type VcardVersion = '3.0' | '4.0';

/** What a phone's address book can hold of a customer. */
export interface VcardPerson {
  readonly uid: string;
  readonly number: string;
  readonly name: string;
  readonly gender: 'female' | 'male' | 'unknown';
  readonly birthday: PartialDateParts | null;
  readonly contactMethods: readonly { readonly type: string; readonly value: string; readonly isPrimary: boolean }[];
  readonly address: string | null;
  readonly region: string | null;
  readonly occupation: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
}

/** RFC 6350 section 3.4: commas, semicolons, backslashes and line ends of a text value. */
const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/[,;]/g, (mark) => `\\${mark}`);

const LONGEST_LINE = 75;
/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
};

/** Folds a line at 75 octets and never inside a character (RFC 6350 section 3.2). */
export const foldLine = (line: string): string => {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    // A continued line begins with a space, which counts.
    if (octets + size > LONGEST_LINE) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...lines, part].join('\r\n');
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A solar date as BDAY has it: whole in both versions, without its year or day in 4.0 only (RFC 6350 section 4.3.1). */
const bdayOf = ({ calendar, year, month, day }: PartialDateParts, version: VcardVersion): string | null => {
  if (calendar === 'lunar') return null;
  if (year !== null && month !== null && day !== null)
    return version === '3.0' ? `${year}-${two(month)}-${two(day)}` : `${year}${two(month)}${two(day)}`;
  if (version === '3.0') return null;
  if (year !== null) return month === null ? String(year) : `${year}-${two(month)}`;
  return month === null ? null : `--${two(month)}${day === null ? '' : two(day)}`;
};

const telephone: Readonly<Record<string, string>> = { mobile: 'cell', landline: 'voice' };
/** Ways to reach a person for which the standard has no property. */
const ownProperty: Readonly<Record<string, string>> = { wechat: 'X-WECHAT', qq: 'X-QQ' };

const contactLine = ({ type, value, isPrimary }: VcardPerson['contactMethods'][number], version: VcardVersion): string => {
  const preferred = isPrimary ? (version === '4.0' ? ';PREF=1' : ',pref') : '';
  const phone = telephone[type];
  if (phone !== undefined)
    return version === '4.0'
      ? `TEL;VALUE=text;TYPE=${phone}${preferred}:${escapeText(value)}`
      : `TEL;TYPE=${phone}${preferred}:${escapeText(value)}`;
  if (type === 'email') return `EMAIL${isPrimary ? (version === '4.0' ? ';PREF=1' : ';TYPE=pref') : ''}:${escapeText(value)}`;
  return `${ownProperty[type] ?? `X-REGULARS-CONTACT;TYPE=${type}`}:${escapeText(value)}`;
};

const genders = { female: 'F', male: 'M', unknown: null } as const;

/**
 * One card. What the standard cannot say (a lunar birthday, the customer's number) stands in X- properties, which other
 * programs pass over and our own import reads back.
 */
export const vcardOf = (person: VcardPerson, version: VcardVersion): string => {
  const { birthday } = person;
  const bday = birthday === null ? null : bdayOf(birthday, version);
  const gender = genders[person.gender];
  const lines = [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    `UID:urn:uuid:${person.uid}`,
    `FN:${escapeText(person.name)}`,
    `N:${escapeText(person.name)};;;;`,
    ...(gender === null ? [] : [version === '4.0' ? `GENDER:${gender}` : `X-GENDER:${gender}`]),
    ...(bday === null ? [] : [`BDAY:${bday}`]),
    ...(birthday === null || bday !== null ? [] : [`X-REGULARS-BIRTHDAY:${escapeText(partialDateInputText(birthday, 'zh-CN'))}`]),
    ...person.contactMethods.map((method) => contactLine(method, version)),
    ...(person.address === null && person.region === null
      ? []
      : [`ADR:;;${escapeText(person.address ?? '')};${escapeText(person.region ?? '')};;;`]),
    ...(person.occupation === null ? [] : [`TITLE:${escapeText(person.occupation)}`]),
    ...(person.tags.length === 0 ? [] : [`CATEGORIES:${person.tags.map(escapeText).join(',')}`]),
    ...(person.note === null ? [] : [`NOTE:${escapeText(person.note)}`]),
    `X-REGULARS-NUMBER:${escapeText(person.number)}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
};
