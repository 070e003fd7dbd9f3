import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import type { CustomerTag } from '../../../shared/contract/tags.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addTagToCustomer, listTagsOfCustomer, otherTagsOfGroup, removeTagFromCustomer } from '../../store/customerTags.ts';
import { findTagGroup } from '../../store/tags.ts';
import { noteEdit } from '../changeNotes.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { requireTag } from './library.ts';

type Tagging = HandlerInput<'tags.tagCustomer'>;

/**
 * Gives one tag, taking the others of an exclusive group. What the customer has already stays as it is. Throws not_found for a tag
 * nobody knows.
 */
export const giveTag = (context: StoreContext, customerId: CustomerId, tag: Tagging['add'][number]): void => {
  const { database } = context;
  const { row } = requireTag(database, tag.tagId);
  const group = findTagGroup(database, row.group_id);
  const isExclusive = group?.is_exclusive === 1;
  if (isExclusive) {
    const present = listTagsOfCustomer(database, customerId);
    for (const other of otherTagsOfGroup(present, { id: row.group_id, isExclusive }, tag.tagId))
      removeTagFromCustomer(database, customerId, other.tagId);
  }
  addTagToCustomer(database, {
    customerId,
    tagId: tag.tagId,
    source: tag.source,
    taggedOn: tag.taggedOn ?? context.today(),
    staffId: context.actor.staffId,
    importId: null,
  });
};

const isSame = (one: CustomerTag, other: CustomerTag | undefined): boolean =>
  other !== undefined && one.source === other.source && one.taggedOn === other.taggedOn;

const byId = (tags: readonly CustomerTag[]): ReadonlyMap<string, CustomerTag> => new Map(tags.map((tag) => [tag.tagId, tag]));

const tagCustomer = (context: StoreContext, { customerId, add, remove }: Tagging): OutputOf<'tags.tagCustomer'> => {
  const { database } = context;
  requirePresentCustomer(context, customerId);
  const present = listTagsOfCustomer(database, customerId);
  for (const tagId of remove) removeTagFromCustomer(database, customerId, tagId);
  for (const tag of add) giveTag(context, customerId, tag);
  const after = byId(listTagsOfCustomer(database, customerId));
  const lost = present.filter((tag) => !isSame(tag, after.get(tag.tagId)));
  const before = byId(present);
  const gained = [...after.values()].filter((tag) => !isSame(tag, before.get(tag.tagId)));
  if (lost.length > 0 || gained.length > 0) {
    noteEdit(context, customerId, ['tags'], { tags: present.map(({ groupName, name }) => ({ groupName, name })) }, [
      'customers',
      'tags',
    ]);
  }
  return {
    before: {
      add: lost.map(({ tagId, source, taggedOn }) => ({ tagId, source, taggedOn })),
      remove: gained.map(({ tagId }) => tagId),
    },
  };
};

/** Tags of one customer, each with its source and day (R005, R010). */
export const tagsOfCustomers: Pick<HandlersOf<'tags'>, 'tags.tagCustomer'> = { 'tags.tagCustomer': tagCustomer };
