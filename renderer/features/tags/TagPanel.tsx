import { Button, Divider, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../ipc/useCommand.ts';
import { droppedWords } from './droppedWords.ts';
import type { Tag, TagGroup, Told } from './types.ts';

interface TagPanelProps {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly groups: readonly TagGroup[];
  readonly onTold: Told;
  readonly onClose: () => void;
}

/** One tag: its name and group, its place, merging it into another, putting it away. */
export const TagPanel = ({ tag, tags, groups, onTold, onClose }: TagPanelProps) => {
  const { t } = useTranslation();
  const [name, setName] = useState(tag.name);
  const [intoId, setIntoId] = useState<string | null>(null);
  const update = useCommand('tags.updateTag');
  const order = useCommand('tags.orderTags');
  const merge = useCommand('tags.merge');
  const remove = useCommand('tags.removeTag');
  const tagId = tag.id;
  const siblings = tags.filter(({ groupId }) => groupId === tag.groupId);
  const index = siblings.findIndex(({ id }) => id === tagId);

  const change = async (
    changes: { name?: string; groupId?: Tag['groupId']; isArchived?: boolean },
    label: string,
  ): Promise<void> => {
    const { changeId, droppedCount } = await update.mutateAsync({ tagId, changes });
    onTold(label + droppedWords(t, droppedCount), changeId);
  };
  const rename = (): void => {
    const typed = name.trim();
    if (typed !== '' && typed !== tag.name)
      void change({ name: typed }, t('tags.done.renamed', { before: tag.name, name: typed }));
  };
  const move = async (by: -1 | 1): Promise<void> => {
    const tagIds = siblings.map(({ id }) => id);
    const other = tagIds[index + by];
    if (other === undefined) return;
    tagIds[index + by] = tagId;
    tagIds[index] = other;
    const { changeId } = await order.mutateAsync({ groupId: tag.groupId, tagIds });
    onTold(t('tags.done.moved', { name: tag.name }), changeId);
  };
  const mergeInto = async (): Promise<void> => {
    const into = tags.find(({ id }) => id === intoId);
    if (into === undefined) return;
    const { changeId, movedCount, droppedCount } = await merge.mutateAsync({ tagId, intoId: into.id });
    onTold(
      t('tags.done.merged', { name: tag.name, into: into.name, count: movedCount }) + droppedWords(t, droppedCount),
      changeId,
    );
    onClose();
  };
  const drop = async (): Promise<void> => {
    const { changeId } = await remove.mutateAsync({ tagId });
    onTold(t('tags.done.removed', { name: tag.name }), changeId);
    onClose();
  };

  return (
    <Stack>
      <div>
        <Title order={2}>{tag.name}</Title>
        <Text size="sm" c="dimmed">
          {t('tags.people', { count: tag.customerCount, group: tag.groupName })}
        </Text>
      </div>
      <Group gap="xs" align="flex-end">
        <TextInput
          flex={1}
          label={t('tags.name')}
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              rename();
            }
          }}
        />
        <Button variant="default" disabled={name.trim() === '' || name.trim() === tag.name} onClick={rename}>
          {t('tags.rename')}
        </Button>
      </Group>
      <Select
        label={t('tags.inGroup')}
        allowDeselect={false}
        searchable
        value={tag.groupId}
        data={groups.map(({ id, name: label }) => ({ value: id, label }))}
        onChange={(value) => {
          const group = groups.find(({ id }) => id === value);
          if (group !== undefined && group.id !== tag.groupId)
            void change({ groupId: group.id }, t('tags.done.regrouped', { name: tag.name, group: group.name }));
        }}
      />
      <Group gap="xs">
        <Button variant="default" size="compact-sm" disabled={index <= 0} onClick={() => void move(-1)}>
          {t('tags.before')}
        </Button>
        <Button variant="default" size="compact-sm" disabled={index >= siblings.length - 1} onClick={() => void move(1)}>
          {t('tags.after')}
        </Button>
      </Group>
      <Divider />
      <Group gap="xs" align="flex-end">
        <Select
          flex={1}
          label={t('tags.mergeInto')}
          description={t('tags.mergeHint')}
          placeholder={t('tags.choose')}
          searchable
          clearable
          value={intoId}
          onChange={setIntoId}
          data={tags
            .filter(({ id, isArchived }) => id !== tagId && !isArchived)
            .map(({ id, name: label, groupName }) => ({ value: id, label: `${label} · ${groupName}` }))}
        />
        <Button variant="default" disabled={intoId === null} loading={merge.isPending} onClick={() => void mergeInto()}>
          {t('tags.merge')}
        </Button>
      </Group>
      <Divider />
      <Group gap="xs">
        <Button
          variant="default"
          onClick={() =>
            void change(
              { isArchived: !tag.isArchived },
              t(tag.isArchived ? 'tags.done.used' : 'tags.done.archived', { name: tag.name }),
            )
          }
        >
          {t(tag.isArchived ? 'tags.use' : 'tags.archive')}
        </Button>
        <Button variant="default" disabled={tag.customerCount > 0} onClick={() => void drop()}>
          {t('common.delete')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('tags.archiveHint')}
      </Text>
    </Stack>
  );
};
