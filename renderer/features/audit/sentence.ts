import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { rightLines } from './rightLines.ts';
import { settingLines } from './settingLines.ts';
import type { LineWording } from './settingLines.ts';
import { audit as words } from '../../text/zh-CN/audit.ts';

export type AuditEntry = OutputOf<'audit.list'>['entries'][number];

interface Wording {
  readonly t: TFunction;
  readonly language: string;
  readonly money: (cents: number) => string;
}

type Said = keyof typeof words.said;
const isSaid = (name: string): name is Said => Object.hasOwn(words.said, name);

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Whom an entry concerns, in words; empty when nobody. */
const peopleOf = ({ customers, customerCount }: AuditEntry, { t }: Wording): string => {
  const names = customers.map(({ name }) => name ?? t('audit.someone')).join(t('exports.labels.nameSeparator'));
  return customerCount > customers.length ? t('audit.people', { count: customerCount, names }) : names;
};

/** What the shop calls the thing it defined. */
const nameOf = (details: AuditEntry['details']): string =>
  ['fieldName', 'roleName', 'tierName', 'ruleName', 'setName', 'stampCard', 'membershipPlan', 'valueCard']
    .map((key) => details[key])
    .find((name) => typeof name === 'string') ?? '';

/** What an entry tells beyond its sentence: which setting from what to what, who was given or lost which right. */
export const linesOf = ({ operation, kind, details }: AuditEntry, wording: LineWording): string[] => {
  if (details['proof'] === 'waived') return [wording.t('wallet.proof.audited')];
  const { approvedBy } = details;
  if (typeof approvedBy === 'string') return [wording.t('coupons.approval.audited', { name: approvedBy })];
  if (operation === 'settings.update') return settingLines(details, wording);
  return kind === 'permission' || kind === 'settings' ? rightLines(operation, details, wording.t) : [];
};

/** What an entry tells, as one sentence; who did it and when stand beside it. */
export const sentenceOf = (entry: AuditEntry, wording: Wording): string => {
  const { t, language, money } = wording;
  const { details } = entry;
  const figure = (name: string): string => {
    const value = details[name];
    return typeof value === 'number' ? value.toLocaleString(language) : '';
  };
  // What something comes to, or what changed hands.
  const amount = details['totalCents'] ?? details['movedCents'];
  const points = details['points'] ?? details['pointsEarned'] ?? 0;
  const price = field(details['after'], 'priceCents') ?? details['priceCents'];
  const formerPrice = field(details['before'], 'priceCents');
  const priceText = typeof price === 'number' ? money(price) : '';
  const key = entry.operation.replace('.', '_');
  const said = t(`audit.said.${isSaid(key) ? key : 'other'}`, {
    who: peopleOf(entry, wording),
    subject: entry.subject ?? '',
    operation: entry.operation,
    name: nameOf(details),
    file: typeof details['file'] === 'string' ? details['file'] : '',
    money: typeof amount === 'number' ? money(amount) : '',
    points:
      typeof points !== 'number'
        ? ''
        : /^(loyalty|pointsFiles)\./.test(entry.operation) && points > 0
          ? `+${points}`
          : String(points),
    price: typeof formerPrice === 'number' ? ` ${money(formerPrice)} → ${priceText}` : priceText,
    count: Object.keys(details['after'] ?? {}).length,
    customers: figure('customers'),
    returned: figure('returned'),
    added: figure('added'),
    updated: figure('updated'),
    customersRemoved: figure('customersRemoved'),
    rows: figure('rows'),
    characters: figure('characters'),
  });
  const untold = typeof details['untold'] === 'number' ? t('audit.untold', { count: details['untold'] }) : '';
  return `${entry.outcome === 'done' ? '' : t(`audit.${entry.outcome}`)}${said}${untold}`;
};
