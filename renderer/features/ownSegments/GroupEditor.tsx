import { ActionIcon, Box, Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MOST_ITEMS, groupMatches } from '../../../shared/domain/segments/conditions.ts';
import type { SegmentGroup } from '../../../shared/domain/segments/conditions.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { DEEPEST, addTo, changeAt, firstCondition, type Path } from './tree.ts';
import type { useChoices } from './useChoices.ts';
import classes from './OwnSegments.module.css';

interface GroupEditorProps {
  readonly tree: SegmentGroup;
  readonly group: SegmentGroup;
  readonly path: Path;
  readonly choices: ReturnType<typeof useChoices>;
  readonly ownId: string | null;
  readonly onChange: (tree: SegmentGroup) => void;
}

/** A group of conditions: whether all, any or none of them hold, each in a row, groups within it below one another. */
export const GroupEditor = ({ tree, group, path, choices, ownId, onChange }: GroupEditorProps) => {
  const { t } = useTranslation();
  const place = path.map((index) => index + 1).join('.');
  const label = path.length === 0 ? t('ownSegments.outer') : t('ownSegments.group', { place });
  const isFull = group.items.length >= MOST_ITEMS;
  return (
    <Box className={classes['group']} role="group" aria-label={label} data-depth={path.length}>
      <Group gap="xs" wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={t('ownSegments.matchOf', { label })}
          data={groupMatches.map((value) => ({ value, label: t(`ownSegments.match.${value}`) }))}
          value={group.match}
          onChange={(value) => {
            const match = groupMatches.find((each) => each === value) ?? group.match;
            onChange(changeAt(tree, path, () => ({ ...group, match })));
          }}
        />
        {path.length > 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            ml="auto"
            aria-label={t('ownSegments.remove', { label })}
            onClick={() => {
              onChange(changeAt(tree, path, () => null));
            }}
          >
            <IconX size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {group.items.map((item, index) => {
        const at = [...path, index];
        const key = at.join('.');
        return item.test === 'group' ? (
          <GroupEditor key={key} tree={tree} group={item} path={at} choices={choices} ownId={ownId} onChange={onChange} />
        ) : (
          <ConditionRow
            key={key}
            condition={item}
            place={at.map((each) => each + 1).join('.')}
            choices={choices}
            ownId={ownId}
            onChange={(condition) => {
              onChange(changeAt(tree, at, () => condition));
            }}
            onRemove={() => {
              onChange(changeAt(tree, at, () => null));
            }}
          />
        );
      })}
      <Group gap={4}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
          disabled={isFull}
          aria-label={t('ownSegments.addTo', { label })}
          onClick={() => {
            onChange(addTo(tree, path, firstCondition));
          }}
        >
          {t('ownSegments.add')}
        </Button>
        {path.length < DEEPEST && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={isFull}
            aria-label={t('ownSegments.addGroupTo', { label })}
            onClick={() => {
              onChange(addTo(tree, path, { test: 'group', match: 'any', items: [firstCondition] }));
            }}
          >
            {t('ownSegments.addGroup')}
          </Button>
        )}
      </Group>
    </Box>
  );
};
