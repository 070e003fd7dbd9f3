import { addDays, addMonths, daysBetween } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { ThingType, Words } from './types.ts';

/** What can run out (X21): of a thing, or of the customer. */
export const expiringKinds = [
  'vaccine',
  'deworming',
  'inspection',
  'insurance',
  'vehicle_tax',
  'maintenance',
  'eye_recheck',
  'warranty',
  'other',
] as const;
export type ExpiringKind = (typeof expiringKinds)[number];

interface ExpiringDefinition {
  readonly label: Words;
  /** The types of thing it is first thought of for; `customer` is the person. It can be kept for any. */
  readonly of: readonly (ThingType | 'customer')[];
  /** How long it usually holds; null when nobody can say. */
  readonly months: number | null;
  /** A renewal made in time counts on from the day it would have run out (insurance), or from the day it is made (a vaccine). */
  readonly countsFrom: 'former' | 'renewal';
}

export const expiringDefinitions: { readonly [Kind in ExpiringKind]: ExpiringDefinition } = {
  vaccine: { label: { 'zh-CN': '疫苗', en: 'Vaccine' }, of: ['pet'], months: 12, countsFrom: 'renewal' },
  deworming: { label: { 'zh-CN': '驱虫', en: 'Deworming' }, of: ['pet'], months: 3, countsFrom: 'renewal' },
  inspection: { label: { 'zh-CN': '年检', en: 'Inspection' }, of: ['car'], months: 12, countsFrom: 'former' },
  insurance: { label: { 'zh-CN': '保险', en: 'Insurance' }, of: ['car'], months: 12, countsFrom: 'former' },
  vehicle_tax: { label: { 'zh-CN': '车船税', en: 'Vehicle tax' }, of: ['car'], months: 12, countsFrom: 'former' },
  maintenance: {
    label: { 'zh-CN': '保养', en: 'Maintenance' },
    of: ['car', 'bicycle', 'appliance'],
    months: 6,
    countsFrom: 'renewal',
  },
  eye_recheck: { label: { 'zh-CN': '复查', en: 'Eye recheck' }, of: ['customer', 'glasses'], months: 6, countsFrom: 'renewal' },
  warranty: {
    label: { 'zh-CN': '保修', en: 'Warranty' },
    of: ['appliance', 'glasses', 'bicycle', 'other'],
    months: 12,
    countsFrom: 'former',
  },
  other: { label: { 'zh-CN': '其他', en: 'Other' }, of: ['other', 'customer'], months: null, countsFrom: 'renewal' },
};

/** Days ahead at which each kind is first brought up: what a shop that has set nothing goes by. */
export const defaultLeadDays: { readonly [Kind in ExpiringKind]: number } = {
  vaccine: 14,
  deworming: 7,
  inspection: 30,
  insurance: 30,
  vehicle_tax: 30,
  maintenance: 14,
  eye_recheck: 14,
  warranty: 30,
  other: 14,
};
/** The longest lead time that can be set, in days. */
export const MOST_LEAD_DAYS = 365;

/** Days after which what ran out is no longer brought up on the list; the card goes on showing it red. */
export const EXPIRED_LIST_DAYS = 60;

/** `fine`, `near` (amber: inside the lead time, the last day included) or `past` (red: from the day after). */
export type ExpiryState = 'fine' | 'near' | 'past';

/** How a fact stands today. `validUntil` is the last day on which it holds. */
export const expiryState = (validUntil: LocalDate, leadDays: number, today: LocalDate): ExpiryState => {
  if (today > validUntil) return 'past';
  return daysBetween(today, validUntil) <= leadDays ? 'near' : 'fine';
};

/** The first day on which it is brought up. */
export const dueFrom = (validUntil: LocalDate, leadDays: number): LocalDate => addDays(validUntil, -leadDays);

/**
 * Until when a renewal made on `on` would hold, as the form offers it: by the kind's usual months, counted on from the former day
 * where it has not passed and the kind counts that way, else from the day of renewal. Without a usual time, a year.
 */
export const renewedUntil = (kind: ExpiringKind, former: LocalDate, on: LocalDate): LocalDate => {
  const { months, countsFrom } = expiringDefinitions[kind];
  const start = countsFrom === 'former' && former >= on ? former : on;
  return addMonths(start, months ?? 12);
};

/** Kinds in the order in which a form offers them for a type of thing, or for the person: the likely ones first. */
export const expiringKindsFor = (owner: ThingType | 'customer'): readonly ExpiringKind[] => [
  ...expiringKinds.filter((kind) => expiringDefinitions[kind].of.includes(owner)),
  ...expiringKinds.filter((kind) => !expiringDefinitions[kind].of.includes(owner)),
];
