import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../ipc/errorText.ts';

interface ErrorNoticeProps {
  readonly error: unknown;
  /** Offers to try again. */
  readonly onRetry?: () => void;
}

/** A failure told where it happened: what happened, what to do now. */
export const ErrorNotice = ({ error, onRetry }: ErrorNoticeProps) => {
  const { t } = useTranslation();
  return (
    <Alert color="red" icon={<IconAlertTriangle stroke={1.7} aria-hidden />} title={t('errors.title')} m="md">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{errorText(t, error)}</Text>
        {onRetry !== undefined && (
          <Button variant="default" flex="none" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
};
