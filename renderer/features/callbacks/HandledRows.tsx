import { ActionIcon, Box, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClock } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { MomentText } from '../../components/MomentText.tsx';
import classes from './CallList.module.css';

type HandledRow = OutputOf<'callbacks.today'>['handled'][number];

interface HandledRowsProps {
  readonly rows: readonly HandledRow[];
  readonly onUndo: (row: HandledRow) => void;
}

/** Whom the day has done with, struck through, with how it went. */
export const HandledRows = ({ rows, onUndo }: HandledRowsProps) => {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <Box component="section" py="sm">
      <Text size="sm" c="dimmed" px="md" pb={4}>
        {t('callbacks.handled', { count: rows.length })}
      </Text>
      <Stack gap={0}>
        {rows.map((row) => (
          <Box key={row.callbackId} className={classes['handled']}>
            <ThemeIcon variant="light" color={row.nextAttemptAt === null ? 'green' : 'gray'} radius="xl" size={22} mx={4}>
              {row.nextAttemptAt === null ? <IconCheck size={13} aria-hidden /> : <IconClock size={13} aria-hidden />}
            </ThemeIcon>
            <Group gap="xs" wrap="nowrap" miw={0}>
              <Text size="sm" td="line-through" c="dimmed" flex="none">
                {row.name}
              </Text>
              <Text size="sm" c="dimmed" truncate>
                {t(`callbacks.outcome.${row.outcome}`)}
                {row.nextAttemptAt !== null && (
                  <>
                    {' · '}
                    <Trans i18nKey="callbacks.again" t={t} components={{ when: <MomentText at={row.nextAttemptAt} /> }} />
                  </>
                )}
                {row.note !== null && ` · ${row.note}`}
              </Text>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <Text size="xs" c="dimmed">
                <MomentText at={row.at} />
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('callbacks.undoRow', { name: row.name })}
                onClick={() => {
                  onUndo(row);
                }}
              >
                <IconArrowBackUp size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Group>
          </Box>
        ))}
      </Stack>
    </Box>
  );
};
