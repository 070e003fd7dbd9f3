import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload, IconTrash } from '@tabler/icons-react';
import { useWindowEvent } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { isTextField } from '../../app/keys.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './Attachments.module.css';
import { Details } from './Details.tsx';
import { Picture, type Attachment } from './Picture.tsx';
import { roomText } from './roomText.ts';

interface ViewerProps {
  readonly customerId: string;
  readonly rows: readonly Attachment[];
  /** How many there are, also those that are not read yet. */
  readonly total: number;
  /** Null is closed. */
  readonly index: number | null;
  readonly onShow: (index: number) => void;
  readonly onRemove: (attachment: Attachment) => void;
  readonly onClose: () => void;
}

/** One photo or file, large, with what is known about it; the arrow keys go on to the next. */
export const Viewer = ({ customerId, rows, total, index, onShow, onRemove, onClose }: ViewerProps) => {
  const { t } = useTranslation();
  const told = useTold();
  const saveCopy = useCommand('shell.saveAttachment');
  const row = index === null ? undefined : rows[index];
  const at = index ?? 0;
  const goTo = (next: number): void => {
    if (next >= 0 && next < rows.length) onShow(next);
  };
  useWindowEvent('keydown', (event) => {
    if (row === undefined || event.altKey || event.ctrlKey || isTextField(event.target)) return;
    if (event.key === 'ArrowLeft') goTo(at - 1);
    else if (event.key === 'ArrowRight') goTo(at + 1);
    else return;
    event.preventDefault();
  });
  return (
    <Modal
      opened={row !== undefined}
      onClose={onClose}
      size="calc(100vw - 6rem)"
      title={row?.name ?? ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {row !== undefined && (
        <div className={classes['viewer']}>
          <Stack gap="xs">
            <div className={classes['large']}>
              {row.isPhoto ? (
                <Picture attachment={row} variant="full" />
              ) : (
                <Stack align="center" gap="xs">
                  <Picture attachment={row} variant="full" />
                  <Text size="sm" c="dimmed">
                    {t('attachments.noPreview')}
                  </Text>
                </Stack>
              )}
            </div>
            <Group justify="center" gap="xs">
              <Button
                variant="default"
                size="compact-sm"
                disabled={at === 0}
                leftSection={<IconChevronLeft size={16} aria-hidden />}
                onClick={() => {
                  goTo(at - 1);
                }}
              >
                {t('attachments.previous')}
              </Button>
              <Text size="sm" c="dimmed">
                {t('attachments.position', { index: at + 1, count: total })}
              </Text>
              <Button
                variant="default"
                size="compact-sm"
                disabled={at === rows.length - 1}
                rightSection={<IconChevronRight size={16} aria-hidden />}
                onClick={() => {
                  goTo(at + 1);
                }}
              >
                {t('attachments.next')}
              </Button>
            </Group>
          </Stack>
          <Stack gap="sm">
            <Details key={row.id} customerId={customerId} attachment={row} />
            <Text size="xs" c="dimmed">
              {[
                roomText(row.bytes),
                ...(row.width === null || row.height === null ? [] : [`${row.width} × ${row.height}`]),
                ...(row.staffName === null ? [] : [row.staffName]),
              ].join(' · ')}
            </Text>
            <Group gap="xs">
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />}
                loading={saveCopy.isPending}
                onClick={() => {
                  saveCopy.mutate(
                    { attachmentId: row.id },
                    {
                      onSuccess: (saved) => {
                        if (saved !== null) told(t('attachments.saved', { name: saved.name }));
                      },
                    },
                  );
                }}
              >
                {t('attachments.saveCopy')}
              </Button>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
                onClick={() => {
                  onRemove(row);
                }}
              >
                {t('attachments.remove')}
              </Button>
            </Group>
          </Stack>
        </div>
      )}
    </Modal>
  );
};
