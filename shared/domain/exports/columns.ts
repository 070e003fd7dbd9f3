import type { PartialDateParts } from '../partialDate.ts';
import { partialDateInputText } from '../partialDate.ts';
import { packEntries } from './entries.ts';
import {
  contactPacking,
  datePacking,
  expiringPacking,
  interestPacking,
  memberPacking,
  patchTestPacking,
  safetyPacking,
  tagPacking,
  thingPacking,
  type PackedContact,
  type PackedDate,
  type PackedExpiring,
  type PackedInterest,
  type PackedMember,
  type PackedPatchTest,
  type PackedSafetyFact,
  type PackedTag,
  type PackedThing,
} from './packed.ts';

export type ExportLanguage = 'zh-CN' | 'en';

/** Everything of a customer that leaves in a file. Money in whole cents, quantities in thousandths. */
export interface ExportedCustomer {
  /** The customer's id, for what must tell people of one name apart. */
  readonly uid: string;
  readonly number: string;
  readonly name: string;
  readonly gender: 'female' | 'male' | 'unknown';
  readonly phone: string | null;
  readonly wechat: string | null;
  readonly email: string | null;
  readonly birthday: PartialDateParts | null;
  readonly statedAge: { readonly years: number; readonly on: string } | null;
  readonly cardNo: string | null;
  readonly occupation: string | null;
  readonly incomeBand: string | null;
  readonly education: string | null;
  readonly address: string | null;
  readonly region: string | null;
  readonly source: string | null;
  readonly referrerNumber: string | null;
  readonly ownerName: string | null;
  readonly isVip: boolean;
  readonly vipReason: string | null;
  readonly needType: 'function_led' | 'price_sensitive' | 'service_first' | null;
  readonly preferredChannel: string | null;
  readonly contactFromHour: number | null;
  readonly contactToHour: number | null;
  readonly doNotContact: boolean;
  readonly consentOn: string | null;
  readonly consentSource: string | null;
  readonly consentWithdrawnOn: string | null;
  readonly safetyNote: string | null;
  readonly likes: string | null;
  readonly motive: string | null;
  readonly needs: string | null;
  readonly usageHabits: string | null;
  readonly painPoints: string | null;
  readonly note: string | null;
  readonly status: 'prospect' | 'customer' | 'lost';
  /** Since when out of the list and the calls, and why (X37); null when active. */
  readonly inactive: { readonly on: string; readonly reason: string | null } | null;
  /** Day on which they were entered. */
  readonly createdOn: string;
  readonly contactMethods: readonly (PackedContact & { readonly e164: string | null })[];
  /** Days other than the birthday. */
  readonly importantDates: readonly PackedDate[];
  readonly familyMembers: readonly PackedMember[];
  readonly tags: readonly PackedTag[];
  /** The shop's own fields, by their names. */
  readonly ownFields: Readonly<Record<string, string>>;
  readonly things: readonly PackedThing[];
  readonly expiring: readonly PackedExpiring[];
  readonly interests: readonly PackedInterest[];
  readonly safetyFacts: readonly PackedSafetyFact[];
  readonly patchTests: readonly PackedPatchTest[];
  readonly visitCount: number;
  readonly spendCents: number;
  readonly pointsBalance: number;
  readonly firstVisitOn: string | null;
  readonly lastVisitOn: string | null;
}

/** A cell: text as it is, or a figure that a spreadsheet may add up. */
export type Cell = string | number;

export interface ExportColumn {
  /** The column's heading: a word that the import knows. */
  readonly header: Readonly<Record<ExportLanguage, string>>;
  read(customer: ExportedCustomer, language: ExportLanguage): Cell;
}

const words =
  <Key extends string>(chinese: Readonly<Record<Key, string>>, english: Readonly<Record<Key, string>>) =>
  (key: Key, language: ExportLanguage): string =>
    (language === 'en' ? english : chinese)[key];

const genderWord = words({ female: '女', male: '男', unknown: '' }, { female: 'female', male: 'male', unknown: '' });
const statusWord = words(
  { prospect: '潜客', customer: '顾客', lost: '流失' },
  { prospect: 'prospect', customer: 'customer', lost: 'lost' },
);
const needWord = words(
  { function_led: '需求导向', price_sensitive: '价格敏感', service_first: '服务优先' },
  { function_led: 'function-led', price_sensitive: 'price-sensitive', service_first: 'service-first' },
);
const yesWord = (value: boolean, language: ExportLanguage): string => (!value ? '' : language === 'en' ? 'yes' : '是');

const text = (chinese: string, english: string, read: (customer: ExportedCustomer) => string | null): ExportColumn => ({
  header: { 'zh-CN': chinese, en: english },
  read: (customer) => read(customer) ?? '',
});
const figure = (chinese: string, english: string, read: (customer: ExportedCustomer) => number | null): ExportColumn => ({
  header: { 'zh-CN': chinese, en: english },
  read: (customer) => read(customer) ?? '',
});
const worded = (chinese: string, english: string, read: ExportColumn['read']): ExportColumn => ({
  header: { 'zh-CN': chinese, en: english },
  read,
});

const CENTS = 100;

