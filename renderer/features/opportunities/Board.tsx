import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn, Opportunity } from '../../../shared/contract/opportunities.ts';
import { useMoney } from '../../components/useMoney.ts';
import classes from './Board.module.css';
import { neighbourOf, placeOf, stageStep } from './boardMoves.ts';
import { OpportunityCard } from './OpportunityCard.tsx';

interface BoardProps {
  readonly columns: readonly BoardColumn[];
  /** Which one is read beside the board. */
  readonly openId: string | null;
  /** Nothing stands beside the board: it has the focus when it opens, and again when what stood there closes. */
  readonly isFocused: boolean;
  readonly onOpen: (opportunity: Opportunity) => void;
  readonly onMove: (opportunity: Opportunity, stage: BoardColumn['stage']) => void;
  /** Further keys on a card. */
  readonly onKey: (event: KeyboardEvent, opportunity: Opportunity) => void;
}

/** Opportunities by stage: arrows walk the cards, [ and ] move one to the stage before or after, Enter opens it. */
export const Board = ({ columns, openId, isFocused, onOpen, onMove, onKey }: BoardProps) => {
  const { t } = useTranslation();
  const board = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(openId);
  const first = columns.flatMap(({ cards }) => cards)[0]?.id ?? null;
  const currentId = placeOf(columns, wanted) === null ? first : wanted;
  const hadFocus = useRef(false);
  const wasFocused = useRef(false);
  const focusOn = (id: string): void => {
    board.current?.querySelector<HTMLElement>(`[data-opportunity="${id}"]`)?.focus();
  };
  useEffect(() => {
    // A card that went to another column is another element there: the focus goes with it.
    const isLost = hadFocus.current && document.activeElement === document.body;
    const isBack = isFocused && !wasFocused.current;
    if (currentId !== null && (isLost || isBack)) focusOn(currentId);
    wasFocused.current = isFocused;
  }, [columns, currentId, isFocused]);
  const onCardKey = (event: KeyboardEvent, opportunity: Opportunity): void => {
    if (event.ctrlKey || event.metaKey) return;
    const place = placeOf(columns, opportunity.id);
    if (place === null) return;
    const by = stageStep(event.nativeEvent);
    const next = by === 0 && !event.altKey ? neighbourOf(columns, place, event.key) : null;
    if (by !== 0) {
      event.preventDefault();
      const stages = columns.map(({ stage }) => stage);
      const to = (by === 1 ? stages.slice(place.column + 1) : stages.slice(0, place.column).toReversed()).find(
        ({ isArchived }) => !isArchived,
      );
      if (to !== undefined) onMove(opportunity, to);
    } else if (next !== null) {
      event.preventDefault();
      setWanted(next);
      focusOn(next);
    } else if (!event.altKey) onKey(event, opportunity);
  };
  return (
    <div ref={board} className={classes['board']} role="group" aria-label={t('opportunities.board.label')}>
      {columns.map((column) => (
        <section key={column.stage.id} className={classes['column']} aria-label={column.stage.name}>
          <ColumnHead column={column} />
          <ul
            className={classes['cards']}
            aria-label={t('opportunities.board.column', { stage: column.stage.name, count: column.count })}
          >
            {column.cards.map((opportunity) => (
              <li key={opportunity.id}>
                <OpportunityCard
                  opportunity={opportunity}
                  isCurrent={opportunity.id === currentId}
                  isOpen={opportunity.id === openId}
                  onFocus={() => {
                    hadFocus.current = true;
                    setWanted(opportunity.id);
                  }}
                  onBlur={(event) => {
                    // Gone to another element; a card that is taken away loses the focus to none.
                    if (event.relatedTarget !== null) hadFocus.current = false;
                  }}
                  onOpen={() => {
                    onOpen(opportunity);
                  }}
                  onKeyDown={(event) => {
                    onCardKey(event, opportunity);
                  }}
                />
              </li>
            ))}
            {column.count > column.cards.length && (
              <li>
                <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/opportunities" search={{ view: 'open' }} />}>
                  {t('opportunities.board.more', { count: column.count - column.cards.length })}
                </Anchor>
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
};

const ColumnHead = ({ column }: { readonly column: BoardColumn }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { stage, count, totalCents } = column;
  return (
    <header className={classes['head']}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Group gap={6} wrap="nowrap" miw={0}>
          <Title order={2} fz="sm" textWrap="nowrap">
            {stage.name}
          </Title>
          <Badge size="sm" color="gray" variant="light" circle={count < 10}>
            {count}
          </Badge>
        </Group>
        <Text size="sm" fw={700} className={classes['figures'] ?? ''}>
          {totalCents === 0 ? '' : money(totalCents)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {stage.isArchived ? t('opportunities.board.archived') : t('opportunities.board.chance', { percent: stage.probability })}
      </Text>
    </header>
  );
};
