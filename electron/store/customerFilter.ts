import type { CustomerFilter, CustomerSelection } from '../../shared/contract/customerFilter.ts';
import type { CustomCondition } from '../../shared/contract/customFields.ts';
import type { Permission } from '../../shared/contract/operation.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import { birthdayPlacesIn } from '../../shared/domain/birthdayPlaces.ts';
import { birthdayOptionsOf } from '../../shared/domain/birthdays.ts';
import { nowhere } from '../../shared/domain/regions/place.ts';
import type { Place } from '../../shared/domain/regions/place.ts';
import { privateGroups, rightToSee } from '../../shared/domain/privateGroups.ts';
import type { PrivateGroup } from '../../shared/domain/privateGroups.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays, instantAt } from '../../shared/types/time.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { listCustomFields } from './customFields.ts';
import { consentIs } from './consentFilter.ts';
import { customersByCustomValue } from './customFieldFilter.ts';
import { segmentCondition } from './customerOrder.ts';
import { dataVersion } from './dataVersion.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { placesInUse } from './regions.ts';
import { findMatchingIds } from './search.ts';
import { customConditionsIn, segmentQuery } from './segmentPeople.ts';

// Who a filter lets through. Plain SQL: it is put together from the conditions that are given, each in its own words.

/** What conditions that speak of today, of birthdays and of days of the calendar rest on. */
export interface FilterBasis {
  readonly today: LocalDate;
  readonly settings: ShopSettings;
  /** What whoever asks may do: hidden figures find nobody (R192), private fields tell nobody apart (X40). */
  readonly permissions: readonly Permission[];
}

/** The basis of a handler's context. */
export const filterBasis = (context: {
  today(): LocalDate;
  settings(): ShopSettings;
  readonly actor: { readonly permissions: readonly Permission[] };
}): FilterBasis => ({
  today: context.today(),
  settings: context.settings(),
  permissions: context.actor.permissions,
});

const hidesNumbers = ({ permissions }: FilterBasis): boolean => !permissions.includes('customers.phones');

/** The private group that one of these conditions asks by and whoever asks does not see (X40); null when there is none. */
export const unseenGroup = (
  database: StoreDatabase,
  custom: readonly CustomCondition[],
  { permissions }: FilterBasis,
): PrivateGroup | null => {
  if (custom.length === 0 || privateGroups.every((group) => permissions.includes(rightToSee(group)))) return null;
  const asked = new Set(custom.map(({ fieldId }) => fieldId));
  const hidden = listCustomFields(database, true).find(
    ({ id, privateGroup }) => asked.has(id) && privateGroup !== null && !permissions.includes(rightToSee(privateGroup)),
  );
  return hidden?.privateGroup ?? null;
};

/** Throws not_permitted for a condition on one of the shop's own fields that whoever asks does not see (X40). */
export const requireSeenConditions = (database: StoreDatabase, custom: readonly CustomCondition[], basis: FilterBasis): void => {
  const group = unseenGroup(database, custom, basis);
  if (group !== null) throw new AppError('not_permitted', { permission: rightToSee(group) });
};

interface Conditions {
  readonly where: string[];
  readonly values: Record<string, string | number | null>;
}

const PHONE = `EXISTS (SELECT 1 FROM contact_methods WHERE contact_methods.customer_id = customers.id
  AND type IN ('mobile', 'landline') AND is_valid = 1)`;

/** Values of a column, '' or another word standing for none. */
const among = (
  { where, values }: Conditions,
  column: string,
  name: string,
  wanted: readonly string[] | undefined,
  none: string,
): void => {
  if (wanted === undefined) return;
  values[name] = JSON.stringify(wanted.filter((value) => value !== none));
  const listed = `customers.${column} IN (SELECT value FROM json_each(@${name}))`;
  where.push(wanted.includes(none) ? `(${listed} OR customers.${column} IS NULL)` : listed);
};

