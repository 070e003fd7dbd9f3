import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import type { Cents } from '../../../shared/types/amounts.ts';

interface LeaveGuardProps {
  readonly isDirty: boolean;
  /** True for one navigation that keeps what was typed: after saving, or to choose another person. */
  readonly isPassing: () => boolean;
  readonly total: Cents;
}

/** Asks before a half-typed visit is lost; the only question of the page, because this cannot be undone. */
export const LeaveGuard = ({ isDirty, isPassing, total }: LeaveGuardProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty && !isPassing(),
    enableBeforeUnload: false,
    withResolver: true,
  });
  const isAsking = blocker.status === 'blocked';
  const stay = (): void => {
    blocker.reset?.();
  };
  return (
    <Modal opened={isAsking} onClose={stay} title={t('visits.leave.title')} withCloseButton={false}>
      <Stack>
        <Text>{t('visits.leave.text', { amount: money(total) })}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              blocker.proceed?.();
            }}
          >
            {t('visits.leave.leave')}
          </Button>
          <Button data-autofocus onClick={stay}>
            {t('visits.leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
