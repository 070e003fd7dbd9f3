import type { OutputOf } from '../../../shared/contract.ts';
import { phoneE164 } from '../../../shared/domain/phones.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { CustomerFilter } from '../../../shared/contract/customerFilter.ts';
import { findCustomersByPhone } from '../../store/contactMethods.ts';
import { filterBasis, isEveryone, listIdsByFilter } from '../../store/customerFilter.ts';
import { countSegment, idsInSegment, listIds, listIdsAmong, listSegmentIds } from '../../store/customerOrder.ts';
import { listCustomerRows } from '../../store/customerRows.ts';
import { listCustomerMarks } from '../../store/customerBlocks.ts';
import { countCustomers, findCustomerByCardNo } from '../../store/customers.ts';
import { listRegions } from '../../store/regions.ts';
import { findMatchingIds, searchCustomers } from '../../store/search.ts';
import type { HandlerInput } from '../../../shared/contract.ts';
import type { HandlersOf, StoreContext } from '../context.ts';

type Hit = OutputOf<'customers.search'>['hits'][number];
type Duplicate = OutputOf<'customers.findDuplicates'>['matches'][number];

/** The filter with the text and the segment that are asked for beside it. */
const narrowed = ({ filter, text, segment }: HandlerInput<'customers.list'>): CustomerFilter => ({
  ...filter,
  ...(text !== '' && { text }),
  ...(segment !== null && { segment }),
});

/** Which customers are on the page, and how many there are in all. */
const pageOfIds = (
  context: StoreContext,
  input: HandlerInput<'customers.list'>,
): { readonly total: number; readonly ids: readonly CustomerId[] } => {
  const { database } = context;
  const { segment, text } = input;
  const total = countCustomers(database);
  if (!isEveryone(input.filter)) {
    const filter = narrowed(input);
    const ids = listIdsByFilter(database, filter, filterBasis(context));
    return { total: ids.length, ids: listIdsAmong(database, input, ids, input, total) };
  }
  if (text !== '') {
    const matching = findMatchingIds(database, text) ?? [];
    const members = segment === null ? matching : idsInSegment(database, segment, matching);
    return { total: members.length, ids: listIdsAmong(database, input, members, input, total) };
  }
  if (segment === null) return { total, ids: listIds(database, input, input) };
  const count = countSegment(database, segment);
  return { total: count, ids: listSegmentIds(database, input, segment, input, { count, total }) };
};

const search = (context: StoreContext, input: HandlerInput<'customers.search'>): OutputOf<'customers.search'> => {
  const { database } = context;
  const found = searchCustomers(database, input.text, input.limit);
  const ids = found.map(({ customer }) => customer.id);
  const lines = new Map(listCustomerRows(database, ids).map((row) => [row.id, row]));
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
      lastVisitOn: customer.lastVisitOn,
      // The number that was found, should it be another than the first.
      phone: match.field === 'phone' ? match.value : (line?.phone ?? null),
      match: { field: match.field, start: match.start, end: match.end },
      thing: match.field === 'thing' ? match.value : null,
    };
  });
  return { hits };
};

const findDuplicates = (
  { database }: StoreContext,
  input: HandlerInput<'customers.findDuplicates'>,
): OutputOf<'customers.findDuplicates'> => {
  const e164 = input.phone === '' ? null : phoneE164(input.phone);
  const samePhone = e164 === null ? [] : findCustomersByPhone(database, e164);
  const holder = input.cardNo === '' ? undefined : findCustomerByCardNo(database, input.cardNo);
  const sameCard = holder?.removed_at === null ? [holder.id] : [];
  const matchesOf = (ids: readonly CustomerId[], because: Duplicate['because']): Duplicate[] =>
    listCustomerRows(
      database,
      ids.filter((id) => id !== input.exceptId),
    ).map((customer) => ({ customer, because }));
  return { matches: [...matchesOf(samePhone, 'same_phone'), ...matchesOf(sameCard, 'same_card')] };
};

/** Lists, the one search box, and the warning before someone is entered twice. */
export const customersFind: Pick<
  HandlersOf<'customers'>,
  'customers.list' | 'customers.search' | 'customers.findDuplicates' | 'customers.listRegions'
> = {
  'customers.list': (context, input) => {
    const { total, ids } = pageOfIds(context, input);
    return { total, rows: listCustomerRows(context.database, ids) };
  },
  'customers.search': search,
  'customers.listRegions': ({ database }, { text, limit }) => ({ regions: listRegions(database, text, limit) }),
  'customers.findDuplicates': findDuplicates,
};
