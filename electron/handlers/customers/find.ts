import type { OutputOf } from '../../../shared/contract.ts';
import { maskContact, maskText } from '../../../shared/domain/masking/mask.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import type { SearchMatch } from '../../../shared/domain/searchMatch.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { countSegment, idsInSegment, listIds, listIdsAmong, listSegmentIds } from '../../store/customerOrder.ts';
import { listCustomerRows } from '../../store/customerRows.ts';
import { listCustomerMarks } from '../../store/customerBlocks.ts';
import { listPlaceParts, listRegions } from '../../store/regions.ts';
import { listCustomFields } from '../../store/customFields.ts';
import { countCustomers, findCustomerByCardNo, findCustomerById, findCustomerByNumber } from '../../store/customers.ts';
import { listSourcesInUse } from '../../store/filterOptions.ts';
import { listOwnSegments } from '../../store/ownSegments.ts';
import { listStaff } from '../../store/staff.ts';
import { listTierNames } from '../../store/tierNames.ts';
import { listTiers } from '../../store/tiers.ts';
import { listTags } from '../../store/tags.ts';
import { findMatchingIds, searchEveryone } from '../../store/search.ts';
import { findSearchables } from '../../store/searchSource.ts';
import type { SearchableRow } from '../../store/searchSource.ts';
import type { HandlerInput } from '../../../shared/contract.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { hiddenFields, hidesNumbers } from '../sight.ts';
import { ownerOfTypedCode } from '../referrals/codes.ts';
import { findLookalikes } from './lookalikes.ts';
import { refusedCard } from '../memberCards/standing.ts';
import { listLines } from './lines.ts';

/** So many regions are offered to choose from; a rarer one is found by the search box. */
const MOST_REGIONS = 100;

type Hit = OutputOf<'customers.search'>['hits'][number];
/** Somebody that was found, and by what. */
interface Found {
  readonly customer: SearchableRow;
  readonly match: Omit<SearchMatch, 'field' | 'rank'> & Pick<Hit['match'], 'field'>;
}

/** Of a number that was typed whole only what the screen shows of it is marked. */
const shownPart = ({ field, value, start, end }: Found['match']): { readonly start: number; readonly end: number } => {
  const shown = field === 'phone' || field === 'contact' ? maskContact(value) : maskText(value);
  const from = Math.max(start, Math.min(shown.slice(0, end).lastIndexOf('*') + 1, end));
  return shown.slice(start, end).includes('*') ? { start: from, end } : { start, end };
};

/** Which customers are on the page, and how many there are in all. */
const pageOfIds = (
  context: StoreContext,
  input: HandlerInput<'customers.list'>,
): { readonly total: number; readonly ids: readonly CustomerId[] } => {
  const { database } = context;
  const { segment, text } = input;
  const total = countCustomers(database);
  if (text !== '') {
    const matching = findMatchingIds(database, text, 'not', hidesNumbers(context)) ?? [];
    const members = segment === null ? matching : idsInSegment(database, segment, matching);
    return { total: members.length, ids: listIdsAmong(database, input, members, input, total) };
  }
  if (segment === null) return { total, ids: listIds(database, input, input) };
  const count = countSegment(database, segment);
  return { total: count, ids: listSegmentIds(database, input, segment, input, { count, total }) };
};

/** Whoever passed on the code that was typed comes first, active or not: nobody else is meant (R096). */
const withOwnerOfCode = (context: StoreContext, text: string, found: readonly Found[], limit: number): Found[] => {
  const owner = ownerOfTypedCode(context, text);
  const [customer] = owner === null ? [] : findSearchables(context.database, [owner.customerId]);
  if (owner === null || customer === undefined) return [...found];
  const match = { field: 'referralCode', start: 0, end: owner.code.length, value: owner.code } as const;
  return [{ customer, match }, ...found.filter((hit) => hit.customer.id !== customer.id)].slice(0, limit);
};

