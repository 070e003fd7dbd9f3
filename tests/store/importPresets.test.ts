import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Origin } from '../../shared/domain/imports/origin.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';
import { dateCell, workbook } from '../helpers/spreadsheets.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

/** A member list of an old desk program: a title over all columns, two lines of names, a merged shop, a lost number, totals. */
const memberList = workbook(
  {
    会员资料: [
      ['某某美容会员资料表', null, null, null, null, null, null, null, null],
      ['会员卡号', '会员姓名', '联系方式', null, '性别', '积分', null, '开卡门店', '开卡日期'],
      [null, null, '会员手机', '微信号', null, '累计积分', '剩余积分', null, null],
      ['000701', '王芳', '13800001001', 'fang_wang', '女', 500, 120, '一店', dateCell(43_617)],
      ['000702', '李强', '1.38E+10', null, '男', 90, 30, null, dateCell(43_618)],
      ['000703', '陈晨', 13_800_001_003, null, '女', 0, 0, '二店', dateCell(43_619)],
      ['合计', null, null, null, null, 590, 150, null, null],
    ],
  },
  'biff8',
  [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 8 } },
    { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
    { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } },
    { s: { r: 1, c: 2 }, e: { r: 1, c: 3 } },
    { s: { r: 1, c: 4 }, e: { r: 2, c: 4 } },
    { s: { r: 1, c: 5 }, e: { r: 1, c: 6 } },
    { s: { r: 1, c: 7 }, e: { r: 2, c: 7 } },
    { s: { r: 1, c: 8 }, e: { r: 2, c: 8 } },
    { s: { r: 3, c: 7 }, e: { r: 4, c: 7 } },
  ],
);

const zoho = [
  '"Record Id","Contact Owner","Lead Source","First Name","Last Name","Email","Phone","Mobile","Date of Birth","Mailing Street","Mailing City","Description","Email Opt Out","Created Time"',
  '"zcrm_5725767000000411001","Ann Lee","Walk-in","Fang","Wang","fang@example.com","0592-5123456","13800002001","1990-08-15","10 Lake Road","Xiamen","Comes on Saturdays","false","2024-01-05 10:22:31"',
  '"zcrm_5725767000000411002","Ann Lee","","","Smith","","","+86 13800002002","","","","","true","2024-01-06 09:00:00"',
].join('\r\n');

const fxiaoke = workbook({
  客户: [
    ['客户名称', '客户编号', '客户级别', '负责人', '手机', '来源', '地区定位', '详细地址', '最后跟进时间', '备注'],
    ['王芳', 'C20240001', '重要客户', '阿强', '13800003001', '转介绍', '', '湖滨南路 10 号', '2024-05-01 10:20', '下午联系'],
    ['李强', 'C20240002', '普通客户', '阿强', '13800003002', '网络', '', '', '2024-05-02 09:10', ''],
  ],
});

const google = [
  'First Name,Middle Name,Last Name,Nickname,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Formatted',
  '芳,,王,小芳,,1990-08-15,下午联系,* myContacts,Home,fang@example.com,Mobile,+86 138 0000 4001,Work,0592-5123456,湖滨南路 10 号',
  'Lei,,Li,,,--05-02,,* myContacts,,,Mobile,13800004002,,,',
].join('\n');

const outlook = [
  '"Title","First Name","Last Name","Job Title","Home Street","Home City","Business Phone","Home Phone","Mobile Phone","Birthday","E-mail Address","Gender","Notes"',
  '"","芳","王","会计","湖滨南路 10 号","厦门","","0592-5123456","13800005001","1990/8/15","fang@example.com","Unspecified",""',
  '"","Lei","Li","","","","","","13800005002","0/0/00","","Unspecified",""',
].join('\r\n');

interface Preset {
  readonly name: string;
  readonly content: string | Buffer;
  readonly origin: Origin | null;
  /** Column and meaning, for those that have one. */
  readonly meanings: Readonly<Record<string, string>>;
  readonly added: number;
  readonly refused: readonly (readonly [number, string])[];
}
const presets: readonly Preset[] = [
  {
    name: '会员资料.xls',
    content: memberList,
    origin: null,
    meanings: {
      会员卡号: 'cardNo',
      会员姓名: 'name',
      会员手机: 'phone',
      微信号: 'wechat',
      性别: 'gender',
      剩余积分: 'points',
      开卡日期: 'createdOn',
    },
    added: 2,
    refused: [[5, 'number_rounded']],
  },
  {
    name: 'Contacts_2024.csv',
    content: zoho,
    origin: 'zoho',
    meanings: {
      'Record Id': 'number',
      'Contact Owner': 'owner',
      'Lead Source': 'source',
      'First Name': 'givenName',
      'Last Name': 'familyName',
      Email: 'email',
      Phone: 'phone',
      Mobile: 'phone',
      'Date of Birth': 'birthday',
      'Mailing Street': 'address',
      'Mailing City': 'region',
      Description: 'note',
      'Email Opt Out': 'doNotContact',
      'Created Time': 'createdOn',
    },
    added: 2,
    refused: [],
  },
  {
    name: '客户.xlsx',
    content: fxiaoke,
    origin: 'fxiaoke',
    meanings: {
      客户名称: 'name',
      客户编号: 'number',
      客户级别: 'tags',
      负责人: 'owner',
      手机: 'phone',
      来源: 'source',
      详细地址: 'address',
      备注: 'note',
    },
    added: 2,
    refused: [],
  },
  {
    name: 'contacts.csv',
    content: google,
    origin: 'google',
    meanings: {
      'First Name': 'givenName',
      'Last Name': 'familyName',
      Birthday: 'birthday',
      Notes: 'note',
      Labels: 'tags',
      'E-mail 1 - Value': 'email',
      'Phone 1 - Value': 'phone',
      'Phone 2 - Value': 'phone',
      'Address 1 - Formatted': 'address',
    },
    added: 2,
    refused: [],
  },
  {
    name: 'outlook.csv',
    content: outlook,
    origin: 'outlook',
    meanings: {
      'First Name': 'givenName',
      'Last Name': 'familyName',
      'Job Title': 'occupation',
      'Home Street': 'address',
      'Home City': 'region',
      'Business Phone': 'phone',
      'Home Phone': 'phone',
      'Mobile Phone': 'phone',
      Birthday: 'birthday',
      'E-mail Address': 'email',
      Gender: 'gender',
      Notes: 'note',
    },
    added: 2,
    refused: [],
  },
];

describe('files of other programs are understood as they are (R189)', () => {
  it.each(presets)('$name', async ({ name, content, origin, meanings, added, refused }) => {
    const file = importer.write(name, content);
    const seen = await importer.inspect(file);
    expect(seen).toMatchObject({ origin, form: 'customers' });
    expect(
      Object.fromEntries(seen.columns.flatMap((column, at) => (seen.mapping[at] == null ? [] : [[column, seen.mapping[at]]]))),
    ).toEqual(meanings);
    const preview = await importer.preview(file, { form: 'customers' });
    expect(preview.counts).toMatchObject({ added, rejected: refused.length });
    expect(preview.rejected.map(({ line, code }) => [line, code])).toEqual(refused);
    expect(preview.sample).toHaveLength(added);
  });
});
