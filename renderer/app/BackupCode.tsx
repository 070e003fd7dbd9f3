import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../ipc/errorText.ts';

interface BackupCodeProps {
  readonly name: string;
  /** Rejects when the words do not open it. */
  readonly onOpen: (code: string) => Promise<void>;
  readonly other: ReactNode;
}

/** A backup that another PC has locked asks for the words of its recovery sheet. */
export const BackupCode = ({ name, onOpen, other }: BackupCodeProps) => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const open = async (): Promise<void> => {
    setIsBusy(true);
    setError(null);
    try {
      await onOpen(code);
    } catch (failure) {
      setError(errorText(t, failure));
    }
    setIsBusy(false);
  };
  return (
    <Alert color="gray" title={name} icon={<IconLock stroke={1.7} aria-hidden />}>
      <Stack
        component="form"
        gap="xs"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Text size="sm">{t('errors.wayOut.codeAbout')}</Text>
        <Textarea
          label={t('errors.wayOut.code')}
          autosize
          minRows={2}
          maxLength={400}
          autoFocus
          value={code}
          error={error}
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <Group>
          <Button type="submit" disabled={code.trim() === ''} loading={isBusy}>
            {t('errors.wayOut.openByCode')}
          </Button>
          {other}
        </Group>
      </Stack>
    </Alert>
  );
};