const between = (
  { where, values }: Conditions,
  column: string,
  name: string,
  range: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined,
): void => {
  // Whoever has no summary yet has done nothing.
  const value = `coalesce(summaries.${column}, 0)`;
  if (range?.min !== undefined) {
    values[`${name}Min`] = range.min;
    where.push(`${value} >= @${name}Min`);
  }
  if (range?.max !== undefined) {
    values[`${name}Max`] = range.max;
    where.push(`${value} <= @${name}Max`);
  }
};

const LAST_DAY = '9999-12-31';

const addOwn = (conditions: Conditions, filter: CustomerFilter, { settings }: FilterBasis): void => {
  const { where, values } = conditions;
  among(conditions, 'status', 'statuses', filter.statuses, '');
  among(conditions, 'gender', 'genders', filter.genders, '');
  among(conditions, 'owner_id', 'owners', filter.owners, 'unowned');
  among(conditions, 'region', 'regions', filter.regions, '');
  among(conditions, 'source', 'sources', filter.sources, '');
  if (filter.isVip !== undefined) where.push(`customers.is_vip = ${filter.isVip ? 1 : 0}`);
  if (filter.inactive !== 'also') where.push(`customers.is_inactive = ${filter.inactive === 'only' ? 1 : 0}`);
  if (filter.doNotContact !== undefined) where.push(`customers.do_not_contact = ${filter.doNotContact ? 1 : 0}`);
  if (filter.hasConsent !== undefined) where.push(`customers.consent_on IS ${filter.hasConsent ? 'NOT ' : ''}NULL`);
  for (const condition of filter.consents ?? []) where.push(consentIs(condition));
  if (filter.hasValidPhone !== undefined) where.push(`${filter.hasValidPhone ? '' : 'NOT '}${PHONE}`);
  const { from, to } = filter.created ?? {};
  if (from !== undefined) {
    values['createdFrom'] = instantAt(from, 0, settings.timeZone);
    where.push('customers.created_at >= @createdFrom');
  }
  if (to !== undefined && to < LAST_DAY) {
    values['createdBefore'] = instantAt(addDays(to, 1), 0, settings.timeZone);
    where.push('customers.created_at < @createdBefore');
  }
};

const addSummary = (conditions: Conditions, filter: CustomerFilter, { today }: FilterBasis): void => {
  const { where, values } = conditions;
  between(conditions, 'visit_count', 'visits', filter.visits);
  between(conditions, 'spend_cents', 'spend', filter.spendCents);
  between(conditions, 'points_balance', 'points', filter.points);
  const day = (name: string, comparison: string, value: LocalDate | undefined): void => {
    if (value === undefined) return;
    values[name] = value;
    where.push(`summaries.last_visit_on ${comparison} @${name}`);
  };
  const { from, to } = filter.lastVisit ?? {};
  day('lastVisitFrom', '>=', from);
  day('lastVisitTo', '<=', to);
  const { min, max } = filter.daysSinceVisit ?? {};
  day('visitedUntil', '<=', min === undefined ? undefined : addDays(today, -min));
  day('visitedSince', '>=', max === undefined ? undefined : addDays(today, -max));
};

const placeParts = [
  { condition: 'provinces', part: 'province' },
  { condition: 'cities', part: 'city' },
  { condition: 'districts', part: 'district' },
] as const;

/** The regions in use that lie where it is asked; whoever has no region lies nowhere, which '' asks for. */
const addPlaces = ({ where, values }: Conditions, filter: CustomerFilter, database: StoreDatabase): void => {
  const asked = placeParts.flatMap(({ condition, part }) => {
    const wanted = filter[condition];
    return wanted === undefined ? [] : [{ part, wanted: new Set(wanted) }];
  });
  if (asked.length === 0) return;
  const lies = (place: Place): boolean => asked.every(({ part, wanted }) => wanted.has(place[part] ?? ''));
  values['places'] = JSON.stringify([...placesInUse(database)].flatMap(([text, place]) => (lies(place) ? [text] : [])));
  const listed = 'customers.region IN (SELECT value FROM json_each(@places))';
  where.push(lies(nowhere) ? `(${listed} OR customers.region IS NULL)` : listed);
};

