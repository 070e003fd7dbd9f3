import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSession } from '../../app/session.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { operationQuery } from '../../ipc/useOperation.ts';
import { NewPinFields, isReadyPin, noPin } from './NewPinFields.tsx';

interface ForgottenPinProps {
  readonly person: DeskSession['people'][number];
  readonly recovery: DeskSession['recovery'];
  readonly onBack: () => void;
}

/** The owner's way back in: the twelve words, then a new PIN. */
export const ForgottenPin = ({ person, recovery, onBack }: ForgottenPinProps) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState(noPin);
  const reset = useCommand('staff.resetOwnerPin', { quiet: true });
  const submit = async (): Promise<void> => {
    const session = await reset.mutateAsync({ staffId: person.staffId, code, pin: pin.pin });
    queryClient.setQueryData(operationQuery('staff.session', {}).queryKey, session);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // What was refused is told beside the field.
        if (isReadyPin(pin)) void submit().catch(() => undefined);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t(`staff.recovery.${recovery}`)}</Text>
        {recovery !== 'none' && (
          <>
            <Textarea
              label={t('vault.unlock.code')}
              value={code}
              error={reset.error && errorText(t, reset.error)}
              autosize
              minRows={2}
              maxLength={400}
              autoFocus
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <NewPinFields value={pin} onChange={setPin} />
          </>
        )}
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {t('staff.lock.back')}
          </Anchor>
          {recovery !== 'none' && (
            <Button type="submit" disabled={code.trim() === '' || !isReadyPin(pin)} loading={reset.isPending}>
              {t('staff.recovery.set')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
};
