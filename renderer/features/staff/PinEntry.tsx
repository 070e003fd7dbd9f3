import { Anchor, Button, PasswordInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../shared/errors.ts';
import type { DeskSession } from '../../app/session.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { operationQuery } from '../../ipc/useOperation.ts';
import classes from './LockScreen.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const LONGEST = 8;

/** Seconds until the next try, counting down; the gate counts too, and has the last word. */
const useWait = (seconds: number): readonly [number, (seconds: number) => void] => {
  const [left, setLeft] = useState(seconds);
  const isRunning = left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return [left, setLeft];
};

interface PinEntryProps {
  readonly person: DeskSession['people'][number];
  readonly onForgotten: () => void;
}

/** A PIN, by keyboard or by finger. */
export const PinEntry = ({ person, onForgotten }: PinEntryProps) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [wait, setWait] = useWait(person.waitSeconds);
  const signIn = useCommand('staff.signIn', { quiet: true });

  const submit = async (): Promise<void> => {
    if (pin === '' || signIn.isPending) return;
    try {
      const session = await signIn.mutateAsync({ staffId: person.staffId, pin });
      queryClient.setQueryData(operationQuery('staff.session', {}).queryKey, session);
    } catch (error) {
      setPin('');
      const seconds = error instanceof AppError ? error.details['waitSeconds'] : undefined;
      setWait(typeof seconds === 'number' ? seconds : 0);
      setProblem(errorText(t, error));
      field.current?.focus();
    }
  };
  const type = (digit: string): void => {
    setPin((before) => `${before}${digit}`.slice(0, LONGEST));
    setProblem(null);
    field.current?.focus();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          ref={field}
          className={classes['pin'] ?? ''}
          label={t('staff.lock.pinOf', { name: person.name })}
          value={pin}
          error={wait > 0 ? undefined : problem}
          inputMode="numeric"
          autoComplete="off"
          maxLength={LONGEST}
          autoFocus
          size="lg"
          visibilityToggleButtonProps={{ 'aria-label': t('staff.lock.showPin') }}
          onChange={(event) => {
            setPin(event.currentTarget.value.replaceAll(/\D/g, ''));
            setProblem(null);
          }}
        />
        {wait > 0 && (
          <Text size="sm" c="red" role="status">
            {t('staff.lock.wait', { time: `${Math.floor(wait / 60)}:${String(wait % 60).padStart(2, '0')}` })}
          </Text>
        )}
        <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
          {digits.map((digit) => (
            <Button key={digit} variant="default" size="lg" tabIndex={-1} onClick={() => type(digit)}>
              {digit}
            </Button>
          ))}
          <Button
            variant="default"
            size="lg"
            tabIndex={-1}
            aria-label={t('staff.lock.takeBack')}
            onClick={() => setPin((before) => before.slice(0, -1))}
          >
            <IconBackspace size={20} stroke={1.7} aria-hidden />
          </Button>
          <Button variant="default" size="lg" tabIndex={-1} onClick={() => type('0')}>
            0
          </Button>
          <Button type="submit" size="lg" px={0} disabled={pin === '' || wait > 0} loading={signIn.isPending}>
            {t('staff.lock.open')}
          </Button>
        </SimpleGrid>
        {person.role === 'owner' ? (
          <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
            {t('staff.lock.forgotten')}
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {t('staff.lock.askOwner')}
          </Text>
        )}
      </Stack>
    </form>
  );
};
