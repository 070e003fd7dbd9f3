import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './Attachments.module.css';
import { Picture, type Attachment } from './Picture.tsx';

interface CompareProps {
  readonly customerId: string;
  /** Before and after; null is closed. */
  readonly photos: { readonly before: Attachment; readonly after: Attachment } | null;
  /** The id under which the two are kept as a pair; null when they are not. */
  readonly pairId: string | null;
  readonly onClose: () => void;
}

/** Two photos side by side, the earlier on the left. */
export const Compare = ({ customerId, photos, pairId, onClose }: CompareProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const pair = useCommand('attachments.pair');
  const unpair = useCommand('attachments.unpair');
  return (
    <Modal
      opened={photos !== null}
      onClose={onClose}
      size="calc(100vw - 6rem)"
      title={t('attachments.compare')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {photos !== null && (
        <Stack>
          <div className={classes['compare']}>
            {(['before', 'after'] as const).map((side) => (
              <Stack key={side} gap={4} miw={0}>
                <Group gap="xs" justify="center">
                  <Badge color={side === 'before' ? 'gray' : 'jade'}>{t(`attachments.${side}`)}</Badge>
                  <Text size="sm" fw={700}>
                    {photos[side].takenOn}
                  </Text>
                  {photos[side].note !== null && (
                    <Text size="sm" c="dimmed" truncate>
                      {photos[side].note}
                    </Text>
                  )}
                </Group>
                <div className={classes['large']}>
                  <Picture attachment={photos[side]} variant="full" />
                </div>
              </Stack>
            ))}
          </div>
          <Group justify="flex-end">
            {pairId === null ? (
              <Button
                loading={pair.isPending}
                onClick={() => {
                  pair.mutate(
                    { customerId, beforeId: photos.before.id, afterId: photos.after.id },
                    {
                      onSuccess: (kept) => {
                        done({
                          label: t('attachments.paired'),
                          undo: () => call('attachments.unpair', { customerId, pairId: kept.pairId }),
                        });
                      },
                    },
                  );
                }}
              >
                {t('attachments.pair')}
              </Button>
            ) : (
              <Button
                variant="default"
                loading={unpair.isPending}
                onClick={() => {
                  unpair.mutate(
                    { customerId, pairId },
                    {
                      onSuccess: (parted) => {
                        done({
                          label: t('attachments.unpaired'),
                          undo: () => call('attachments.pair', { customerId, ...parted }),
                        });
                      },
                    },
                  );
                }}
              >
                {t('attachments.unpair')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Modal>
  );
};
