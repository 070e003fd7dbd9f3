import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** What somebody, or a rule, said of a customer (R005). */
export interface CustomerTag {
  readonly group: string;
  readonly value: string;
  readonly source: string;
  readonly taggedOn: LocalDate;
}

const ofCustomer = hotQuery<{ customerId: CustomerId }, CustomerTag>(
  sqlite
    .selectFrom('customer_tags')
    .innerJoin('tags', 'tags.id', 'customer_tags.tag_id')
    .select(['tags.tag_group as group', 'tags.value', 'customer_tags.source', 'customer_tags.tagged_on as taggedOn'])
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('tags.tag_group')
    .orderBy('tags.value'),
);

export const listTagsOfCustomer = (database: StoreDatabase, customerId: CustomerId): CustomerTag[] =>
  ofCustomer.rows(database, { customerId });
