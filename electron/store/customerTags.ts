import { sql } from 'kysely';
import type { CustomerTag } from '../../shared/contract/tags.ts';
import type { CustomerId, ImportId, StaffId, TagGroupId, TagId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { CustomerTagsTable } from './schema/tags.ts';

// Who has which tag (R005, R010). The counts on `tags` are kept by triggers: whoever writes customer_tags keeps them right.

const found = sqlite
  .selectFrom('customer_tags')
  .innerJoin('tags', 'tags.id', 'customer_tags.tag_id')
  .innerJoin('tag_groups', 'tag_groups.id', 'tags.group_id')
  .select([
    'tags.id as tagId',
    'tags.name',
    'tag_groups.id as groupId',
    'tag_groups.name as groupName',
    'customer_tags.source',
    'customer_tags.tagged_on as taggedOn',
  ])
  .orderBy('tag_groups.position')
  .orderBy('tags.position')
  .orderBy('tags.name');

const ofCustomer = hotQuery<{ customerId: CustomerId }, CustomerTag>(
  found.where('customer_tags.customer_id', '=', parameter<CustomerId>('customerId')),
);
const ofCustomers = hotQuery<{ customerIds: string }, CustomerTag & { customerId: CustomerId }>(
  found
    .select('customer_tags.customer_id as customerId')
    .where(
      'customer_tags.customer_id',
      'in',
      sql<CustomerId>`(SELECT value FROM json_each(${parameter<string>('customerIds')}))`,
    ),
);
const add = hotQuery<CustomerTagsTable>(
  sqlite
    .insertInto('customer_tags')
    .values({
      customer_id: parameter('customer_id'),
      tag_id: parameter('tag_id'),
      source: parameter('source'),
      tagged_on: parameter('tagged_on'),
      staff_id: parameter('staff_id'),
      import_id: parameter('import_id'),
    })
    .onConflict((conflict) => conflict.columns(['customer_id', 'tag_id']).doNothing()),
);
const remove = hotQuery<{ customerId: CustomerId; tagId: TagId }>(
  sqlite
    .deleteFrom('customer_tags')
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('tag_id', '=', parameter<TagId>('tagId')),
);

/** A customer's tags in the order of the library. */
export const listTagsOfCustomer = (database: StoreDatabase, customerId: CustomerId): CustomerTag[] =>
  ofCustomer.rows(database, { customerId });

/** The tags of many customers, for a page of a list or a file. */
export const listTagsOfCustomers = (
  database: StoreDatabase,
  customerIds: readonly CustomerId[],
): ReadonlyMap<CustomerId, CustomerTag[]> => {
  const tags = new Map<CustomerId, CustomerTag[]>(customerIds.map((id) => [id, []]));
  for (const { customerId, ...tag } of ofCustomers.rows(database, { customerIds: JSON.stringify(customerIds) }))
    tags.get(customerId)?.push(tag);
  return tags;
};

/**
 * Gives a customer a tag with its source and day (R010); false when they have it already: then it keeps its source and day.
 * An exclusive group is the caller's to mind (`otherTagsOfGroup`).
 */
export const addTagToCustomer = (
  database: StoreDatabase,
  tag: {
    readonly customerId: CustomerId;
    readonly tagId: TagId;
    readonly source: CustomerTag['source'];
    readonly taggedOn: CustomerTag['taggedOn'];
    readonly staffId: StaffId | null;
    readonly importId: ImportId | null;
  },
): boolean =>
  add.run(database, {
    customer_id: tag.customerId,
    tag_id: tag.tagId,
    source: tag.source,
    tagged_on: tag.taggedOn,
    staff_id: tag.staffId,
    import_id: tag.importId,
  }) === 1;

/** False when the customer did not have it. */
export const removeTagFromCustomer = (database: StoreDatabase, customerId: CustomerId, tagId: TagId): boolean =>
  remove.run(database, { customerId, tagId }) === 1;

/** The customer's tags of an exclusive group that give way to a new one. */
export const otherTagsOfGroup = (
  present: readonly CustomerTag[],
  group: { readonly id: TagGroupId; readonly isExclusive: boolean },
  tagId: TagId,
): CustomerTag[] => (group.isExclusive ? present.filter((tag) => tag.groupId === group.id && tag.tagId !== tagId) : []);

const otherOfGroup = hotQuery<{ customerId: CustomerId; tagId: TagId }, { tag_id: TagId }>(
  sqlite
    .selectFrom('customer_tags')
    .innerJoin('tags as known', 'known.id', 'customer_tags.tag_id')
    .innerJoin('tag_groups', 'tag_groups.id', 'known.group_id')
    .innerJoin('tags as wanted', 'wanted.group_id', 'known.group_id')
    .select('customer_tags.tag_id')
    .where('customer_tags.customer_id', '=', parameter<CustomerId>('customerId'))
    .where('wanted.id', '=', parameter<TagId>('tagId'))
    .where('tag_groups.is_exclusive', '=', 1)
    .whereRef('known.id', '!=', 'wanted.id')
    .limit(1),
);

/** Whether the customer has another tag of the tag's group, and the group allows one only. */
export const hasOtherTagOfGroup = (database: StoreDatabase, customerId: CustomerId, tagId: TagId): boolean =>
  otherOfGroup.first(database, { customerId, tagId }) !== undefined;

/** The SQL of the reads above, so that their plans can be asserted. */
export const customerTagQueries = { ofCustomer: ofCustomer.sql, ofCustomers: ofCustomers.sql };
