import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
const quoted = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
/** As old phones cut it: after 70 characters, an equals sign at the end of the line. */
const soft = (text: string): string =>
  (quoted(text).match(/.{1,69}/gs) ?? []).join('=\r\n').replaceAll(/=([0-9A-F])?=\r\n/g, '=\r\n=$1');

const ways = (name: string): unknown[] =>
  plainRows(
    importer.store.database,
    `SELECT type, value, is_primary FROM contact_methods WHERE customer_id = (SELECT id FROM customers WHERE name = '${name}')
     ORDER BY type, is_primary DESC, value`,
  );
const person = (name: string) => {
  const [found] = plainRows<{ id: string }>(importer.store.database, `SELECT id FROM customers WHERE name = '${name}'`);
  const { customerId } = contract.customers.findById.input.parse({ customerId: found?.id });
  return customersHandlers['customers.findById'](importer.store.context, { customerId }).fields;
};

describe('address books as phones write them, person by person (R189)', () => {
  it('an iPhone: groups with labels, a picture over many lines, WeChat and QQ, a lunar birthday beside none', async () => {
    const file = importer.write(
      '通讯录.vcf',
      card(
        'VERSION:3.0',
        'PRODID:-//Apple Inc.//iPhone OS 18.1//EN',
        'N:王;芳;;;',
        'FN:王芳',
        'NICKNAME:小芳',
        'ORG:某某公司;',
        'TITLE:会计',
        'EMAIL;type=INTERNET;type=HOME;type=pref:wang@example.cn',
        'TEL;type=HOME;type=VOICE:0592 5123456',
        'TEL;type=CELL;type=VOICE;type=pref:138 0000 0001',
        'item1.TEL:+86 138 0000 0009',
        'item1.X-ABLabel:店里',
        'item2.ADR;type=HOME;type=pref:;;湖滨南路 10 号\\n3 单元 301;厦门市;福建省;361000;中国',
        'item2.X-ABADR:cn',
        'NOTE:喜欢下午来\\, 先打电话',
        'X-ALTBDAY;CALSCALE=chinese:007800070815',
        'item3.IMPP;X-SERVICE-TYPE=微信:x-apple:fang_wang',
        'item3.X-ABLabel:微信',
        'IMPP;X-SERVICE-TYPE=QQ;type=HOME;type=pref:x-apple:123456',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD/4QBMRXhpZgAATU0AKgAAAAgA',
        ' AgESAAMAAAABAAEAAIdpAAQAAAABAAAAJgAAAAAAAqACAAQAAAABAAAAZKADAAQAAAABAAAAZAAAAAD/',
        'END:VCARD'.replace('END:VCARD', 'REV:2026-10-01T08:00:00Z'),
      ),
    );
    expect(await importer.run(file, { form: 'customers' })).toMatchObject({ added: 1, rejected: 0, leftOut: ['PHOTO'] });
    expect(person('王芳')).toMatchObject({
      occupation: '会计',
      wechat: 'fang_wang',
      birthday: { calendar: 'lunar', year: 1990, month: 8, day: 15, isLeapMonth: false },
    });
    expect(person('王芳').address).toContain('湖滨南路 10 号');
    expect(person('王芳').note).toBe('喜欢下午来, 先打电话');
    expect(ways('王芳')).toEqual([
      { type: 'email', value: 'wang@example.cn', is_primary: 1 },
      { type: 'landline', value: '0592 5123456', is_primary: 0 },
      { type: 'mobile', value: '138 0000 0001', is_primary: 1 },
      { type: 'mobile', value: '+86 138 0000 0009', is_primary: 0 },
      { type: 'qq', value: '123456', is_primary: 0 },
      { type: 'wechat', value: 'fang_wang', is_primary: 1 },
    ]);
  });

  it('Android, Huawei and Xiaomi: quoted-printable with soft breaks, the whole name in one part, events of their own', async () => {
    const named = (name: string): string[] => [
      'VERSION:2.1',
      `N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted(name)};;;;`,
      `FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted(name)}`,
    ];
    const book =
      card(
        ...named('李雷'),
        'TEL;CELL:13800000002',
        `NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${soft('每个月的第一个星期六下午来，常带着女儿，女儿怕吹风机的声音')}`,
        `ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;${quoted('中山路 8 号')};${quoted('厦门')};;;`,
        'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1991-03-02;3;;;;;;;;;;;;;',
      ) +
      card(
        ...named('欧阳娜娜'),
        'TEL;CELL;PREF:138-0000-0003',
        'X-ANDROID-CUSTOM:vnd.com.miui.cursor.item/lunarBirthday;1988-8-15;;;;;;;;;;;;;;',
      ) +
      card(
        ...named('赵敏'),
        'TEL;CELL:13800000004',
        `X-LUNAR-BIRTHDAY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted('闰五月初三')}`,
      ) +
      card(
        ...named('孙倩'),
        'TEL;CELL:13800000005',
        'BDAY:1993-10-20',
        'X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1993-09-06;4;;;;;;;;;;;;;',
      );
    const result = await importer.run(importer.write('contacts.vcf', book), { form: 'customers' });
    expect(result).toMatchObject({ added: 4, rejected: 0 });
    // The solar day of who celebrates the lunar one is not lost in silence.
    expect(result.ignoredColumns).toEqual(['BDAY 2']);
    expect(person('李雷')).toMatchObject({
      phone: '13800000002',
      note: '每个月的第一个星期六下午来，常带着女儿，女儿怕吹风机的声音',
      address: '厦门中山路 8 号',
      birthday: { calendar: 'solar', year: 1991, month: 3, day: 2 },
    });
    expect(person('欧阳娜娜').birthday).toMatchObject({ calendar: 'lunar', year: 1988, month: 8, day: 15 });
    expect(person('赵敏').birthday).toMatchObject({ calendar: 'lunar', year: null, month: 5, day: 3, isLeapMonth: true });
    expect(person('孙倩').birthday).toMatchObject({ calendar: 'lunar', year: 1993, month: 9, day: 6 });
  });

  it('Outlook: GBK texts that say so, its own settings left out', async () => {
    const gbk = {
      陈: [0xb3, 0xc2],
      晨: [0xb3, 0xbf],
      厦门: [0xcf, 0xc3, 0xc3, 0xc5],
      店主: [0xb5, 0xea, 0xd6, 0xf7],
    } as const;
    const of = (word: keyof typeof gbk): string => Buffer.from(gbk[word]).toString('latin1');
    const text = card(
      'VERSION:2.1',
      `N;LANGUAGE=zh-cn;CHARSET=gb2312:${of('陈')};${of('晨')}`,
      `FN;CHARSET=gb2312:${of('陈')}${of('晨')}`,
      `TITLE;CHARSET=gb2312:${of('店主')}`,
      'TEL;WORK;VOICE:(0592) 5123456',
      'TEL;CELL;VOICE:13800000006',
      'TEL;WORK;FAX:(0592) 5123457',
      `ADR;WORK;PREF;CHARSET=gb2312:;;;${of('厦门')};;361000;`,
      'X-MS-OL-DEFAULT-POSTAL-ADDRESS:2',
      'BDAY:19850704',
      'EMAIL;PREF;INTERNET:chen@example.com',
      'X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.microsoft.com/office/outlook/12/electronicbusinesscards"/>',
      'REV:20261001T080000Z',
    );
    const file = importer.write('陈晨.vcf', Buffer.from(text, 'latin1'));
    expect(await importer.run(file, { form: 'customers' })).toMatchObject({ added: 1, rejected: 0, ignoredColumns: [] });
    expect(person('陈晨')).toMatchObject({
      phone: '13800000006',
      email: 'chen@example.com',
      occupation: '店主',
      address: '厦门',
      birthday: { calendar: 'solar', year: 1985, month: 7, day: 4 },
    });
    expect(ways('陈晨')).toContainEqual({ type: 'landline', value: '(0592) 5123457', is_primary: 0 });
  });

  it('Nextcloud: version 4.0, a birthday without its year, relations told, a group of people being nobody', async () => {
    const book =
      card(
        'VERSION:4.0',
        'PRODID:-//Nextcloud Contacts v6.0.0',
        'UID:5a3d8d0e-4d2c-4b52-9d1f-3b2d0f6c9a11',
        'KIND:individual',
        'FN:周洁',
        'N:周;洁;;;',
        'GENDER:F',
        'TEL;TYPE="cell,voice";PREF=1;VALUE=uri:tel:+86-138-0000-0007',
        'BDAY;VALUE=DATE:--0502',
        'ADR;TYPE=HOME;LABEL="湖里区: 1 号":;;湖里大道 1 号;厦门市;福建省;;中国',
        'RELATED;TYPE=spouse;VALUE=text:周先生',
        'CATEGORIES:熟客,美容',
        'NOTE:不喝\\n咖啡',
      ) +
      card('VERSION:4.0', 'FN:吴叔', 'TEL:13800000008', 'BDAY;CALSCALE=chinese:19600105') +
      card('VERSION:4.0', 'KIND:group', 'FN:美容客人', 'MEMBER:urn:uuid:5a3d8d0e-4d2c-4b52-9d1f-3b2d0f6c9a11');
    const result = await importer.run(importer.write('nextcloud.vcf', book), { form: 'customers' });
    expect(result).toMatchObject({ added: 2, rejected: 0, ignoredColumns: ['RELATED'] });
    expect(person('周洁')).toMatchObject({
      phone: '+86-138-0000-0007',
      gender: 'female',
      birthday: { calendar: 'solar', year: null, month: 5, day: 2 },
      address: '福建省厦门市湖里大道 1 号',
      note: '不喝\n咖啡',
    });
    expect(person('吴叔').birthday).toMatchObject({ calendar: 'lunar', year: 1960, month: 1, day: 5 });
    expect(plainRows(importer.store.database, 'SELECT name FROM tags ORDER BY name')).toEqual(
      expect.arrayContaining([{ name: '熟客' }, { name: '美容' }]),
    );
  });

  it.each([
    ['007800070815', { year: 1990, month: 8, day: 15, isLeapMonth: false }],
    ['007800310318', { year: 2014, month: 3, day: 18, isLeapMonth: false }],
    ['0078000705L03', { year: 1990, month: 5, day: 3, isLeapMonth: true }],
    ['007700460101', { year: 1969, month: 1, day: 1, isLeapMonth: false }],
    ['----0815', { year: null, month: 8, day: 15, isLeapMonth: false }],
  ])('a lunar birthday in cycles of sixty years: %s', async (written, birthday) => {
    const file = importer.write(
      'one.vcf',
      card('VERSION:3.0', 'FN:王芳', 'TEL:13800000001', `X-ALTBDAY;CALSCALE=chinese:${written}`),
    );
    expect(await importer.run(file, { form: 'customers' })).toMatchObject({ added: 1, rejected: 0 });
    expect(person('王芳').birthday).toMatchObject({ calendar: 'lunar', ...birthday });
  });

  it.each([
    ['BDAY:--0815', { year: null, month: 8, day: 15 }],
    ['BDAY:--08', { year: null, month: 8, day: null }],
    ['BDAY:1990-08', { year: 1990, month: 8, day: null }],
    ['BDAY:1990', { year: 1990, month: null, day: null }],
  ])('a birthday told in part (RFC 6350): %s', async (written, birthday) => {
    const file = importer.write('one.vcf', card('VERSION:4.0', 'FN:王芳', 'TEL:13800000001', written));
    expect(await importer.run(file, { form: 'customers' })).toMatchObject({ added: 1, rejected: 0 });
    expect(person('王芳').birthday).toMatchObject({ calendar: 'solar', ...birthday });
  });
});