const addTags = ({ where, values }: Conditions, { tags }: CustomerFilter): void => {
  if (tags === undefined) return;
  if (tags.match === 'all') {
    tags.tagIds.forEach((tagId, index) => {
      values[`tag${index}`] = tagId;
      where.push(`customers.id IN (SELECT customer_id FROM customer_tags WHERE tag_id = @tag${index})`);
    });
    return;
  }
  values['tags'] = JSON.stringify(tags.tagIds);
  where.push(`customers.id ${tags.match === 'none' ? 'NOT ' : ''}IN
    (SELECT customer_id FROM customer_tags WHERE tag_id IN (SELECT value FROM json_each(@tags)))`);
};

const addTiers = ({ where, values }: Conditions, { tiers }: CustomerFilter): void => {
  if (tiers === undefined) return;
  values['tiers'] = JSON.stringify(tiers.filter((tier) => tier !== 'none'));
  const listed = `customers.id IN (SELECT customer_id FROM customer_tiers WHERE tier_id IN (SELECT value FROM json_each(@tiers)))`;
  const none = 'NOT EXISTS (SELECT 1 FROM customer_tiers WHERE customer_id = customers.id)';
  where.push(tiers.includes('none') ? `(${none} OR ${listed})` : listed);
};

const addCustom = ({ where, values }: Conditions, { custom }: CustomerFilter, basis: FilterBasis): void => {
  custom?.forEach((condition, index) => {
    const { isAmong, sql, values: own } = customersByCustomValue(condition, `custom${index}`, hidesNumbers(basis));
    where.push(`customers.id ${isAmong ? 'IN' : 'NOT IN'} (${sql})`);
    Object.assign(values, own);
  });
};

const addBirthday = ({ where, values }: Conditions, { birthdayMonths }: CustomerFilter, basis: FilterBasis): void => {
  if (birthdayMonths === undefined) return;
  const options = birthdayOptionsOf(basis.settings);
  const places = (calendar: 'solar' | 'lunar'): string => {
    values[calendar] = JSON.stringify(birthdayPlacesIn(calendar, birthdayMonths, basis.today, options));
    // Word for word as in the index important_dates_by_birthday.
    return `SELECT customer_id FROM important_dates WHERE kind = 'birthday' AND calendar = '${calendar}'
      AND coalesce(month, 0) * 64 + coalesce(day, 0) * 2 + is_leap_month IN (SELECT value FROM json_each(@${calendar}))`;
  };
  where.push(`customers.id IN (${places('solar')} UNION ALL ${places('lunar')})`);
};

/** The conditions of a filter as SQL over customers and their summaries; values are named. */
export const filterQuery = (
  database: StoreDatabase,
  filter: CustomerFilter,
  basis: FilterBasis,
): { readonly sql: string; readonly values: Readonly<Record<string, string | number | null>> } => {
  const conditions: Conditions = { where: ['customers.removed_at IS NULL'], values: {} };
  addOwn(conditions, filter, basis);
  addSummary(conditions, filter, basis);
  addPlaces(conditions, filter, database);
  addTags(conditions, filter);
  addTiers(conditions, filter);
  addCustom(conditions, filter, basis);
  addBirthday(conditions, filter, basis);
  if (filter.segment !== undefined) {
    const { where, values } = segmentCondition(filter.segment);
    conditions.where.push(`customers.id IN (SELECT classes.customer_id FROM customer_classes AS classes WHERE ${where})`);
    Object.assign(conditions.values, values);
  }
  if (filter.ownSegment !== undefined) {
    const { sql, values } = segmentQuery(database, { segmentId: filter.ownSegment }, basis);
    conditions.where.push(`customers.id IN (${sql})`);
    Object.assign(conditions.values, values);
  }
  const needsSummary = conditions.where.some(
    (condition) => !condition.startsWith('customers.id IN') && condition.includes('summaries.'),
  );
  // Conditions that name people lead; without any, everyone is gone through in the one index that holds all that is asked, by id like the
  // tables beside it. Left to itself SQLite takes the shortest index and looks up each person's whole row.
  const namesPeople = conditions.where.some((condition) => condition.startsWith('customers.id IN'));
  return {
    sql: `SELECT customers.id FROM customers${namesPeople ? '' : ' INDEXED BY customers_for_filters'}${
      needsSummary ? ' LEFT JOIN customer_summaries AS summaries ON summaries.customer_id = customers.id' : ''
    } WHERE ${conditions.where.join(' AND ')}`,
    values: conditions.values,
  };
};

