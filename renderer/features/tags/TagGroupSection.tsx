import { ActionIcon, Badge, Button, Group, Menu, Text, TextInput } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Tag, TagGroup, Told } from './types.ts';

interface TagGroupSectionProps {
  readonly group: TagGroup;
  readonly groups: readonly TagGroup[];
  readonly index: number;
  readonly tags: readonly Tag[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onEdit: () => void;
  readonly onTold: Told;
}

/** One group: its tags with the number of people who have each, and a field to add the next. */
export const TagGroupSection = ({ group, groups, index, tags, selectedId, onSelect, onEdit, onTold }: TagGroupSectionProps) => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const createTag = useCommand('tags.createTag');
  const updateGroup = useCommand('tags.updateGroup');
  const orderGroups = useCommand('tags.orderGroups');
  const removeGroup = useCommand('tags.removeGroup');
  const groupId = group.id;

  const add = async (): Promise<void> => {
    const typed = name.trim();
    if (typed === '') return;
    const { changeId } = await createTag.mutateAsync({ groupId, name: typed });
    setName('');
    onTold(t('tags.done.created', { name: typed }), changeId);
  };
  const archive = async (): Promise<void> => {
    const { changeId } = await updateGroup.mutateAsync({ groupId, changes: { isArchived: !group.isArchived } });
    onTold(t(group.isArchived ? 'tags.done.used' : 'tags.done.archived', { name: group.name }), changeId);
  };
  const move = async (by: -1 | 1): Promise<void> => {
    const groupIds = groups.map(({ id }) => id);
    const other = groupIds[index + by];
    if (other === undefined) return;
    groupIds[index + by] = groupId;
    groupIds[index] = other;
    const { changeId } = await orderGroups.mutateAsync({ groupIds });
    onTold(t('tags.done.moved', { name: group.name }), changeId);
  };
  const remove = async (): Promise<void> => {
    const { changeId } = await removeGroup.mutateAsync({ groupId });
    onTold(t('tags.done.removed', { name: group.name }), changeId);
  };
  const icon = { size: 16, stroke: 1.7, 'aria-hidden': true };

  return (
    <section aria-label={group.name}>
      <Group gap="xs" mb={6}>
        <Text component="h2" fw={700} {...(group.isArchived ? { c: 'dimmed' } : {})}>
          {group.name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`tags.kind.${group.kind}`)}
        </Text>
        {group.isExclusive && (
          <Badge size="sm" color="gray" variant="outline">
            {t('tags.group.one')}
          </Badge>
        )}
        {group.isArchived && (
          <Badge size="sm" color="gray">
            {t('tags.archived')}
          </Badge>
        )}
        <Menu position="bottom-start">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('tags.group.menu', { name: group.name })}>
              <IconDots {...icon} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
              {t('common.edit')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArrowUp {...icon} />} disabled={index === 0} onClick={() => void move(-1)}>
              {t('tags.up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown {...icon} />}
              disabled={index === groups.length - 1}
              onClick={() => void move(1)}
            >
              {t('tags.down')}
            </Menu.Item>
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={() => void archive()}>
              {t(group.isArchived ? 'tags.use' : 'tags.archive')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash {...icon} />}
              disabled={tags.some(({ customerCount }) => customerCount > 0)}
              onClick={() => void remove()}
            >
              {t('common.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Group gap={6}>
        {tags.map((tag) => (
          <Button
            key={tag.id}
            variant={tag.id === selectedId ? 'light' : 'default'}
            size="compact-sm"
            fw={400}
            aria-pressed={tag.id === selectedId}
            onClick={() => {
              onSelect(tag.id);
            }}
          >
            <Text span inherit {...(tag.isArchived ? { c: 'dimmed', td: 'line-through' } : {})}>
              {tag.name}
            </Text>
            {tag.customerCount > 0 && (
              <Text span inherit c="dimmed" ml={6}>
                {tag.customerCount}
              </Text>
            )}
          </Button>
        ))}
        {!group.isArchived && (
          <TextInput
            size="xs"
            w="8rem"
            value={name}
            maxLength={40}
            autoComplete="off"
            placeholder={t('tags.add')}
            aria-label={t('tags.addTo', { group: group.name })}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void add();
            }}
          />
        )}
      </Group>
    </section>
  );
};
