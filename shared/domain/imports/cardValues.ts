import type { LocalDate } from '../../types/time.ts';
import { unpackEntries } from '../exports/entries.ts';
import type { CellReading } from './cells.ts';
import { columnOf, refused, type CustomerImportField, type Mapping, type Parsed } from './fields.ts';
import { parseDate } from './values.ts';

// Values of the card that are one of a few words, a day, an hour or a text.

/** What a row says of the card beyond name, sex, birthday and ways to reach; absent is "the file does not say". */
export interface CardValues {
  readonly statedAge?: { readonly years: number; readonly on: LocalDate };
  readonly incomeBand?: string;
  readonly education?: string;
  readonly status?: 'prospect' | 'customer' | 'lost';
  readonly isVip?: boolean;
  readonly vipReason?: string;
  readonly needType?: 'function_led' | 'price_sensitive' | 'service_first';
  readonly preferredChannel?: 'phone' | 'wechat' | 'sms' | 'email' | 'in_store' | 'social' | 'other';
  readonly contactFromHour?: number;
  readonly contactToHour?: number;
  readonly doNotContact?: boolean;
  readonly consentOn?: LocalDate;
  readonly consentSource?: string;
  readonly consentWithdrawnOn?: LocalDate;
  readonly likes?: string;
  readonly motive?: string;
  readonly needs?: string;
  readonly usageHabits?: string;
  readonly painPoints?: string;
}
type CardField = keyof CardValues & CustomerImportField;
type Reader<Field extends CardField> = (text: string, today: LocalDate) => Required<CardValues>[Field] | null;

const oneOf =
  <Value>(words: readonly (readonly [Value, readonly string[]])[]) =>
  (text: string): Value | null =>
    words.find(([, names]) => names.includes(text.toLowerCase()))?.[0] ?? null;

const yesOrNo = oneOf<boolean>([
  [true, ['是', '有', '对', 'yes', 'y', 'true', '1', '√', '✓', 'vip', '已同意', '请勿联系', '不要联系']],
  [false, ['否', '不', '无', '没有', 'no', 'n', 'false', '0', '×', '普通', '可以']],
]);

const upTo = (longest: number) => (text: string) => (text.length > longest ? null : text);

const hourBetween = (first: number, last: number) => (text: string) => {
  const [, digits] = /^(\d{1,2})(?:[:：点时]0*)?$/.exec(text) ?? [];
  const hour = digits === undefined ? Number.NaN : Number(digits);
  return hour >= first && hour <= last ? hour : null;
};

/** `34`, `34岁`, or with the day on which it was told, as our own export writes it. */
const ageOf = (text: string, today: LocalDate): Required<CardValues>['statedAge'] | null => {
  const [said = '', day = ''] = unpackEntries(text)[0] ?? [];
  const [, digits] = /^(\d{1,3})\s*岁?$/.exec(said.trim()) ?? [];
  const years = digits === undefined ? Number.NaN : Number(digits);
  const on = day.trim() === '' ? today : parseDate(day.trim());
  return years <= 130 && on !== null ? { years, on } : null;
};

const readers: { readonly [Field in CardField]: Reader<Field> } = {
  statedAge: ageOf,
  incomeBand: upTo(40),
  education: upTo(40),
  status: oneOf<'prospect' | 'customer' | 'lost'>([
    ['prospect', ['潜客', '潜在客户', '意向', '意向客户', 'prospect', 'lead']],
    ['customer', ['顾客', '客户', '正常', '会员', '老客', '熟客', '启用', 'customer', 'active', 'normal']],
    ['lost', ['停用', '流失', '注销', '已注销', '禁用', '退卡', 'inactive', 'lost', 'closed']],
  ]),
  isVip: yesOrNo,
  vipReason: upTo(200),
  needType: oneOf<'function_led' | 'price_sensitive' | 'service_first'>([
    ['function_led', ['需求导向', '效果', 'function-led', 'results']],
    ['price_sensitive', ['价格敏感', '价格', 'price-sensitive', 'price']],
    ['service_first', ['服务优先', '服务', 'service-first', 'service']],
  ]),
  preferredChannel: oneOf<NonNullable<CardValues['preferredChannel']>>([
    ['phone', ['phone', '电话', '手机', 'call']],
    ['wechat', ['wechat', '微信']],
    ['sms', ['sms', '短信', 'text']],
    ['email', ['email', 'e-mail', '邮件', '邮箱']],
    ['in_store', ['in_store', '当面', '到店', 'in store', 'in person']],
    ['social', ['social', '社交媒体', 'social media']],
    ['other', ['other', '其他']],
  ]),
  contactFromHour: hourBetween(0, 23),
  contactToHour: hourBetween(1, 24),
  doNotContact: yesOrNo,
  consentOn: parseDate,
  consentSource: upTo(60),
  consentWithdrawnOn: parseDate,
  likes: upTo(500),
  motive: upTo(500),
  needs: upTo(500),
  usageHabits: upTo(500),
  painPoints: upTo(500),
};
const isCardField = (field: string): field is CardField => Object.hasOwn(readers, field);
const texts: readonly CardField[] = [
  'incomeBand',
  'education',
  'vipReason',
  'consentSource',
  'likes',
  'motive',
  'needs',
  'usageHabits',
  'painPoints',
];
const days: readonly CardField[] = ['consentOn', 'consentWithdrawnOn'];

type Values = { -readonly [Field in CardField]?: Required<CardValues>[Field] };
/** False when the text is no value of the field. */
const readInto = <Field extends CardField>(values: Values, field: Field, text: string, today: LocalDate): boolean => {
  const read: Reader<Field> = readers[field];
  const value = read(text, today);
  if (value === null) return false;
  values[field] = value;
  return true;
};

/** A reader of those values. Refuses a row with a word that is none of the field's, naming the column. */
export const cardValuesReader = (
  mapping: Mapping,
  reading: CellReading,
  today: LocalDate,
): ((cells: readonly string[]) => Parsed<CardValues>) => {
  const columns = [...columnOf(mapping)].flatMap(([field, column]) => (isCardField(field) ? [{ field, column }] : []));
  return (cells) => {
    const values: Values = {};
    for (const { field, column } of columns) {
      const text = reading.textOrNull(cells[column] ?? '');
      if (text === null) continue;
      if (!readInto(values, field, text, today))
        return refused(
          texts.includes(field) ? 'text_too_long' : days.includes(field) ? 'date_invalid' : 'value_invalid',
          field,
          text.slice(0, 200),
        );
    }
    return { ok: true, value: values };
  };
};
