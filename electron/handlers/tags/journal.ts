import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { tagKindSchema } from '../../../shared/contract/tags.ts';
import { instantSchema, tagGroupIdSchema, tagIdSchema } from '../../../shared/contract/values.ts';
import { AppError } from '../../../shared/errors.ts';
import { tagChangeId as toTagChangeId } from '../../../shared/types/ids.ts';
import type { TagChangeId, TagGroupId, TagId } from '../../../shared/types/ids.ts';
import { instant } from '../../../shared/types/time.ts';
import {
  deleteTagChangesBefore,
  findTagChange,
  insertTagChange,
  markTagChangeUndone,
  restoreBearers,
  restoreDropped,
} from '../../store/tagChanges.ts';
import {
  deleteTag,
  deleteTagGroup,
  findTag,
  findTagByName,
  findTagGroup,
  findTagGroupByName,
  listTagRows,
  putTag,
  putTagGroup,
} from '../../store/tags.ts';
import type { TagGroupRow, TagRow } from '../../store/tags.ts';
import { isClockBehind } from '../clock.ts';
import type { StoreContext } from '../context.ts';

// Every change of the library is noted with what was before, so that it can be taken back as one.

const UNDO_DAYS = 30;
const DAY_MILLISECONDS = 86_400_000;

const archivedSchema = instantSchema.nullable();
const flagSchema = z.union([z.literal(0), z.literal(1)]);
const groupSchema = z.object({
  id: tagGroupIdSchema,
  name: z.string(),
  kind: tagKindSchema,
  position: z.int(),
  is_exclusive: flagSchema,
  archived_at: archivedSchema,
});
const tagSchema = z.object({
  id: tagIdSchema,
  group_id: tagGroupIdSchema,
  name: z.string(),
  position: z.int(),
  archived_at: archivedSchema,
});
const beforeSchema = z.object({
  /** Made by the change: taken away on undo. */
  newGroups: z.array(tagGroupIdSchema).default([]),
  newTags: z.array(tagIdSchema).default([]),
  /** The former values of just what was changed. */
  groups: z.array(groupSchema.partial().required({ id: true })).default([]),
  tags: z.array(tagSchema.partial().required({ id: true })).default([]),
  /** Taken away by the change: whole rows. */
  goneGroups: z.array(groupSchema).default([]),
  goneTags: z.array(tagSchema).default([]),
});
type Before = z.output<typeof beforeSchema>;
export type Noted = z.input<typeof beforeSchema>;

/** Tells every screen: names, order and counts stand on cards and lists. */
const tellChanged = (context: StoreContext): void => {
  context.changed(['tags'], null);
};

/** Notes what was before a change of the library. Returns the id by which `undoChange` takes it back. */
export const noteLibraryChange = (
  context: StoreContext,
  before: Noted,
  merge: { readonly from: TagId; readonly into: TagId } | null = null,
): TagChangeId => {
  const id = toTagChangeId(context.newId());
  const at = context.now();
  // Nothing lapses while the clock is behind the last entry (R7).
  if (!isClockBehind(context)) deleteTagChangesBefore(context.database, instant(Math.max(0, at - UNDO_DAYS * DAY_MILLISECONDS)));
  insertTagChange(context.database, {
    id,
    at,
    before: JSON.stringify(before),
    merged_from: merge?.from ?? null,
    merged_into: merge?.into ?? null,
    staff_id: context.actor.staffId,
    undone_at: null,
  });
  tellChanged(context);
  return id;
};

/** Throws conflict (tag_group_taken) when another group bears the name. */
export const requireFreeGroupName = ({ database }: StoreContext, name: string, own: TagGroupId | null): void => {
  const taken = findTagGroupByName(database, name);
  if (taken && taken.id !== own) throw new AppError('conflict', { reason: 'tag_group_taken', groupId: taken.id });
};

/** Throws conflict (tag_taken) when another tag of the group bears the name. */
export const requireFreeTagName = ({ database }: StoreContext, groupId: TagGroupId, name: string, own: TagId | null): void => {
  const taken = findTagByName(database, groupId, name);
  if (taken && taken.id !== own) throw new AppError('conflict', { reason: 'tag_taken', tagId: taken.id });
};

const restoreGroup = (context: StoreContext, row: TagGroupRow): void => {
  requireFreeGroupName(context, row.name, row.id);
  putTagGroup(context.database, row);
};

const restoreTag = (context: StoreContext, row: TagRow): void => {
  if (!findTagGroup(context.database, row.group_id)) throw new AppError('conflict', { reason: 'tag_group_gone' });
  requireFreeTagName(context, row.group_id, row.name, row.id);
  putTag(context.database, row);
};

const restoreRows = (context: StoreContext, before: Before): void => {
  const { database } = context;
  for (const row of before.goneGroups) restoreGroup(context, row);
  for (const { id, ...changes } of before.groups) {
    const present = findTagGroup(database, id);
    if (present) restoreGroup(context, groupSchema.parse({ ...present, ...changes }));
  }
  for (const row of before.goneTags) restoreTag(context, row);
  for (const { id, ...changes } of before.tags) {
    const present = findTag(database, id);
    if (!present) continue;
    const { customer_count: _count, ...row } = present;
    restoreTag(context, tagSchema.parse({ ...row, ...changes }));
  }
};

/** Takes new tags and groups away again; those somebody uses by now stay. Returns how many tags that were. */
const removeNew = ({ database }: StoreContext, before: Before): number => {
  let kept = 0;
  for (const id of before.newTags) {
    const tag = findTag(database, id);
    if (!tag) continue;
    if (tag.customer_count > 0) kept += 1;
    else deleteTag(database, id);
  }
  for (const id of before.newGroups) if (listTagRows(database, id).length === 0) deleteTagGroup(database, id);
  return kept;
};

/** Takes one change of the library back. Throws not_found after 30 days, and already_undone. */
export const undoLibraryChange = (
  context: StoreContext,
  { changeId }: HandlerInput<'tags.undoChange'>,
): OutputOf<'tags.undoChange'> => {
  const { database } = context;
  const change = findTagChange(database, changeId);
  if (!change) throw new AppError('not_found', { what: 'tag_change' });
  if (change.undone_at !== null) throw new AppError('already_undone', {});
  const before = beforeSchema.parse(JSON.parse(change.before));
  restoreRows(context, before);
  const { merged_from: from, merged_into: into } = change;
  // First what gave way: among it may be the very tag that the merge gave.
  restoreDropped(database, changeId);
  if (from !== null && into !== null) restoreBearers(database, { changeId, from, into });
  const keptTagCount = removeNew(context, before);
  markTagChangeUndone(database, changeId, context.now());
  tellChanged(context);
  return { keptTagCount };
};
