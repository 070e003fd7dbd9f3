import { headerKey } from './headerKey.ts';

/** Programs whose exports are known by their headers. */
export const origins = [
  'zoho',
  'fxiaoke',
  'yinbao',
  'meituan',
  'erweihuo',
  'google',
  'outlook',
  'apple',
  'vcard',
  'wechat_shop',
] as const;
export type Origin = (typeof origins)[number];

/** Headers that stand together in the exports of one program only. The first program all of whose words are there is it. */
const marks: readonly (readonly [Origin, readonly string[]])[] = [
  ['vcard', ['fn']],
  ['zoho', ['contactowner', 'lastname']],
  ['zoho', ['recordid', 'contactname']],
  ['google', ['phone1value']],
  ['outlook', ['firstname', 'lastname', 'homestreet']],
  ['outlook', ['firstname', 'lastname', 'emailaddress', 'mobilephone']],
  ['apple', ['firstname', 'lastname', 'phonemobile']],
  ['fxiaoke', ['客户名称', '负责人', '客户级别']],
  ['fxiaoke', ['客户名称', '负责人', '最后跟进时间']],
  ['yinbao', ['会员编号', '会员姓名', '会员等级', '开卡日期']],
  ['yinbao', ['会员号', '会员等级', '积分', '余额', '开卡日期']],
  ['meituan', ['会员卡号', '会员手机', '储值余额']],
  ['meituan', ['会员姓名', '会员手机号', '注册时间', '会员来源']],
  ['erweihuo', ['卡号', '卡面号码', '发卡门店']],
  ['wechat_shop', ['openid', '昵称']],
];

/** The program a header is of; null when it is none of those. */
export const originOf = (headers: readonly string[]): Origin | null => {
  const keys = new Set(headers.map(headerKey));
  return marks.find(([, words]) => words.every((word) => keys.has(word)))?.[0] ?? null;
};
