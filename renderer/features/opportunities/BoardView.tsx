import { Group, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import type { OpportunityId, StaffId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { Board } from './Board.tsx';
import { useOpportunities } from './useOpportunities.ts';

export interface ViewProps {
  readonly staffId: StaffId | null;
  /** The way to a new one, where it may be written. */
  readonly add: ReactNode;
  readonly isFocused: boolean;
  readonly onOpen: (opportunity: Opportunity) => void;
  readonly onKey: (event: KeyboardEvent, opportunity: Opportunity) => void;
}

/** The board with what it comes to: all of it, and what may be expected by the chances of the stages. */
export const BoardView = ({
  staffId,
  add,
  openId,
  isFocused,
  onOpen,
  onKey,
}: ViewProps & { readonly openId: OpportunityId | null }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const mayWrite = useMay()('customers.write');
  const board = useOperation('opportunities.board', { staffId }, { keepPrevious: true });
  const { move, isMoving } = useOpportunities();
  if (board.error !== null) return <ErrorNotice error={board.error} onRetry={() => void board.refetch()} />;
  if (board.data === undefined) return null;
  const { columns, count, totalCents, weightedCents } = board.data;
  if (count === 0)
    return (
      <EmptyState icon={IconTargetArrow} title={t('opportunities.empty.board.title')} text={t('opportunities.empty.board.text')}>
        {add}
      </EmptyState>
    );
  return (
    <>
      <Group px="md" pb="xs" gap="md" align="baseline">
        <Text size="sm" fw={700} component="output" aria-label={t('opportunities.board.label')}>
          {t('opportunities.board.sum', { count, total: money(totalCents), weighted: money(weightedCents) })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('opportunities.board.how')}
        </Text>
      </Group>
      <Board
        columns={columns}
        openId={openId}
        isFocused={isFocused}
        onOpen={onOpen}
        onMove={(opportunity, stage) => {
          // One press at a time: the next one starts from where the card then stands.
          if (mayWrite && !isMoving) void move(opportunity, stage).catch(() => undefined);
        }}
        onKey={onKey}
      />
      <Text size="xs" c="dimmed" px="md" py="xs">
        {t('opportunities.board.keys')}
      </Text>
    </>
  );
};
