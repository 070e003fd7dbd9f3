import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { MOST_TAGS, MOST_TAG_GROUPS } from '../../../shared/contract/tags.ts';
import { matchingTags } from '../../../shared/domain/tags/search.ts';
import { AppError } from '../../../shared/errors.ts';
import { tagGroupId as toTagGroupId, tagId as toTagId } from '../../../shared/types/ids.ts';
import type { TagChangeId, TagGroupId, TagId } from '../../../shared/types/ids.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { dropSurplus, moveBearers } from '../../store/tagChanges.ts';
import {
  deleteTag,
  deleteTagGroup,
  findTag,
  findTagGroup,
  insertTag,
  insertTagGroup,
  listTagGroupRows,
  listTagGroups,
  listTagRows,
  listTags,
  nextGroupPosition,
  nextTagPosition,
  putTag,
  putTagGroup,
} from '../../store/tags.ts';
import type { TagGroupRow, TagRow } from '../../store/tags.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { noteLibraryChange, requireFreeGroupName, requireFreeTagName, undoLibraryChange } from './journal.ts';
import { refuseField } from '../refuseField.ts';

const requireGroup = (database: StoreDatabase, id: TagGroupId): TagGroupRow => {
  const row = findTagGroup(database, id);
  if (!row) throw new AppError('not_found', { what: 'tag_group' });
  return row;
};

/** The tag's own row, and how many have it, people in the bin included. */
export const requireTag = (database: StoreDatabase, id: TagId): { readonly row: TagRow; readonly customerCount: number } => {
  const found = findTag(database, id);
  if (!found) throw new AppError('not_found', { what: 'tag' });
  const { customer_count: customerCount, ...row } = found;
  return { row, customerCount };
};

/** Throws conflict (tags_full) when the library would outgrow what a page can show. */
export const requireRoom = (database: StoreDatabase, more: { readonly groups: number; readonly tags: number }): void => {
  if (more.groups > 0 && listTagGroupRows(database).length + more.groups > MOST_TAG_GROUPS)
    throw new AppError('conflict', { reason: 'tag_groups_full', limit: MOST_TAG_GROUPS });
  if (more.tags > 0 && listTagRows(database).length + more.tags > MOST_TAGS)
    throw new AppError('conflict', { reason: 'tags_full', limit: MOST_TAGS });
};

/** Of the changed columns, what they held before. */
const formerly = <Row extends { readonly id: string }>(row: Row, changed: Row): Pick<Row, 'id'> & Partial<Row> => {
  const former: Partial<Row> = {};
  for (const [name, value] of Object.entries(row)) if (Reflect.get(changed, name) !== value) Reflect.set(former, name, value);
  return { ...former, id: row.id };
};

const archivedAt = (
  context: StoreContext,
  row: { readonly archived_at: TagRow['archived_at'] },
  isArchived: boolean | undefined,
): TagRow['archived_at'] => {
  if (isArchived === undefined) return row.archived_at;
  return isArchived ? (row.archived_at ?? context.now()) : null;
};

/** The rows in a new order: the named ones first, the rest after them as they were. */
const reordered = <Row extends { readonly id: string; readonly position: number }>(
  rows: readonly Row[],
  ids: readonly string[],
): { readonly row: Row; readonly position: number }[] => {
  const place = new Map([...new Set(ids)].map((id, index) => [id, index]));
  return rows
    .toSorted((left, right) => (place.get(left.id) ?? ids.length) - (place.get(right.id) ?? ids.length))
    .map((row, position) => ({ row, position }))
    .filter(({ row, position }) => row.position !== position);
};

const list = ({ database }: StoreContext, input: HandlerInput<'tags.list'>): OutputOf<'tags.list'> => {
  const all = listTags(database, input);
  const found = input.text === '' ? all : matchingTags(all, input.text);
  return { total: found.length, rows: found.slice(input.offset, input.offset + input.limit) };
};

/** Nobody is left with two tags of a group that allows one. Returns how many had two. */
const keepOneEach = ({ database }: StoreContext, changeId: TagChangeId, groupId: TagGroupId): number =>
  requireGroup(database, groupId).is_exclusive === 1 ? dropSurplus(database, { changeId, groupId }) : 0;

const updateGroup = (context: StoreContext, { groupId, changes }: HandlerInput<'tags.updateGroup'>) => {
  const row = requireGroup(context.database, groupId);
  const changed: TagGroupRow = {
    ...row,
    name: changes.name ?? row.name,
    kind: changes.kind ?? row.kind,
    is_exclusive: (changes.isExclusive ?? row.is_exclusive === 1) ? 1 : 0,
    archived_at: archivedAt(context, row, changes.isArchived),
  };
  requireFreeGroupName(context, changed.name, groupId);
  putTagGroup(context.database, changed);
  const changeId = noteLibraryChange(context, { groups: [formerly(row, changed)] });
  return { changeId, droppedCount: row.is_exclusive === 1 ? 0 : keepOneEach(context, changeId, groupId) };
};

