import { Button, Chip, Group, Kbd, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './Care.module.css';
import { Pager, presentOffset } from './Pager.tsx';
import { FactsToMend } from './FactsToMend.tsx';
import { useAnomalyWords } from './useAnomalyWords.ts';
import { useWalk } from './useWalk.ts';
import { WalkRow } from './WalkRow.tsx';

type Answer = OutputOf<'care.anomalies'>;
type Row = Answer['rows'][number];
const keyOf = ({ customerId, kind, value }: Row): string => `${customerId} ${kind} ${value}`;
const SHOWN = 50;

/** What looks wrong, one after the other: mended in place, or called right (R185). */
export const AnomaliesTab = () => {
  const { t } = useTranslation();
  const words = useAnomalyWords();
  const { done } = useUndo();
  const [kind, setKind] = useState<Row['kind'] | null>(null);
  const [offset, setOffset] = useState(0);
  const answer = useOperation('care.anomalies', { kind, offset, limit: SHOWN }, { keepPrevious: true });
  const present = presentOffset(offset, SHOWN, answer.data?.total ?? offset + 1);
  if (present !== offset) setOffset(present);
  const accept = useCommand('care.acceptAnomaly');
  const callRight = ({ customerId, kind: of, value, name }: Row): void => {
    const anomaly = { customerId, kind: of, value };
    accept.mutate(anomaly, {
      onSuccess: () => {
        done({ label: t('care.accepted', { name }), undo: () => client.care.reopenAnomaly(anomaly) });
      },
    });
  };
  const rows = answer.data?.rows ?? [];
  const { row, choose } = useWalk(rows, keyOf, (key, chosen) => {
    if (key === '1') callRight(chosen);
  });
  if (answer.error !== null) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  const { kinds, total } = answer.data;
  if (kinds.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('care.anomalies.empty')} text={t('care.anomalies.emptyText')} />;
  return (
    <WithSidePanel
      panelLabel={t('care.anomalies.panel')}
      panel={
        row === null ? null : (
          <Stack gap="md">
            <Text fw={700}>{words(row)}</Text>
            <Text size="sm" c="dimmed">
              {t(`care.why.${row.kind}`)}
            </Text>
            <FactsToMend customerId={row.customerId} fields={[row.field]} />
            <Button
              variant="default"
              loading={accept.isPending}
              rightSection={<Kbd size="xs">1</Kbd>}
              onClick={() => {
                callRight(row);
              }}
            >
              {t('care.anomalies.right')}
            </Button>
          </Stack>
        )
      }
    >
      <Chip.Group
        value={kind ?? 'all'}
        onChange={(value) => {
          setKind(kinds.find((one) => one.kind === value)?.kind ?? null);
          setOffset(0);
        }}
      >
        <Group gap="xs" px="md" py="sm" role="group" aria-label={t('care.anomalies.kinds')}>
          <Chip value="all" size="xs">
            {t('care.anomalies.all')}
          </Chip>
          {kinds.map((one) => (
            <Chip key={one.kind} value={one.kind} size="xs">
              {t(`care.kind.${one.kind}`)} {one.count}
            </Chip>
          ))}
          <Group ml="auto">
            <Pager offset={offset} pageSize={SHOWN} total={total} onChange={setOffset} />
          </Group>
        </Group>
      </Chip.Group>
      <div className={classes['list']}>
        {rows.map((one) => (
          <WalkRow
            key={keyOf(one)}
            isChosen={one === row}
            onChoose={() => {
              choose(one);
            }}
          >
            <div>
              <Text size="sm" fw={700} truncate>
                {one.name}{' '}
                <Text span size="xs" c="dimmed" fw={400}>
                  No.{one.number}
                </Text>
              </Text>
              <Text size="sm" truncate>
                {words(one)}
              </Text>
            </div>
            <Text size="xs" c="dimmed">
              {t(`customers.fields.${one.field}`)}
            </Text>
          </WalkRow>
        ))}
      </div>
    </WithSidePanel>
  );
};
