import type { PartialDateParts } from '../partialDate.ts';
import { partialDateInputText } from '../partialDate.ts';
import { packEntries } from './entries.ts';

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
  /** Day on which they were entered. */
  readonly createdOn: string;
  readonly contactMethods: readonly {
    readonly type: string;
    readonly label: string | null;
    readonly value: string;
    readonly e164: string | null;
    readonly isPrimary: boolean;
    readonly isValid: boolean;
    readonly verifiedOn: string | null;
  }[];
  readonly importantDates: readonly {
    readonly kind: string;
    readonly label: string;
    readonly date: PartialDateParts;
    readonly isYearly: boolean;
    readonly leadDays: number | null;
  }[];
  readonly familyMembers: readonly {
    readonly name: string;
    readonly relation: string;
    readonly birthDate: PartialDateParts | null;
  }[];
  readonly tags: readonly {
    readonly group: string;
    readonly value: string;
    readonly source: string;
    readonly taggedOn: string;
  }[];
  /** The shop's own fields, by their names. */
  readonly ownFields: Readonly<Record<string, string>>;
  readonly things: readonly {
    readonly type: string;
    readonly name: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  }[];
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
  { prospect: '潜客', customer: '顾客', lost: '停用' },
  { prospect: 'prospect', customer: 'customer', lost: 'inactive' },
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
  safetyNote: text('过敏史', 'Allergies', (one) => one.safetyNote),
  likes: text('喜好', 'Likes', (one) => one.likes),
  motive: text('购买动机', 'Motive', (one) => one.motive),
  needs: text('需求', 'Needs', (one) => one.needs),
  usageHabits: text('使用习惯', 'Usage habits', (one) => one.usageHabits),
  painPoints: text('痛点', 'Pain points', (one) => one.painPoints),
  note: text('备注', 'Note', (one) => one.note),
  createdOn: text('建档日期', 'Created on', (one) => one.createdOn),
  contactMethods: text('全部联系方式', 'All contact methods', (one) =>
    packEntries(
      one.contactMethods.map(({ type, label, value, isPrimary, isValid, verifiedOn }) => [
        type,
        label ?? '',
        value,
        isPrimary ? 'primary' : '',
        isValid ? '' : 'invalid',
        verifiedOn ?? '',
      ]),
    ),
  ),
  importantDates: text('重要日子', 'Important dates', (one) =>
    packEntries(
      one.importantDates
        .filter(({ kind }) => kind !== 'birthday')
        .map(({ kind, label, date, isYearly, leadDays }) => [
          kind,
          label,
          partialDateInputText(date, 'zh-CN'),
          isYearly ? '' : 'once',
          leadDays === null ? '' : String(leadDays),
        ]),
    ),
  ),
  family: text('家人', 'Family', (one) =>
    packEntries(
      one.familyMembers.map(({ name, relation, birthDate }) => [
        name,
        relation,
        birthDate === null ? '' : partialDateInputText(birthDate, 'zh-CN'),
      ]),
    ),
  ),
  tags: text('标签', 'Tags', (one) =>
    packEntries(one.tags.map(({ group, value, source, taggedOn }) => [group, value, source, taggedOn])),
  ),
  things: text('爱宠爱车物品', 'Things', (one) =>
    packEntries(
      one.things.map(({ type, name, fields }) => [type, name, ...fields.map((field) => `${field.name}: ${field.value}`)]),
    ),
  ),
  points: figure('剩余积分', 'Points balance', (one) => one.pointsBalance),
  visitCount: figure('到店次数', 'Visits', (one) => one.visitCount),
  spend: figure('累计消费', 'Spend', (one) => one.spendCents / CENTS),
  firstVisitOn: text('首次到店', 'First visit', (one) => one.firstVisitOn),
  lastVisitOn: text('最近到店', 'Last visit', (one) => one.lastVisitOn),
} as const satisfies Record<string, ExportColumn>;

/** The column of one of the shop's own fields. */
export const ownFieldColumn = (name: string): ExportColumn => ({
  header: { 'zh-CN': name, en: name },
  read: (customer) => customer.ownFields[name] ?? '',
});

export type ExportColumnName = keyof typeof exportColumns;
const isColumnName = (name: string): name is ExportColumnName => Object.hasOwn(exportColumns, name);
/** Names of every column, in order. */
export const exportColumnNames: readonly ExportColumnName[] = Object.keys(exportColumns).filter(isColumnName);
