import {
  exportColumnNames,
  exportColumns,
  ownFieldColumn,
  type ExportColumn,
  type ExportColumnName,
  type ExportLanguage,
  type ExportedCustomer,
} from './columns.ts';
import { surnameOf } from '../labels/households.ts';

/** Whose sheet the file is to be: our own, or that of a program the shop takes its people to (R201). */
export const exportForms = ['own', 'zoho', 'fxiaoke'] as const;
export type ExportForm = (typeof exportForms)[number];

const other = (header: string, read: (customer: ExportedCustomer) => string | null): ExportColumn => ({
  header: { 'zh-CN': header, en: header },
  read: (customer) => read(customer) ?? '',
});

/** What a family is called stands in a field of its own there: 欧阳 娜. */
const givenName = (name: string): string => {
  const surname = surnameOf(name);
  return /^\p{Script=Han}/u.test(name) ? name.slice(surname.length) : name.trim().split(/\s+/).slice(0, -1).join(' ');
};
const familyName = (name: string): string => {
  if (/^\p{Script=Han}/u.test(name)) return surnameOf(name);
  return name.trim().split(/\s+/).at(-1) ?? name;
};

/** Only whole solar days: those programs know no others. */
const solarDay = ({ birthday }: ExportedCustomer): string | null => {
  if (birthday === null || birthday.calendar === 'lunar') return null;
  const { year, month, day } = birthday;
  if (year === null || month === null || day === null) return null;
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
};
const tagWords = ({ tags }: ExportedCustomer): string => tags.map(({ name }) => name).join(',');

const others: Readonly<Record<Exclude<ExportForm, 'own'>, readonly ExportColumn[]>> = {
  zoho: [
    other('First Name', (one) => givenName(one.name)),
    other('Last Name', (one) => familyName(one.name)),
    other('Email', (one) => one.email),
    other('Mobile', (one) => one.phone),
    other('Date of Birth', solarDay),
    other('Lead Source', (one) => one.source),
    other('Mailing Street', (one) => one.address),
    other('Mailing City', (one) => one.region),
    other('Contact Owner', (one) => one.ownerName),
    other('Tag', tagWords),
    other('Description', (one) => one.note),
  ],
  fxiaoke: [
    other('客户名称', (one) => one.name),
    other('客户编号', (one) => one.number),
    other('手机', (one) => one.phone),
    other('邮件', (one) => one.email),
    other('性别', (one) => (one.gender === 'female' ? '女' : one.gender === 'male' ? '男' : null)),
    other('生日', solarDay),
    other('省市区', (one) => one.region),
    other('详细地址', (one) => one.address),
    other('来源', (one) => one.source),
    other('负责人', (one) => one.ownerName),
    other('标签', tagWords),
    other('备注', (one) => one.note),
  ],
};

/**
 * The columns of a file: those that were chosen of our own form, then the shop's own fields; all that the other program knows, of
 * its form.
 */
export const columnsOfForm = (
  form: ExportForm,
  chosen: readonly ExportColumnName[],
  ownFields: readonly string[],
): readonly ExportColumn[] => {
  if (form !== 'own') return others[form];
  return [
    ...exportColumnNames.filter((name) => chosen.includes(name)).map((name) => exportColumns[name]),
    ...ownFields.map(ownFieldColumn),
  ];
};

/** The headings of a file. */
export const headersOf = (columns: readonly ExportColumn[], language: ExportLanguage): string[] =>
  columns.map(({ header }) => header[language]);
