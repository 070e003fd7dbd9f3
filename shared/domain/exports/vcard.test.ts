import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { foldLine, vcardOf, type VcardPerson } from './vcard.ts';

const person: VcardPerson = {
  uid: '01890a5d-ac96-774b-bcce-b302099a8057',
  number: '10023',
  name: '王芳',
  gender: 'female',
  birthday: { calendar: 'solar', year: 1990, month: 5, day: 12, isLeapMonth: false },
  contactMethods: [
    { type: 'mobile', value: '138 0000 2210', isPrimary: true },
    { type: 'wechat', value: 'wf_88', isPrimary: true },
  ],
  address: '中山路 8 号; 2 楼',
  region: '厦门',
  occupation: null,
  note: '第一行\n第二行, 完',
  tags: ['冷色', '短发'],
};

it('a card of version 4.0 says what RFC 6350 says', () => {
  expect(vcardOf(person, '4.0').split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'UID:urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057',
    'FN:王芳',
    'N:王芳;;;;',
    'GENDER:F',
    'BDAY:19900512',
    'TEL;VALUE=text;TYPE=cell;PREF=1:138 0000 2210',
    'X-WECHAT:wf_88',
    'ADR:;;中山路 8 号\\; 2 楼;厦门;;;',
    'CATEGORIES:冷色,短发',
    'NOTE:第一行\\n第二行\\, 完',
    'X-REGULARS-NUMBER:10023',
    'END:VCARD',
    '',
  ]);
});

it('a lunar birthday, which no address book knows, keeps its own words', () => {
  const lunar = { ...person, birthday: { calendar: 'lunar', year: null, month: 5, day: 3, isLeapMonth: true } } as const;
  expect(vcardOf(lunar, '4.0')).toContain('X-REGULARS-BIRTHDAY:农历闰五月初三\r\n');
  expect(vcardOf(lunar, '4.0')).not.toContain('BDAY');
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 300 })])(
  'a folded line is never longer than 75 octets and unfolds to itself',
  (text) => {
    const line = `NOTE:${text.replaceAll(/[\r\n]/g, ' ')}`;
    const folded = foldLine(line);
    for (const part of folded.split('\r\n'))
      expect(encodeURIComponent(part).replaceAll(/%../g, 'x').length).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
  },
);
