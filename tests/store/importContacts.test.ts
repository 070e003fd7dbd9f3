import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContacts } from '../../electron/handlers/imports/formats/contacts.ts';
import { plainRows } from '../../electron/store/database.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

const read = (text: string | Buffer) => {
  const { records, leftOut } = readContacts(Buffer.isBuffer(text) ? text : Buffer.from(text, 'utf8'), () => undefined);
  const [header, ...people] = records;
  return {
    leftOut,
    people: people.map(({ cells }) => Object.fromEntries(cells.map((cell, at) => [header?.cells[at] ?? '', cell]))),
  };
};
const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

/** 王芳 and 北京 as older phones write them. */
const GBK = { 王芳: Buffer.from([0xcd, 0xf5, 0xb7, 0xbc]), 北京: Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]) };

describe('address books of phones (R189)', () => {
  it('vCard 2.1 with quoted-printable names and soft line breaks', () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E8=8A=B3;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=E8=8A=B3',
      'TEL;CELL;PREF:138-0000-0001',
      'TEL;HOME:010-62345678',
      'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=96=9C=E6=AC=A2=E7=9F=AD=E5=8F=91=EF=BC=8C=',
      '=E4=B8=8B=E5=8D=88=E8=81=94=E7=B3=BB',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGB',
      ' gUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/',
      '',
      'BDAY:19900815',
    );
    expect(read(text)).toEqual({
      leftOut: ['PHOTO'],
      people: [{ FN: '王芳', TEL: '138-0000-0001', 'TEL 2': '010-62345678', BDAY: '1990-08-15', NOTE: '喜欢短发，下午联系' }],
    });
  });
  it('a character set of its own for every property, named or not', () => {
    const text = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=GBK:'),
      GBK['王芳'],
      Buffer.from('\r\nADR;HOME:;;'),
      GBK['北京'],
      Buffer.from(';;;;\r\nNOTE;CHARSET=NOBODY-KNOWS:plain\r\nTEL:13800000001\r\nEND:VCARD\r\n'),
    ]);
    expect(read(text).people).toEqual([{ FN: '王芳', TEL: '13800000001', ADR: '北京', NOTE: 'plain' }]);
  });
  it('vCard 3.0 of an iPhone: folded lines, groups, escapes, a birthday without its year', () => {
    const text = card(
      'VERSION:3.0',
      'PRODID:-//Apple Inc.//iPhone OS 17.0//EN',
      'N:Li;Lei;;;',
      'FN:Lei Li',
      'item1.TEL;type=pref:+86 138 0000 0002',
      'item1.X-ABLabel:_$!<Main>!$_',
      'TEL;type=CELL;type=VOICE:13800000003',
      'item2.ADR;type=HOME:;;Main Road 5\\, Flat 2;Beijing;;100000;China',
      'NOTE:first line\\nsecond line that is folded in the mid',
      ' dle\\; with a semicolon',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-12',
      'X-QQ:12345',
    );
    expect(read(text).people).toEqual([
      {
        FN: 'Lei Li',
        TEL: '+86 138 0000 0002',
        'TEL 2': '13800000003',
        BDAY: '05-12',
        ADR: 'Main Road 5, Flat 2, Beijing, 100000, China',
        NOTE: 'first line\nsecond line that is folded in the middle; with a semicolon',
        'X-QQ': '12345',
      },
    ]);
  });
  it('vCard 4.0: numbers as links, kinds in quotes, short dates, gender', () => {
    const text = card(
      'VERSION:4.0',
      'FN:张伟',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+86-10-6234-5678;ext=801',
      'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+86-138-0000-0004',
      'BDAY:--0815',
      'GENDER:M;',
      'ADR;LABEL="北京市: 海淀":;;中关村大街1号;海淀区;北京市;100080;中国',
    );
    expect(read(text).people).toEqual([
      {
        FN: '张伟',
        TEL: '+86-138-0000-0004',
        'TEL 2': '+86-10-6234-5678 ext. 801',
        BDAY: '08-15',
        GENDER: '男',
        ADR: '北京市海淀区中关村大街1号',
      },
    ]);
  });
  it('several people in one file, a card without its end, its version or its name, and lines that are nothing', () => {
    const text = [
      'BEGIN:VCARD\nN:王;芳;;;\nTEL:13800000001\n', // no end, no version, no FN
      'begin:vcard\nFN:李雷\nthis is no property\nTEL:13800000002\nend:vcard\n',
      'BEGIN:VCARD\nVERSION:2.1\nFN:经理\nAGENT:\nBEGIN:VCARD\nFN:助理\nEND:VCARD\nTEL:13800000003\nEND:VCARD\n',
      'BEGIN:VCARD\nORG:某某公司\nTEL:13800000004',
    ].join('');
    expect(read(text).people.map((person) => [person['FN'], person['TEL']])).toEqual([
      ['王芳', '13800000001'],
      ['李雷', '13800000002'],
      ['经理', '13800000003'],
      ['某某公司', '13800000004'],
    ]);
  });
  it('UTF-16 with its mark, and an address book with nobody in it', () => {
    expect(read(Buffer.from(`\ufeff${card('FN:王芳', 'TEL:1')}`, 'utf16le')).people).toEqual([{ FN: '王芳', TEL: '1' }]);
    expect(() => read('BEGIN:VCARD\r\nEND:VCARD\r\n')).toThrow(expect.objectContaining({ code: 'file_empty' }));
  });
});

describe('people of an address book in the store (R189)', () => {
  let importer: TestImporter;
  beforeEach(() => {
    importer = openTestImporter();
  });
  afterEach(() => {
    importer.close();
  });
  it('come with all their numbers, and say which parts are left out', async () => {
    const text = card('FN:王芳', 'TEL:13800000001', 'TEL:010-62345678', 'EMAIL:a@b.cn', 'EMAIL:c@d.cn', 'PHOTO:x', 'NOTE:熟客');
    const file = importer.write('contacts.csv', text);
    expect(await importer.inspect(file)).toMatchObject({ format: 'vcard', origin: 'vcard', form: 'customers', encoding: null });
    expect(await importer.run(file, { form: 'customers' })).toMatchObject({ added: 1, leftOut: ['PHOTO'], ignoredColumns: [] });
    expect(
      plainRows(importer.store.database, 'SELECT type, value, is_primary FROM contact_methods ORDER BY type, is_primary DESC'),
    ).toEqual([
      { type: 'email', value: 'a@b.cn', is_primary: 1 },
      { type: 'email', value: 'c@d.cn', is_primary: 0 },
      { type: 'landline', value: '010-62345678', is_primary: 0 },
      { type: 'mobile', value: '13800000001', is_primary: 1 },
    ]);
  });
});
