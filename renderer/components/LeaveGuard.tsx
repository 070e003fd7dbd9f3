import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface LeaveWords {
  readonly title: string;
  readonly text: string;
  readonly stay: string;
  readonly leave: string;
}

interface LeaveGuardProps {
  /** Asked at the moment of leaving. */
  readonly isDirty: () => boolean;
  /** Where there is more to say than that something is not saved. */
  readonly words?: LeaveWords;
}

/** Asks before typed work is thrown away, because that cannot be undone. */
export const LeaveGuard = ({ isDirty, words }: LeaveGuardProps) => {
  const { t } = useTranslation();
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: false, withResolver: true });
  const { title, text, stay, leave } = words ?? {
    title: t('common.leave.title'),
    text: t('common.leave.text'),
    stay: t('common.leave.stay'),
    leave: t('common.leave.leave'),
  };
  const goOn = (): void => {
    blocker.reset?.();
  };
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={goOn} title={title} withCloseButton={false}>
      <Stack>
        <Text size="sm">{text}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              blocker.proceed?.();
            }}
          >
            {leave}
          </Button>
          <Button data-autofocus onClick={goOn}>
            {stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
