import type { Cutoffs } from '../../shared/contract/segments.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import { NONE } from '../../shared/domain/segments/conditions.ts';
import type { SegmentAttribute, SegmentCondition, SegmentFigure, SegmentFlag } from '../../shared/domain/segments/conditions.ts';
import { addDays, addMonths } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { isBookedSql } from './bookedSql.ts';
import { customersByCustomValue } from './customFieldFilter.ts';
import { mayBeTold } from './consents.ts';
import type { StoreDatabase } from './database.ts';
import { placesInUse } from './regions.ts';

// A condition of an own segment as SQL over `customers`, their summaries and their classes: a figure that may be null, a list of values, or 0 and 1.

export type SqlValues = Record<string, string | number | null>;

const daysSince = (column: string): string => `CAST(julianday(@today) - julianday(${column}) AS INTEGER)`;

/** By the domain's own rule, of the birthday or else of the age that was told (ages.ts); the functions are the connection's. */
const AGE = `coalesce(
  (SELECT age_on(born.calendar, born.year, born.month, born.day, born.is_leap_month, @today, @lunarLeapBirthday, @feb29Birthday)
   FROM important_dates AS born WHERE born.customer_id = customers.id AND born.kind = 'birthday' ORDER BY born.id LIMIT 1),
  stated_age_on(customers.stated_age, customers.stated_age_on, @today))`;

/** Null is "there is none", which no bound lets through. */
export const figureSql: { readonly [Figure in SegmentFigure]: string } = {
  visits: 'coalesce(summaries.visit_count, 0)',
  purchase_days: 'coalesce(summaries.purchase_day_count, 0)',
  spend: 'coalesce(summaries.spend_cents, 0)',
  year_spend: 'coalesce(classes.year_spend_cents, 0)',
  average_spend: 'CASE WHEN summaries.purchase_day_count > 0 THEN summaries.spend_cents / summaries.purchase_day_count END',
  days_since_visit: daysSince('summaries.last_visit_on'),
  days_since_purchase: daysSince('summaries.last_purchase_on'),
  days_since_contact: daysSince('summaries.last_interaction_on'),
  days_since_first_visit: daysSince('summaries.first_visit_on'),
  rhythm_days: 'summaries.rhythm_days',
  age: AGE,
  days_to_birthday: `CASE WHEN summaries.next_birthday_on >= @today THEN 0 - ${daysSince('summaries.next_birthday_on')} END`,
  points: 'coalesce(summaries.points_balance, 0)',
  stored_value:
    'coalesce((SELECT total_cents FROM stored_value_balances WHERE stored_value_balances.customer_id = customers.id), 0)',
  coupons: `(SELECT count(*) FROM coupons WHERE coupons.customer_id = customers.id AND coupons.uses_left > 0
    AND (coupons.expires_on IS NULL OR coupons.expires_on >= @today))`,
  count_card_uses: `coalesce((SELECT sum(open.uses_left) FROM count_cards AS card
    INNER JOIN open_count_cards AS open ON open.card_id = card.id
    WHERE card.customer_id = customers.id AND open.last_day >= @today), 0)`,
  incidents: `(SELECT count(*) FROM incidents WHERE incidents.customer_id = customers.id AND incidents.removed_at IS NULL
    AND incidents.is_private = 0 AND incidents.business_date > @yearAgo)`,
  brought: `(SELECT count(*) FROM customers AS newcomer WHERE newcomer.referrer_id = customers.id AND newcomer.removed_at IS NULL)`,
  completeness: 'summaries.completeness',
};

/** What the figures and flags speak of besides the customer: the day, how birthdays are kept, and when the shop counts as late. */
export const basisValues = (
  today: LocalDate,
  settings: Pick<ShopSettings, 'lunarLeapBirthday' | 'feb29Birthday'>,
  cutoffs: Pick<Cutoffs, 'shopOverdueAfterDays'> | null,
): SqlValues => ({
  today,
  yearAgo: addMonths(today, -12),
  lunarLeapBirthday: settings.lunarLeapBirthday,
  feb29Birthday: settings.feb29Birthday,
  shopOverdueAfterDays: cutoffs?.shopOverdueAfterDays ?? null,
});

const flagSql: { readonly [Flag in SegmentFlag]: string } = {
  vip: 'customers.is_vip',
  dormant: 'coalesce(classes.is_dormant, 0)',
  // As overdueLimit has it: by the own rhythm, or by the shop's from the second purchase on.
  overdue: `coalesce(${daysSince('summaries.last_purchase_on')} > coalesce(summaries.overdue_after_days,
    CASE WHEN summaries.purchase_day_count > 1 THEN @shopOverdueAfterDays END), 0)`,
  booked: isBookedSql,
  has_phone: `EXISTS (SELECT 1 FROM contact_methods WHERE contact_methods.customer_id = customers.id
    AND contact_methods.type IN ('mobile', 'landline') AND contact_methods.is_valid = 1)`,
  may_be_called: mayBeTold('phone'),
  may_be_written: mayBeTold('wechat'),
  do_not_contact: 'customers.do_not_contact',
  open_incident: `EXISTS (SELECT 1 FROM incidents WHERE incidents.customer_id = customers.id AND incidents.closed_on IS NULL
    AND incidents.removed_at IS NULL AND incidents.is_private = 0)`,
  owes: 'EXISTS (SELECT 1 FROM credit_debts WHERE credit_debts.customer_id = customers.id AND credit_debts.owed_cents > 0)',
};