const search = (context: StoreContext, input: HandlerInput<'customers.search'>): OutputOf<'customers.search'> => {
  const { database } = context;
  const refused = refusedCard(context, input.text);
  if (refused !== null) return { hits: [], inactiveLeftOut: 0, refusedCard: refused };
  const { hits: matching, inactiveLeftOut } = searchEveryone(database, input.text, {
    limit: input.limit,
    withInactive: input.withInactive ?? false,
    hidesNumbers: hidesNumbers(context),
  });
  const found = withOwnerOfCode(context, input.text, matching, input.limit);
  const ids = found.map(({ customer }) => customer.id);
  const lines = new Map(listCustomerRows(database, ids).map((row) => [row.id, row]));
  const tierNames = listTierNames(database, ids);
  const marks = listCustomerMarks(database, ids, context.today());
  const hits = found.map(({ customer, match }): Hit => {
    const line = lines.get(customer.id);
    return {
      id: customer.id,
      number: customer.number,
      name: customer.name,
      isVip: line?.isVip ?? false,
      isBlocked: marks.get(customer.id)?.is_blocked === 1,
      hasAlert: marks.get(customer.id)?.has_alert === 1,
      isInactive: customer.isInactive,
      tierName: tierNames.get(customer.id) ?? null,
      lastVisitOn: customer.lastVisitOn,
      // The number that was found, should it be another than the first.
      phone: match.field === 'phone' ? match.value : (line?.phone ?? null),
      match: { field: match.field, ...(hidesNumbers(context) ? shownPart(match) : { start: match.start, end: match.end }) },
      thing: ['thing', 'contact', 'own', 'referralCode'].includes(match.field) ? match.value : null,
    };
  });
  return { hits, inactiveLeftOut, refusedCard: null };
};

/** A card belongs to one person, and so does a number; a phone may be a family's, and then it opens nobody's card by itself. */
const findByCode = (context: StoreContext, { code }: HandlerInput<'customers.findByCode'>): OutputOf<'customers.findByCode'> => {
  const { database } = context;
  const e164 = phoneE164(code);
  const isPhone = e164 !== null;
  const refused = refusedCard(context, code);
  if (refused !== null) return { customerId: null, isPhone: false, refusedCard: refused };
  for (const holder of [findCustomerByCardNo(database, code), findCustomerByNumber(database, code)])
    if (holder?.removed_at === null) return { customerId: holder.id, isPhone, refusedCard: null };
  // An old card of somebody who was merged opens the card that stayed.
  const former = findCustomerByCardNo(database, code) ?? findCustomerByNumber(database, code);
  const survivor = former?.merged_into_id == null ? undefined : findCustomerById(database, former.merged_into_id);
  if (survivor?.removed_at === null) return { customerId: survivor.id, isPhone, refusedCard: null };
  const [only, other] = e164 === null ? [] : findCustomersByPhone(database, e164);
  return { customerId: other === undefined ? (only ?? null) : null, isPhone, refusedCard: null };
};

/** Lists, the one search box, and the warning before someone is entered twice. */
export const customersFind: Pick<
  HandlersOf<'customers'>,
  | 'customers.list'
  | 'customers.search'
  | 'customers.findDuplicates'
  | 'customers.listRegions'
  | 'customers.findByCode'
  | 'customers.filterOptions'
> = {
  'customers.list': (context, input) => {
    const { total, ids } = pageOfIds(context, input);
    return { total, rows: listLines(context, ids, input.withMore) };
  },
  'customers.findByCode': findByCode,
  'customers.filterOptions': ({ database, actor }) => ({
    regions: listRegions(database, '', MOST_REGIONS).map(({ region }) => region),
    ...listPlaceParts(database),
    sources: listSourcesInUse(database),
    tags: listTags(database, { groupId: null, includeArchived: false }).map(({ id, name, groupName }) => ({
      id,
      name,
      groupName,
    })),
    ownSegments: listOwnSegments(database)
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, name }) => ({ id, name })),
    tiers: listTiers(database).map(({ id, name }) => ({ id, name })),
    customFields: listCustomFields(database).filter(({ id }) => !hiddenFields({ database, actor }).has(id)),
    staff: listStaff(database, true).map(({ id, name, is_active }) => ({ id, name, isActive: is_active === 1 })),
  }),
  'customers.search': search,
  'customers.listRegions': ({ database }, { text, limit }) => ({ regions: listRegions(database, text, limit) }),
  'customers.findDuplicates': findLookalikes,
};
