import { Button, Group, List, NumberInput, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ChangeOwnPin } from './ChangeOwnPin.tsx';

const MOST_MINUTES = 240;

/** When the desk locks itself, one's own PIN, and who helps when one is forgotten: all about the lock in one place. */
export const DeskLock = () => {
  const { t } = useTranslation();
  const may = useMay();
  const session = useSession();
  const [isChanging, setIsChanging] = useState(false);
  if (session === undefined) return null;
  const { autoLockMinutes } = session;
  return (
    <Stack gap="sm">
      {may('settings.write') ? (
        <AutoLock key={autoLockMinutes} minutes={autoLockMinutes} />
      ) : (
        <Text size="sm">
          {t(autoLockMinutes === 0 ? 'staff.lock.neverByItself' : 'staff.lock.byItself', { count: autoLockMinutes })}
        </Text>
      )}
      <List size="sm" spacing={4}>
        <List.Item>{t('staff.lock.byKey')}</List.Item>
        <List.Item>{t('staff.lock.ownPin')}</List.Item>
        <List.Item>{t('staff.lock.othersForgot')}</List.Item>
      </List>
      {session.staff !== null && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconKey size={16} stroke={1.7} aria-hidden />}
            onClick={() => setIsChanging(true)}
          >
            {t('staff.pin.change')}
          </Button>
        </Group>
      )}
      {isChanging && <ChangeOwnPin onClose={() => setIsChanging(false)} />}
    </Stack>
  );
};

/** Saved when the field is left or Enter is pressed. */
const AutoLock = ({ minutes }: { readonly minutes: number }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [value, setValue] = useState<number | string>(minutes);
  const update = useCommand('settings.update');
  const change = async (autoLockMinutes: number): Promise<void> => {
    const { before } = await update.mutateAsync({ changes: { autoLockMinutes } });
    done({ label: t('settings.saved'), undo: () => client.settings.update({ changes: before }) });
  };
  const save = (): void => {
    if (typeof value === 'number' && value !== minutes && value >= 0 && value <= MOST_MINUTES)
      void change(value).catch(() => undefined);
    else setValue(minutes);
  };
  const [before = '', after = ''] = t('settings.shop.autoLock').split('[]');
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      {before !== '' && <Text size="sm">{before}</Text>}
      <NumberInput
        size="xs"
        w="4.5rem"
        flex="none"
        min={0}
        max={MOST_MINUTES}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        aria-label={t('settings.shop.autoLock').replace('[]', '…')}
        value={value}
        onChange={setValue}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
      />
      <Text size="sm">{after}</Text>
    </Group>
  );
};
