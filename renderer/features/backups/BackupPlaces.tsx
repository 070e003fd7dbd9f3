import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconFolder, IconUsb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { megabytes } from './megabytes.ts';

type Place = OutputOf<'backups.targets'>[number];

/** A stick that is plugged in shows up so soon. */
const LOOK_MILLISECONDS = 3_000;

interface BackupPlacesProps {
  readonly isBusy: boolean;
  readonly onChoose: (token: string) => void;
  readonly onOther: () => void;
}

/** Sticks that are plugged in and folders that were used, each with its room. */
export const BackupPlaces = ({ isBusy, onChoose, onOther }: BackupPlacesProps) => {
  const { t } = useTranslation();
  const places = useOperation(
    'backups.targets',
    {},
    { refetchInterval: isBusy ? false : LOOK_MILLISECONDS, keepPrevious: true },
  ).data;
  // The first that can be used is what Enter is for.
  const main = places?.find(({ isUsual, isHere, isReadonly }) => isUsual && isHere && !isReadonly) ?? places?.find(isUsable);
  return (
    <Stack gap="xs">
      {places?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('backups.place.none')}
        </Text>
      )}
      {places && places.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0}>
          {places.map((place) => (
            <PlaceRow key={place.token} place={place} isMain={place === main} isBusy={isBusy} onChoose={onChoose} />
          ))}
        </Stack>
      )}
      <Group>
        <Button variant={main ? 'default' : 'filled'} disabled={isBusy} onClick={onOther}>
          {t('backups.place.other')}
        </Button>
      </Group>
    </Stack>
  );
};

const isUsable = ({ isHere, isReadonly }: Place): boolean => isHere && !isReadonly;

interface PlaceRowProps extends Pick<BackupPlacesProps, 'isBusy' | 'onChoose'> {
  readonly place: Place;
  readonly isMain: boolean;
}

const PlaceRow = ({ place, isMain, isBusy, onChoose }: PlaceRowProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const setUsual = useCommand('backups.setUsualPlace');
  const { token, placeId, name, isUsual, isHere, isReadonly, freeBytes, totalBytes } = place;
  const Icon = place.kind === 'stick' ? IconUsb : IconFolder;
  const makeUsual = async (): Promise<void> => {
    const { before } = await setUsual.mutateAsync({ placeId });
    done({ label: t('backups.place.usualSet', { name }), undo: () => client.backups.setUsualPlace({ placeId: before }) });
  };
  const state = ((): string => {
    if (!isHere) return t('backups.place.away');
    if (isReadonly) return t('backups.place.readonly');
    return freeBytes === null || totalBytes === null
      ? ''
      : t('backups.place.free', { free: megabytes(freeBytes), total: megabytes(totalBytes) });
  })();
  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap" miw={0}>
        <Icon size={24} stroke={1.7} color="var(--mantine-color-dimmed)" aria-hidden />
        <Stack gap={0} miw={0}>
          <Group gap="xs" wrap="nowrap">
            <Text fw={600} truncate>
              {name}
            </Text>
            {isUsual && (
              <Badge size="sm" variant="light" flex="none">
                {t('backups.place.usual')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {state}
          </Text>
        </Stack>
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        {placeId !== null && !isUsual && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('backups.place.makeUsualNamed', { name })}
            onClick={() => void makeUsual().catch(() => undefined)}
          >
            {t('backups.place.makeUsual')}
          </Button>
        )}
        <Button
          variant={isMain ? 'filled' : 'default'}
          disabled={!isUsable(place) || isBusy}
          aria-label={t('backups.place.hereNamed', { name })}
          onClick={() => {
            onChoose(token);
          }}
        >
          {t('backups.place.here')}
        </Button>
      </Group>
    </Group>
  );
};
