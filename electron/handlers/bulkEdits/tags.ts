import { z } from 'zod';
import type { BulkAction } from '../../../shared/contract/bulkEdits.ts';
import { tagSourceSchema } from '../../../shared/contract/tags.ts';
import {
  customerIdSchema,
  importIdSchema,
  localDateSchema,
  staffIdSchema,
  tagIdSchema,
} from '../../../shared/contract/values.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { insertHeldTag, isTagKnown, listColumn, listHeldTags } from '../../store/bulkValues.ts';
import type { HeldTag } from '../../store/bulkValues.ts';
import { addTagToCustomer, removeTagFromCustomer } from '../../store/customerTags.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { findTag } from '../../store/tags.ts';
import type { StoreContext } from '../context.ts';
import type { BulkSteps, Note } from './steps.ts';

type TagAction = Extract<BulkAction, { kind: 'add_tag' | 'remove_tag' }>;

/** The customer's tags that were there: the one taken away, or those of the group that gave way. */
const beforeSchema = z.array(
  z.object({
    customer_id: customerIdSchema,
    tag_id: tagIdSchema,
    source: tagSourceSchema,
    tagged_on: localDateSchema,
    staff_id: staffIdSchema.nullable(),
    import_id: importIdSchema.nullable(),
  }),
);

const nameOf = (database: StoreDatabase, tag: HeldTag | undefined): string | null =>
  tag === undefined ? null : (findTag(database, tag.tag_id)?.name ?? null);

const note = (database: StoreDatabase, before: readonly HeldTag[]): Note => ({
  action: 'edited',
  fields: ['tags'],
  before: { tags: before.map((tag) => nameOf(database, tag)) },
});

const dropAll = (database: StoreDatabase, tags: readonly HeldTag[]): void => {
  for (const tag of tags) removeTagFromCustomer(database, tag.customer_id, tag.tag_id);
};

/** Gives or takes one tag. In a group of which a customer has one tag only, the other gives way. */
export const tagSteps = ({ kind, tagId }: TagAction): BulkSteps => {
  const isAdding = kind === 'add_tag';
  const heldBy = (database: StoreDatabase, id: CustomerId) => {
    const held = listHeldTags(database, tagId, [id]);
    return { own: held.find((tag) => tag.tag_id === tagId), others: held.filter((tag) => tag.tag_id !== tagId) };
  };
  const addBack = ({ database }: StoreContext, id: CustomerId, before: readonly HeldTag[]): boolean => {
    const present = heldBy(database, id);
    // It was given again meanwhile, or another of its group; or there is no such tag any more.
    if (present.own !== undefined || present.others.length > 0 || !isTagKnown(database, tagId)) return false;
    for (const tag of before) insertHeldTag(database, tag);
    return true;
  };
  const takeBack = ({ database }: StoreContext, id: CustomerId, before: readonly HeldTag[]): boolean => {
    const present = heldBy(database, id);
    if (present.own === undefined || present.others.length > 0) return false;
    dropAll(database, [present.own]);
    for (const tag of before) if (isTagKnown(database, tag.tag_id)) insertHeldTag(database, tag);
    return true;
  };
  return {
    standings: (database, ids) => {
      const held = new Map<CustomerId, HeldTag[]>();
      for (const tag of listHeldTags(database, tagId, ids))
        held.set(tag.customer_id, [...(held.get(tag.customer_id) ?? []), tag]);
      return listColumn(database, 'removed_at', ids)
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id }) => {
          const tags = held.get(id) ?? [];
          const has = tags.some((tag) => tag.tag_id === tagId);
          return { id, before: tags.filter((tag) => isAdding || tag.tag_id === tagId), isSo: has === isAdding };
        });
    },
    write: (context, standing) => {
      const { database } = context;
      const before = beforeSchema.parse(standing.before);
      dropAll(database, before);
      if (isAdding)
        addTagToCustomer(database, {
          customerId: standing.id,
          tagId,
          source: 'by_hand',
          taggedOn: context.today(),
          staffId: context.actor.staffId,
          importId: null,
        });
      return { note: note(database, before), kept: before };
    },
    putBack: (context, id, before) => {
      const { database } = context;
      const { own } = heldBy(database, id);
      const tags = beforeSchema.parse(before);
      const isBack = isAdding ? takeBack(context, id, tags) : addBack(context, id, tags);
      return isBack ? { note: note(database, own === undefined ? [] : [own]) } : null;
    },
    words: (database, before) => {
      const [first] = beforeSchema.parse(before);
      return { before: nameOf(database, first), after: isAdding ? (findTag(database, tagId)?.name ?? null) : null };
    },
  };
};