/** Every column of our own form, in the order of the card. */
export const exportColumns = {
  number: text('客户编号', 'Customer number', (one) => one.number),
  name: text('姓名', 'Name', (one) => one.name),
  gender: worded('性别', 'Gender', (one, language) => genderWord(one.gender, language)),
  phone: text('手机号', 'Phone', (one) => one.phone),
  birthday: worded('生日', 'Birthday', (one, language) =>
    one.birthday === null ? '' : partialDateInputText(one.birthday, language),
  ),
  statedAge: text('自报年龄', 'Stated age', (one) =>
    one.statedAge === null ? null : packEntries([[String(one.statedAge.years), one.statedAge.on]]),
  ),
  cardNo: text('会员卡号', 'Card number', (one) => one.cardNo),
  wechat: text('微信', 'WeChat', (one) => one.wechat),
  email: text('邮箱', 'Email', (one) => one.email),
  region: text('地区', 'Region', (one) => one.region),
  address: text('地址', 'Address', (one) => one.address),
  status: worded('状态', 'Status', (one, language) => statusWord(one.status, language)),
  inactiveOn: text('停用日期', 'Deactivated on', (one) => one.inactive?.on ?? null),
  inactiveReason: text('停用原因', 'Deactivated because', (one) => one.inactive?.reason ?? null),
  owner: text('归属员工', 'Owner', (one) => one.ownerName),
  source: text('来源', 'Source', (one) => one.source),
  referrer: text('推荐人编号', 'Referrer number', (one) => one.referrerNumber),
  occupation: text('职业', 'Occupation', (one) => one.occupation),
  incomeBand: text('收入', 'Income', (one) => one.incomeBand),
  education: text('学历', 'Education', (one) => one.education),
  vip: worded('VIP', 'VIP', (one, language) => yesWord(one.isVip, language)),
  vipReason: text('VIP 理由', 'VIP reason', (one) => one.vipReason),
  needType: worded('需求类型', 'Need type', (one, language) => (one.needType === null ? '' : needWord(one.needType, language))),
  preferredChannel: text('联系偏好', 'Preferred channel', (one) => one.preferredChannel),
  contactFromHour: figure('联系时间从', 'Contact from hour', (one) => one.contactFromHour),
  contactToHour: figure('联系时间到', 'Contact to hour', (one) => one.contactToHour),
  doNotContact: worded('请勿联系', 'Do not contact', (one, language) => yesWord(one.doNotContact, language)),
  consentOn: text('同意日期', 'Consent on', (one) => one.consentOn),
  consentSource: text('同意方式', 'Consent source', (one) => one.consentSource),
  consentWithdrawnOn: text('撤回同意日期', 'Consent withdrawn on', (one) => one.consentWithdrawnOn),
  // Not 过敏史: such a column of another program is read as allergies, one by one.
  safetyNote: text('过敏与禁忌', 'Allergies and cautions', (one) => one.safetyNote),
  safetyFacts: text('安全记录', 'Safety records', (one) => safetyPacking.pack(one.safetyFacts)),
  patchTests: text('皮试记录', 'Patch tests', (one) => patchTestPacking.pack(one.patchTests)),
  likes: text('喜好', 'Likes', (one) => one.likes),
  motive: text('购买动机', 'Motive', (one) => one.motive),
  needs: text('需求', 'Needs', (one) => one.needs),
  usageHabits: text('使用习惯', 'Usage habits', (one) => one.usageHabits),
  painPoints: text('痛点', 'Pain points', (one) => one.painPoints),
  note: text('备注', 'Note', (one) => one.note),
  createdOn: text('建档日期', 'Created on', (one) => one.createdOn),
  contactMethods: text('全部联系方式', 'All contact methods', (one) => contactPacking.pack(one.contactMethods)),
  importantDates: text('重要日子', 'Important dates', (one) => datePacking.pack(one.importantDates)),
  family: text('家人', 'Family', (one) => memberPacking.pack(one.familyMembers)),
  tags: text('标签', 'Tags', (one) => tagPacking.pack(one.tags)),
  things: text('爱宠爱车物品', 'Things', (one) => thingPacking.pack(one.things)),
  expiring: text('到期事项', 'Running out', (one) => expiringPacking.pack(one.expiring)),
  interests: text('关注与心愿', 'Interests and wishes', (one) => interestPacking.pack(one.interests)),
  points: figure('剩余积分', 'Points balance', (one) => one.pointsBalance),
  visitCount: figure('到店次数', 'Visits', (one) => one.visitCount),
  spend: figure('累计消费', 'Spend', (one) => one.spendCents / CENTS),
  firstVisitOn: text('首次到店', 'First visit', (one) => one.firstVisitOn),
  lastVisitOn: text('最近到店', 'Last visit', (one) => one.lastVisitOn),
} as const satisfies Record<string, ExportColumn>;

/** Behind the name of an own field that is called like one of our columns: a file has each heading once. */
const ownFieldMark: Readonly<Record<ExportLanguage, string>> = { 'zh-CN': '（自定义）', en: ' (own field)' };

/** The column of one of the shop's own fields. */
export const ownFieldColumn = (name: string): ExportColumn => {
  const isTaken = exportColumnNames.some((column) => Object.values(exportColumns[column].header).includes(name));
  const header = (language: ExportLanguage): string => (isTaken ? name + ownFieldMark[language] : name);
  return {
    header: { 'zh-CN': header('zh-CN'), en: header('en') },
    read: (customer) => customer.ownFields[name] ?? '',
  };
};

/** The own field that a column of our own form stands for. */
export const ownFieldOf = (header: string): string => {
  const mark = Object.values(ownFieldMark).find((text) => header.endsWith(text));
  return mark === undefined ? header : header.slice(0, -mark.length);
};

export type ExportColumnName = keyof typeof exportColumns;
const isColumnName = (name: string): name is ExportColumnName => Object.hasOwn(exportColumns, name);
/** Names of every column, in order. */
export const exportColumnNames: readonly ExportColumnName[] = Object.keys(exportColumns).filter(isColumnName);
