import { Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Attachments.module.css';
import { Picture, type Attachment } from './Picture.tsx';

export interface PhotoPair {
  readonly id: string;
  readonly before: Attachment;
  readonly after: Attachment;
}

interface PairsProps {
  readonly pairs: readonly PhotoPair[];
  readonly onOpen: (pair: PhotoPair) => void;
}

/** Before and after, each pair a tile of two. */
export const Pairs = ({ pairs, onOpen }: PairsProps) => {
  const { t } = useTranslation();
  if (pairs.length === 0) return null;
  return (
    <section aria-label={t('attachments.pairs')}>
      <Text component="h2" size="xs" c="dimmed" mb={6}>
        {t('attachments.pairs')}
      </Text>
      <Group gap="sm">
        {pairs.map((pair) => (
          <UnstyledButton
            key={pair.id}
            className={classes['pair']}
            onClick={() => {
              onOpen(pair);
            }}
          >
            {(['before', 'after'] as const).map((side) => (
              <div key={side}>
                <div className={classes['picture']}>
                  <Picture attachment={pair[side]} variant="thumbnail" />
                </div>
                <Text size="xs" ta="center" py={2}>
                  <VisuallyHidden>{t(`attachments.${side}`)} </VisuallyHidden>
                  {pair[side].takenOn}
                </Text>
              </div>
            ))}
          </UnstyledButton>
        ))}
      </Group>
    </section>
  );
};
