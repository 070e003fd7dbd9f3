import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { tradeSchema } from '../../../shared/contract/tags.ts';
import type { TagKind } from '../../../shared/contract/tags.ts';
import { planPreset } from '../../../shared/domain/tags/presets.ts';
import type { PlannedGroup } from '../../../shared/domain/tags/presets.ts';
import { tagGroupId as toTagGroupId, tagId as toTagId } from '../../../shared/types/ids.ts';
import type { TagGroupId, TagId } from '../../../shared/types/ids.ts';
import type { StoreDatabase } from '../../store/database.ts';
import {
  insertTag,
  insertTagGroup,
  listTagGroupRows,
  listTagRows,
  nextGroupPosition,
  nextTagPosition,
} from '../../store/tags.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { noteLibraryChange } from './journal.ts';
import { requireRoom } from './library.ts';
import { presetOf } from './presetFiles.ts';

type Plan = readonly PlannedGroup<TagKind>[];

const planOf = (database: StoreDatabase, { trade, language }: HandlerInput<'tags.previewPreset'>): Plan => {
  const tags = listTagRows(database);
  const library = listTagGroupRows(database).map(({ id, name }) => ({
    id,
    name,
    tagNames: tags.filter(({ group_id: groupId }) => groupId === id).map((tag) => tag.name),
  }));
  return planPreset(presetOf(trade), library, language);
};

const newTagsOf = (plan: Plan): number => plan.flatMap(({ tags }) => tags).filter(({ isNew }) => isNew).length;
const newGroupsOf = (plan: Plan): number => plan.filter(({ presentId }) => presentId === null).length;

const addPreset = (context: StoreContext, input: HandlerInput<'tags.addPreset'>): OutputOf<'tags.addPreset'> => {
  const { database } = context;
  const plan = planOf(database, input);
  const groupCount = newGroupsOf(plan);
  const tagCount = newTagsOf(plan);
  requireRoom(database, { groups: groupCount, tags: tagCount });
  const newGroups: TagGroupId[] = [];
  const newTags: TagId[] = [];
  for (const { name, kind, isExclusive, presentId, tags } of plan) {
    const groupId = toTagGroupId(presentId ?? context.newId());
    if (presentId === null) {
      const position = nextGroupPosition(database);
      insertTagGroup(database, { id: groupId, name, kind, position, is_exclusive: isExclusive ? 1 : 0, archived_at: null });
      newGroups.push(groupId);
    }
    let position = nextTagPosition(database, groupId);
    for (const tag of tags.filter(({ isNew }) => isNew)) {
      const id = toTagId(context.newId());
      insertTag(database, { id, group_id: groupId, name: tag.name, position, archived_at: null });
      newTags.push(id);
      position += 1;
    }
  }
  return { groupCount, tagCount, changeId: noteLibraryChange(context, { newGroups, newTags }) };
};

/** Tags by trade that the program brings along (R009). */
export const tagPresets: Pick<HandlersOf<'tags'>, 'tags.presets' | 'tags.previewPreset' | 'tags.addPreset'> = {
  'tags.presets': ({ database }, { language }) => ({
    presets: tradeSchema.options.map((trade) => {
      const preset = presetOf(trade);
      return {
        trade,
        name: preset.name[language === 'zh-CN' ? 0 : 1],
        groupCount: preset.groups.length,
        tagCount: preset.groups.flatMap(({ tags }) => tags).length,
        newTagCount: newTagsOf(planOf(database, { trade, language })),
      };
    }),
  }),
  'tags.previewPreset': ({ database }, input) => {
    const plan = planOf(database, input);
    return {
      trade: input.trade,
      groups: plan.map(({ presentId, ...group }) => ({ ...group, tags: [...group.tags], isNew: presentId === null })),
      newGroupCount: newGroupsOf(plan),
      newTagCount: newTagsOf(plan),
    };
  },
  'tags.addPreset': addPreset,
};
