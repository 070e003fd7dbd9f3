import { Button, Group, Text } from '@mantine/core';
import { IconArrowsLeftRight, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from './Picture.tsx';

interface SelectionBarProps {
  readonly chosen: readonly Attachment[];
  readonly isInBin: boolean;
  readonly isRemoving: boolean;
  readonly isRestoring: boolean;
  readonly onCompare: (before: Attachment, after: Attachment) => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
  readonly onPurge: () => void;
  readonly onClear: () => void;
}

/** The earlier of the two photos is the one before. */
const inTime = (photos: readonly Attachment[]): readonly Attachment[] =>
  photos.toSorted((left, right) =>
    left.takenOn < right.takenOn ? -1 : left.takenOn > right.takenOn ? 1 : left.addedAt - right.addedAt,
  );

/** What can be done with the selected ones; takes no room while nothing is selected. */
export const SelectionBar = ({ chosen, isInBin, ...on }: SelectionBarProps) => {
  const { t } = useTranslation();
  if (chosen.length === 0) return null;
  const [before, after, third] = inTime(chosen.filter(({ isPhoto }) => isPhoto));
  const areTwoPhotos = after !== undefined && third === undefined && chosen.length === 2;
  return (
    <Group gap="xs">
      <Text size="sm" fw={700} role="status">
        {t('attachments.selected', { count: chosen.length })}
      </Text>
      {isInBin ? (
        <>
          <Button size="compact-sm" loading={on.isRestoring} onClick={on.onRestore}>
            {t('attachments.restore')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={on.onPurge}>
            {t('attachments.purge')}
          </Button>
        </>
      ) : (
        <>
          <Button
            size="compact-sm"
            disabled={!areTwoPhotos}
            leftSection={<IconArrowsLeftRight size={16} stroke={1.7} aria-hidden />}
            onClick={() => {
              if (before !== undefined && after !== undefined) on.onCompare(before, after);
            }}
          >
            {t('attachments.compare')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
            loading={on.isRemoving}
            onClick={on.onRemove}
          >
            {t('attachments.remove')}
          </Button>
        </>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={on.onClear}>
        {t('attachments.clear')}
      </Button>
    </Group>
  );
};