interface Remembered {
  readonly key: string;
  readonly ids: readonly CustomerId[];
}

/** The last answer of each connection: a list asks for it again with every page. */
const remembered = new WeakMap<StoreDatabase, Remembered>();

/** Changes with every write, of this connection and of others. */
const stateOf = (database: StoreDatabase): string =>
  `${dataVersion(database)}/${plainRows<{ changes: number }>(database, 'SELECT total_changes() AS changes')[0]?.changes ?? 0}`;

const readIds = (database: StoreDatabase, filter: CustomerFilter, basis: FilterBasis): CustomerId[] => {
  const { sql, values } = filterQuery(database, filter, basis);
  const found = plainRows<{ id: CustomerId }>(database, sql, values).map(({ id }) => id);
  if (filter.text === undefined || filter.text === '') return found;
  const matching = new Set(findMatchingIds(database, filter.text, 'also', hidesNumbers(basis)) ?? []);
  return found.filter((id) => matching.has(id));
};

/** Ids of everyone a filter lets through, in no order. The last answer is kept until anything is written. */
export const listIdsByFilter = (database: StoreDatabase, filter: CustomerFilter, basis: FilterBasis): readonly CustomerId[] => {
  const { custom = [], ownSegment } = filter;
  const named = ownSegment === undefined ? [] : customConditionsIn(database, { segmentId: ownSegment });
  requireSeenConditions(database, [...custom, ...named], basis);
  if (database.connection.inTransaction) return readIds(database, filter, basis);
  const key = `${stateOf(database)} ${basis.today} ${hidesNumbers(basis)} ${JSON.stringify(filter)} ${JSON.stringify(basis.settings)}`;
  const known = remembered.get(database);
  if (known?.key === key) return known.ids;
  const ids = readIds(database, filter, basis);
  // A search may itself have noted changes meanwhile: then the next call reads once more.
  remembered.set(database, { key, ids });
  return ids;
};

/** How many customers a filter lets through. */
export const countByFilter = (database: StoreDatabase, filter: CustomerFilter, basis: FilterBasis): number =>
  listIdsByFilter(database, filter, basis).length;

/** Who is meant by a selection, each once, removed customers left out; in the order named, or in none for a filter. */
export const listIdsBySelection = (
  database: StoreDatabase,
  selection: CustomerSelection,
  basis: FilterBasis,
): readonly CustomerId[] => {
  if ('ids' in selection)
    return plainRows<{ id: CustomerId }>(
      database,
      `SELECT customers.id FROM json_each(@ids) AS given CROSS JOIN customers ON customers.id = given.value
       WHERE customers.removed_at IS NULL ORDER BY given.key`,
      { ids: JSON.stringify([...new Set(selection.ids)]) },
    ).map(({ id }) => id);
  const left = new Set(selection.exceptIds);
  const found = listIdsByFilter(database, selection.filter, basis);
  return left.size === 0 ? found : found.filter((id) => !left.has(id));
};