const updateTag = (context: StoreContext, { tagId, changes }: HandlerInput<'tags.updateTag'>) => {
  const { row } = requireTag(context.database, tagId);
  const moved = changes.groupId !== undefined && changes.groupId !== row.group_id ? changes.groupId : null;
  if (moved !== null) requireGroup(context.database, moved);
  const changed: TagRow = {
    ...row,
    name: changes.name ?? row.name,
    group_id: moved ?? row.group_id,
    position: moved === null ? row.position : nextTagPosition(context.database, moved),
    archived_at: archivedAt(context, row, changes.isArchived),
  };
  requireFreeTagName(context, changed.group_id, changed.name, tagId);
  putTag(context.database, changed);
  const changeId = noteLibraryChange(context, { tags: [formerly(row, changed)] });
  return { changeId, droppedCount: moved === null ? 0 : keepOneEach(context, changeId, moved) };
};

const merge = (context: StoreContext, { tagId, intoId }: HandlerInput<'tags.merge'>): OutputOf<'tags.merge'> => {
  if (tagId === intoId) refuseField('intoId', 'same_tag');
  const { row } = requireTag(context.database, tagId);
  const into = requireTag(context.database, intoId).row;
  const tags = { from: tagId, into: intoId };
  const changeId = noteLibraryChange(context, { goneTags: [row] }, tags);
  const counts = moveBearers(context.database, { changeId, ...tags });
  deleteTag(context.database, tagId);
  const droppedCount = into.group_id === row.group_id ? 0 : keepOneEach(context, changeId, into.group_id);
  return { ...counts, droppedCount, changeId };
};

const removeGroup = (context: StoreContext, { groupId }: HandlerInput<'tags.removeGroup'>) => {
  const { database } = context;
  const row = requireGroup(database, groupId);
  const goneTags = listTagRows(database, groupId);
  const used = goneTags.filter(({ id }) => requireTag(database, id).customerCount > 0);
  if (used.length > 0) throw new AppError('conflict', { reason: 'tag_group_in_use', count: used.length });
  for (const { id } of goneTags) deleteTag(database, id);
  deleteTagGroup(database, groupId);
  return { changeId: noteLibraryChange(context, { goneGroups: [row], goneTags }) };
};

type Names =
  | 'tags.groups'
  | 'tags.list'
  | 'tags.createGroup'
  | 'tags.updateGroup'
  | 'tags.orderGroups'
  | 'tags.removeGroup'
  | 'tags.createTag'
  | 'tags.updateTag'
  | 'tags.orderTags'
  | 'tags.removeTag'
  | 'tags.merge'
  | 'tags.undoChange';

/** The shop's own library of tags (R009): every change can be taken back. */
export const tagsLibrary: Pick<HandlersOf<'tags'>, Names> = {
  'tags.groups': ({ database }, { includeArchived }) => ({ groups: listTagGroups(database, includeArchived) }),
  'tags.list': list,
  'tags.createGroup': (context, { name, kind, isExclusive }) => {
    const { database } = context;
    requireFreeGroupName(context, name, null);
    requireRoom(database, { groups: 1, tags: 0 });
    const groupId = toTagGroupId(context.newId());
    const position = nextGroupPosition(database);
    insertTagGroup(database, { id: groupId, name, kind, position, is_exclusive: isExclusive ? 1 : 0, archived_at: null });
    return { groupId, changeId: noteLibraryChange(context, { newGroups: [groupId] }) };
  },
  'tags.updateGroup': updateGroup,
  'tags.orderGroups': (context, { groupIds }) => {
    const moves = reordered(listTagGroupRows(context.database), groupIds);
    for (const { row, position } of moves) putTagGroup(context.database, { ...row, position });
    const groups = moves.map(({ row }) => ({ id: row.id, position: row.position }));
    return { changeId: noteLibraryChange(context, { groups }) };
  },
  'tags.removeGroup': removeGroup,
  'tags.createTag': (context, { groupId, name }) => {
    const { database } = context;
    requireGroup(database, groupId);
    requireFreeTagName(context, groupId, name, null);
    requireRoom(database, { groups: 0, tags: 1 });
    const tagId = toTagId(context.newId());
    insertTag(database, { id: tagId, group_id: groupId, name, position: nextTagPosition(database, groupId), archived_at: null });
    return { tagId, changeId: noteLibraryChange(context, { newTags: [tagId] }) };
  },
  'tags.updateTag': updateTag,
  'tags.orderTags': (context, { groupId, tagIds }) => {
    requireGroup(context.database, groupId);
    const moves = reordered(listTagRows(context.database, groupId), tagIds);
    for (const { row, position } of moves) putTag(context.database, { ...row, position });
    const tags = moves.map(({ row }) => ({ id: row.id, position: row.position }));
    return { changeId: noteLibraryChange(context, { tags }) };
  },
  'tags.removeTag': (context, { tagId }) => {
    const { row, customerCount } = requireTag(context.database, tagId);
    if (customerCount > 0) throw new AppError('conflict', { reason: 'tag_in_use', count: customerCount });
    deleteTag(context.database, tagId);
    return { changeId: noteLibraryChange(context, { goneTags: [row] }) };
  },
  'tags.merge': merge,
  'tags.undoChange': undoLibraryChange,
};