const columns: { readonly [Attribute in SegmentAttribute]?: string } = {
  status: 'customers.status',
  gender: 'customers.gender',
  owner: `coalesce(customers.owner_id, '${NONE}')`,
  source: `coalesce(customers.source, '${NONE}')`,
  value: 'classes.value',
  rfm: 'classes.rfm',
  rfm8: 'classes.rfm8',
  activity: 'classes.activity',
  lifecycle: 'classes.lifecycle',
  tier: `coalesce((SELECT tier_id FROM customer_tiers WHERE customer_tiers.customer_id = customers.id), '${NONE}')`,
};

const placeParts = { province: 'province', city: 'city', district: 'district' } as const;

/** The regions in use that lie in one of the places named. */
const regionsIn = (database: StoreDatabase, part: keyof typeof placeParts, values: readonly string[]): string[] => {
  const wanted = new Set(values);
  return [...placesInUse(database)].flatMap(([text, place]) => (wanted.has(place[part] ?? NONE) ? [text] : []));
};

/** The value that a customer has of an attribute, for an explanation; tags apart. */
export const attributeSql = (attribute: SegmentAttribute): string =>
  attribute === 'tag'
    ? `(SELECT group_concat(tag_id, char(10)) FROM customer_tags WHERE customer_tags.customer_id = customers.id)`
    : (columns[attribute] ?? 'customers.region');

const oneOf = (
  database: StoreDatabase,
  { attribute, values }: Extract<SegmentCondition, { test: 'one_of' }>,
  name: string,
  bound: SqlValues,
): string => {
  const listed = `(SELECT value FROM json_each(@${name}))`;
  if (attribute === 'province' || attribute === 'city' || attribute === 'district') {
    bound[name] = JSON.stringify(regionsIn(database, attribute, values));
    return `(coalesce(customers.region IN ${listed}, 0)${values.includes(NONE) ? ' OR customers.region IS NULL' : ''})`;
  }
  bound[name] = JSON.stringify(values);
  if (attribute === 'tag')
    return `(customers.id IN (SELECT customer_id FROM customer_tags WHERE tag_id IN ${listed})${
      values.includes(NONE) ? ' OR customers.id NOT IN (SELECT customer_id FROM customer_tags)' : ''
    })`;
  return `coalesce(${columns[attribute] ?? ''} IN ${listed}, 0)`;
};

const bought = (
  { productId, category, lastDays }: Extract<SegmentCondition, { test: 'bought' }>,
  name: string,
  today: LocalDate,
  bound: SqlValues,
): string => {
  if (lastDays !== null) bound[`${name}Since`] = addDays(today, -lastDays);
  const since = lastDays === null ? '' : ` AND visits.business_date >= @${name}Since`;
  if (productId === null && category === null)
    return `customers.id IN (SELECT visits.customer_id FROM visits WHERE visits.customer_id IS NOT NULL AND visits.undone_at IS NULL
      AND visits.is_purchase = 1${since})`;
  bound[name] = productId ?? category ?? '';
  const products = productId === null ? `IN (SELECT products.id FROM products WHERE products.category = @${name})` : `= @${name}`;
  return `customers.id IN (SELECT visits.customer_id FROM visit_lines
    INNER JOIN visits ON visits.id = visit_lines.visit_id
    WHERE visit_lines.product_id ${products} AND visit_lines.quantity > 0 AND visits.customer_id IS NOT NULL
      AND visits.undone_at IS NULL${since})`;
};

/** What a condition without segments in it says, as SQL that is 0 or 1, never null. Its values are named after `name`. */
export const conditionSql = (
  database: StoreDatabase,
  condition: Exclude<SegmentCondition, { test: 'segment' }>,
  { name, bound, today, hidesNumbers }: { name: string; bound: SqlValues; today: LocalDate; hidesNumbers: boolean },
): string => {
  const said = (holds: string, is: boolean): string => (is ? `(${holds})` : `NOT (${holds})`);
  switch (condition.test) {
    case 'figure': {
      const { figure, min, max } = condition;
      const bounds = [
        ...(min === null ? [] : [{ sign: '>=', value: min, place: `${name}Min` }]),
        ...(max === null ? [] : [{ sign: '<=', value: max, place: `${name}Max` }]),
      ];
      for (const { value, place } of bounds) bound[place] = value;
      const held = bounds.map(({ sign, place }) => `${figureSql[figure]} ${sign} @${place}`);
      return `coalesce(${held.length === 0 ? `${figureSql[figure]} IS NOT NULL` : held.join(' AND ')}, 0)`;
    }
    case 'one_of':
      return said(oneOf(database, condition, name, bound), condition.is);
    case 'flag':
      return said(flagSql[condition.flag], condition.is);
    case 'bought':
      return said(bought(condition, name, today, bound), condition.is);
    case 'custom': {
      const { isAmong, sql, values } = customersByCustomValue(condition.condition, name, hidesNumbers);
      Object.assign(bound, values);
      return `customers.id ${isAmong ? 'IN' : 'NOT IN'} (${sql})`;
    }
  }
};
