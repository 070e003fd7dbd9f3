import { Box, Button, Group, PasswordInput, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../ipc/useCommand.ts';
import classes from './Facing.module.css';

/** The way back to the clerk's screen, by the code the clerk thought up. */
export const ClerkReturn = () => {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const leave = useCommand('shell.leaveFacing', { quiet: true });
  const wrong = leave.data?.isRight === false ? leave.data : null;
  const error =
    wrong === null ? null : wrong.waitSeconds > 0 ? t('facing.back.wait', { count: wrong.waitSeconds }) : t('facing.back.wrong');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!/^\d{4,8}$/.test(code)) return;
    leave.mutate({ code });
    setCode('');
  };
  return (
    <Box component="form" onSubmit={submit} className={classes['foot']}>
      <Group justify="flex-end" px="xl" py="sm" gap="sm">
        <Text size="sm" c="dimmed">
          {t('facing.back.text')}
        </Text>
        <PasswordInput
          aria-label={t('facing.back.code')}
          placeholder={t('facing.back.code')}
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          w="11rem"
        />
        <Button type="submit" variant="default">
          {t('facing.back.go')}
        </Button>
      </Group>
    </Box>
  );
};
