import { ActionIcon, Box, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import hitClasses from '../../components/CustomerHits.module.css';
import { MomentText } from '../../components/MomentText.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './WhoStep.module.css';

type ParkedVisit = OutputOf<'parkedVisits.list'>['visits'][number];

/** The visits that wait to be finished 挂单 (X30), the longest waiting first. */
export const ParkedVisits = ({ onResume }: { readonly onResume: (parkedVisitId: string) => void }) => {
  const { t } = useTranslation();
  const parked = useOperation('parkedVisits.list', {}).data?.visits ?? [];
  if (parked.length === 0) return null;
  return (
    <Box component="section" aria-label={t('visits.park.list')}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('visits.park.list')}
      </Text>
      <Paper withBorder p={4}>
        {parked.map((visit) => (
          <Row
            key={visit.id}
            visit={visit}
            onResume={() => {
              onResume(visit.id);
            }}
          />
        ))}
      </Paper>
    </Box>
  );
};

const Row = ({ visit, onResume }: { readonly visit: ParkedVisit; readonly onResume: () => void }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const discard = useCommand('parkedVisits.discard');
  const { id: parkedVisitId, customerName, label, items, parkedAt, runningSince } = visit;
  const name = customerName ?? (label === '' ? t('visits.walkIn.name') : t('visits.walkIn.named', { label }));
  return (
    <Group gap={4} wrap="nowrap">
      <UnstyledButton flex={1} miw={0} className={`${hitClasses['hit'] ?? ''} ${classes['parked'] ?? ''}`} onClick={onResume}>
        <Text fw={700} truncate>
          {name}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {items.length === 0 ? t('visits.park.nothing') : items.join(t('common.listSeparator'))}
        </Text>
        <Text size="sm" c={runningSince === null ? 'dimmed' : 'var(--regulars-advice-text)'} ta="right">
          {runningSince === null ? (
            <MomentText at={parkedAt} />
          ) : (
            <>
              {t('visits.watch.runningSince')} <MomentText at={runningSince} />
            </>
          )}
        </Text>
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('visits.park.discard', { name })}
        onClick={() => {
          discard.mutate(
            { parkedVisitId },
            {
              onSuccess: (kept) => {
                done({
                  label: t('visits.park.discarded', { name }),
                  undo: () => client.parkedVisits.save({ parkedVisitId, ...kept }),
                });
              },
            },
          );
        }}
      >
        <IconX size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Group>
  );
};
