import { Button, Group, Kbd, List, Modal, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import classes from './Safety.module.css';
import { warningText } from './warningText.ts';

interface WarningsDialogProps {
  /** Empty is closed. */
  readonly warnings: OutputOf<'safety.warnings'>['warnings'];
  readonly onGoOn: () => void;
  readonly onBack: () => void;
}

/** What must have been seen before the visit is written down. Going on takes a key that nothing else on the page uses. */
export const WarningsDialog = ({ warnings, onGoOn, onBack }: WarningsDialogProps) => {
  const { t } = useTranslation();
  const isOpen = warnings.length > 0;
  useWindowEvent('keydown', (event) => {
    if (!isOpen || event.key !== 'F8' || event.repeat) return;
    event.preventDefault();
    onGoOn();
  });
  const isBlocked = warnings.some(({ code }) => code === 'blocked');
  return (
    <Modal opened={isOpen} onClose={onBack} title={t('safety.confirm.title')} withCloseButton={false}>
      <Stack>
        <List listStyleType="none" spacing="xs" className={classes['danger'] ?? ''}>
          {warnings.map((warning) => (
            <List.Item key={warning.key} icon={<IconAlertTriangle size={19} stroke={1.8} aria-hidden />}>
              <Text span fw={700}>
                {warningText(t, warning)}
              </Text>
            </List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('safety.confirm.text')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onBack}>
            {t('safety.confirm.back')}
          </Button>
          <Button color="red.9" rightSection={<Kbd size="xs">F8</Kbd>} onClick={onGoOn}>
            {isBlocked ? t('safety.confirm.goOnBlocked') : t('safety.confirm.goOn')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
