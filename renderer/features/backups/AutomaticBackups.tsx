import { NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';

type Changes = CallInput<'settings.update'>['changes'];

/** Which backups are made without anybody asking, and when the shop is reminded. */
export const AutomaticBackups = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const mayChange = useMay()('settings.write');
  const { done } = useUndo();
  const update = useCommand('settings.update');
  const status = useOperation('backups.status', {}).data;
  const change = async (changes: Changes): Promise<void> => {
    const { before } = await update.mutateAsync({ changes });
    done({ label: t('backups.auto.saved'), undo: () => client.settings.update({ changes: before }) });
  };
  const save = (changes: Changes): void => void change(changes).catch(() => undefined);
  const place = status?.usualPlace ?? null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {place === null ? t('backups.auto.noPlace') : t('backups.auto.where', { name: place })}
      </Text>
      <Switch
        label={t('backups.auto.daily')}
        description={status && place !== null ? t(`backups.auto.next.${status.daily}`) : undefined}
        checked={settings.backupDaily}
        disabled={!mayChange}
        onChange={({ currentTarget }) => {
          save({ backupDaily: currentTarget.checked });
        }}
      />
      <Switch
        label={t('backups.auto.closing')}
        checked={settings.backupAtClosing}
        disabled={!mayChange}
        onChange={({ currentTarget }) => {
          save({ backupAtClosing: currentTarget.checked });
        }}
      />
      <StaleDays
        key={settings.backupStaleDays}
        days={settings.backupStaleDays}
        isDisabled={!mayChange}
        onSave={(backupStaleDays) => {
          save({ backupStaleDays });
        }}
      />
      {!mayChange && <Text size="sm">{errorText(t, new AppError('not_permitted', { permission: 'settings.write' }))}</Text>}
    </Stack>
  );
};

interface StaleDaysProps {
  readonly days: number;
  readonly isDisabled: boolean;
  readonly onSave: (days: number) => void;
}

/** Saved when the field is left or Enter is pressed. */
const StaleDays = ({ days, isDisabled, onSave }: StaleDaysProps) => {
  const { t } = useTranslation();
  const [value, setValue] = useState<number | string>(days);
  const save = (): void => {
    if (typeof value === 'number' && value !== days && value >= 1 && value <= 90) onSave(value);
    else setValue(days);
  };
  return (
    <NumberInput
      label={t('backups.auto.stale')}
      w={160}
      disabled={isDisabled}
      min={1}
      max={90}
      allowDecimal={false}
      value={value}
      onChange={setValue}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
};
