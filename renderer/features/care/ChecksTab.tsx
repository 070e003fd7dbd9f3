import { Badge, Button, Group, Kbd, Progress, Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { checkedFields, checkOutcomes, type CheckOutcome } from '../../../shared/domain/care/quarter.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './Care.module.css';
import { FactsToMend } from './FactsToMend.tsx';
import { useWalk } from './useWalk.ts';
import { WalkRow } from './WalkRow.tsx';

type Row = OutputOf<'care.quarter'>['rows'][number];
/** Once settled it is another row further down: the next one takes its place. */
const keyOf = ({ customerId, outcome }: Row): string => `${customerId} ${outcome ?? ''}`;
const colors: Record<CheckOutcome, string> = { correct: 'jade', changed: 'gold', invalid: 'red' };

/** The quarter's check list (R183): who is next, their facts, and one key for what came of it. It resumes where it was left. */
export const ChecksTab = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const quarter = useOperation('care.quarter', {});
  const plan = useCommand('care.planQuarter');
  const record = useCommand('care.recordCheck');
  // Who is still to be asked comes first; what is done stays below for the quarter.
  const all = quarter.data?.rows ?? [];
  const rows = [...all.filter(({ outcome }) => outcome === null), ...all.filter(({ outcome }) => outcome !== null)];
  const settle = ({ customerId, name, outcome: settled }: Row, outcome: CheckOutcome): void => {
    if (settled !== null || record.isPending) return;
    record.mutate(
      { customerId, outcome },
      {
        onSuccess: () => {
          done({
            label: t('care.checks.done', { name, outcome: t(`care.outcome.${outcome}`) }),
            undo: () => client.care.undoCheck({ customerId }),
          });
        },
      },
    );
  };
  const { row, choose } = useWalk(rows, keyOf, (key, chosen) => {
    const outcome = checkOutcomes[Number(key) - 1];
    if (outcome !== undefined) settle(chosen, outcome);
  });
  if (quarter.error !== null) return <ErrorNotice error={quarter.error} onRetry={() => void quarter.refetch()} />;
  if (quarter.data === undefined) return null;
  const { name, size, done: finished, endsOn, counts } = quarter.data;
  const draw = (
    <Button
      loading={plan.isPending}
      variant={rows.length === 0 ? 'filled' : 'default'}
      onClick={() => {
        plan.mutate({});
      }}
    >
      {rows.length === 0 ? t('care.checks.start') : t('care.checks.fill')}
    </Button>
  );
  if (rows.length === 0)
    return (
      <EmptyState
        icon={IconListCheck}
        title={t('care.checks.empty', { quarter: name })}
        text={t('care.checks.emptyText', { count: size })}
      >
        {draw}
      </EmptyState>
    );
  return (
    <WithSidePanel
      panelLabel={t('care.checks.panel')}
      panel={row === null ? null : <FactsToMend customerId={row.customerId} fields={checkedFields} />}
      foot={
        row === null || row.outcome !== null ? undefined : (
          <Stack gap="xs">
            {checkOutcomes.map((outcome, index) => (
              <Button
                key={outcome}
                variant={outcome === 'correct' ? 'filled' : 'default'}
                rightSection={<Kbd size="xs">{index + 1}</Kbd>}
                onClick={() => {
                  settle(row, outcome);
                }}
              >
                {t(`care.checks.key.${outcome}`)}
              </Button>
            ))}
          </Stack>
        )
      }
    >
      <Stack gap={6} px="md" py="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text>
            {t('care.checks.progress', { quarter: name, done: finished, count: rows.length, endsOn })}
            <Text span size="sm" c="dimmed">
              {' '}
              {t('care.checks.counts', counts)}
            </Text>
          </Text>
          {rows.length < size && draw}
        </Group>
        <Progress value={(finished / rows.length) * 100} aria-label={t('care.checks.bar')} />
      </Stack>
      <div className={classes['list']}>
        {rows.map((one) => (
          <WalkRow
            key={one.customerId}
            isChosen={one === row}
            onChoose={() => {
              choose(one);
            }}
          >
            <Text size="sm" fw={one.outcome === null ? 700 : 400} c={one.outcome === null ? 'inherit' : 'dimmed'} truncate>
              {one.name}{' '}
              <Text span size="xs" c="dimmed" fw={400}>
                No.{one.number}
                {one.score !== null && ` · ${t('care.score.of', { score: one.score })}`}
              </Text>
            </Text>
            {one.outcome !== null && (
              <Badge size="sm" color={colors[one.outcome]} variant="light">
                {t(`care.outcome.${one.outcome}`)}
              </Badge>
            )}
          </WalkRow>
        ))}
      </div>
    </WithSidePanel>
  );
};
