import { exportColumnNames, exportColumns, ownFieldOf, type ExportColumnName, type ExportLanguage } from '../exports/columns.ts';
import type { ImportField, Mapping } from './fields.ts';

/** What each column of our own export means to the import; null for figures that follow from the visits. */
const meanings: Readonly<Record<ExportColumnName, ImportField | null>> = {
  number: 'number',
  name: 'name',
  gender: 'gender',
  phone: 'phone',
  birthday: 'birthday',
  statedAge: 'statedAge',
  cardNo: 'cardNo',
  wechat: 'wechat',
  email: 'email',
  region: 'region',
  address: 'address',
  status: 'status',
  owner: 'owner',
  source: 'source',
  referrer: 'referrer',
  occupation: 'occupation',
  incomeBand: 'incomeBand',
  education: 'education',
  vip: 'isVip',
  vipReason: 'vipReason',
  needType: 'needType',
  preferredChannel: 'preferredChannel',
  contactFromHour: 'contactFromHour',
  contactToHour: 'contactToHour',
  doNotContact: 'doNotContact',
  consentOn: 'consentOn',
  consentSource: 'consentSource',
  consentWithdrawnOn: 'consentWithdrawnOn',
  inactiveOn: 'inactiveOn',
  inactiveReason: 'inactiveReason',
  safetyNote: 'safetyNote',
  safetyFacts: 'safetyFacts',
  patchTests: 'patchTests',
  likes: 'likes',
  motive: 'motive',
  needs: 'needs',
  usageHabits: 'usageHabits',
  painPoints: 'painPoints',
  note: 'note',
  createdOn: 'createdOn',
  contactMethods: 'contactMethods',
  importantDates: 'importantDates',
  family: 'family',
  tags: 'tags',
  things: 'things',
  expiring: 'expiring',
  interests: 'interests',
  points: 'points',
  visitCount: null,
  spend: null,
  firstVisitOn: null,
  lastVisitOn: null,
};

/** Headings that no other program writes; two of them together are our own. */
const telling: readonly ExportColumnName[] = [
  'statedAge',
  'referrer',
  'vipReason',
  'inactiveReason',
  'needType',
  'contactFromHour',
  'contactToHour',
  'consentWithdrawnOn',
  'safetyNote',
  'safetyFacts',
  'patchTests',
  'painPoints',
  'contactMethods',
  'importantDates',
  'things',
  'expiring',
  'interests',
];

const languages = ['zh-CN', 'en'] as const satisfies readonly ExportLanguage[];

/** The language of our own form in which these columns are headed; null for a file of another program. */
const languageOf = (headers: readonly string[]): ExportLanguage | null =>
  languages.find(
    (language) => telling.filter((column) => headers.includes(exportColumns[column].header[language])).length >= 2,
  ) ?? null;

/** What our own cards for phones say of whom no other program's do. */
const OWN_CARD = 'X-REGULARS-NUMBER';

/** Whether our own export wrote a file with these columns: a table, or cards for phones. */
export const isOwnForm = (headers: readonly string[]): boolean => languageOf(headers) !== null || headers.includes(OWN_CARD);

/** The meaning of every column of our own form: what is none of ours is one of the shop's own fields. Null for another program's. */
export const ownFormMapping = (headers: readonly string[]): Mapping | null => {
  const language = languageOf(headers);
  if (language === null) return null;
  const known = new Map(exportColumnNames.map((column) => [exportColumns[column].header[language], meanings[column]]));
  return headers.map((header) => {
    const meaning = known.get(header);
    return meaning === undefined ? (header === '' ? null : 'customField') : meaning;
  });
};

/** The own field that a column stands for. */
export const ownFieldOfHeader = (header: string, isOwn: boolean): string => (isOwn ? ownFieldOf(header) : header).trim();
