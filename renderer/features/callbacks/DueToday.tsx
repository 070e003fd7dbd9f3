import { Anchor, Box, Button, Group, Kbd, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChecklist, IconTargetArrow } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import type { Task } from '../../../shared/contract/tasks.ts';
import { daysBetween, type LocalDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { useOpportunities } from '../opportunities/useOpportunities.ts';
import { useTasks } from '../tasks/useTasks.ts';
import classes from './DueToday.module.css';

/** So many stand above the calls at once; the others open at one press. */
const SHOWN = 4;
/** More than anybody does in a day. */
const MOST = 100;

interface Due {
  readonly key: string;
  readonly dueOn: LocalDate;
  readonly title: string;
  readonly line: ReactNode;
  readonly icon: ReactNode;
  readonly settle: () => void;
}

const useDue = (): Due[] => {
  const { t } = useTranslation();
  const { today } = useShop();
  const tasks = useOperation('tasks.list', { limit: MOST }).data?.rows ?? [];
  const opportunities = useOperation('opportunities.list', { view: 'due', limit: MOST }).data?.rows ?? [];
  const { settle } = useTasks();
  const { setNextStep } = useOpportunities();
  const since = (on: LocalDate): string =>
    on < today ? t('callbacks.due.overdue', { count: daysBetween(on, today) }) : t('callbacks.due.today');
  const ofTask = (task: Task): Due => ({
    key: task.id,
    dueOn: task.dueOn,
    title: task.title,
    icon: <IconChecklist size={18} stroke={1.7} aria-hidden />,
    line: (
      <>
        <Anchor inherit fw={700} c="inherit" renderRoot={(props) => <Link {...props} to="/tasks" />}>
          {task.title}
        </Anchor>
        {task.customer !== null && (
          <>
            {' · '}
            <Whose customer={task.customer} />
          </>
        )}
        {` · ${[t('callbacks.due.task'), since(task.dueOn), task.staff?.name ?? ''].filter((part) => part !== '').join(' · ')}`}
      </>
    ),
    settle: () => {
      settle(task, 'done');
    },
  });
  const ofOpportunity = (opportunity: Opportunity): Due[] => {
    const { id, title, stage, nextStep, nextStepOn, customer, staff } = opportunity;
    if (nextStep === null || nextStepOn === null) return [];
    return [
      {
        key: id,
        dueOn: nextStepOn,
        title: nextStep,
        icon: <IconTargetArrow size={18} stroke={1.7} aria-hidden />,
        line: (
          <>
            <Anchor
              inherit
              fw={700}
              c="inherit"
              renderRoot={(props) => <Link {...props} to="/opportunities" search={{ opportunityId: id }} />}
            >
              {nextStep}
            </Anchor>
            {' · '}
            <Whose customer={customer} />
            {` · ${[t('callbacks.due.opportunity', { title, stage: stage.name }), since(nextStepOn), staff?.name ?? '']
              .filter((part) => part !== '')
              .join(' · ')}`}
          </>
        ),
        settle: () => {
          void setNextStep(opportunity, { nextStep: '', nextStepOn: null }).catch(() => undefined);
        },
      },
    ];
  };
  return [...tasks.filter(({ dueOn }) => dueOn <= today).map(ofTask), ...opportunities.flatMap(ofOpportunity)].toSorted(
    (one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0),
  );
};

const Whose = ({ customer }: { readonly customer: Opportunity['customer'] }) => (
  <Anchor
    inherit
    underline="always"
    renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId: customer.id }} search={{}} {...props} />}
  >
    {customer.name}
  </Anchor>
);

/** Tasks and next steps of opportunities that are due, above the calls: T goes there, Enter settles the one in hand. */
export const DueToday = () => {
  const { t } = useTranslation();
  const { today } = useShop();
  const mayWrite = useMay()('customers.write');
  const due = useDue();
  const [isWhole, setIsWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  /** Which one was settled by its button: the next one in its place takes the focus. */
  const settledAt = useRef<number | null>(null);
  const focusOn = (index: number): void => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-settle]') ?? [];
    buttons[Math.min(index, buttons.length - 1)]?.focus();
  };
  useEffect(() => {
    if (settledAt.current === null || document.activeElement !== document.body) return;
    focusOn(settledAt.current);
    settledAt.current = null;
  }, [due.length]);
  useHotkeys([
    [
      'T',
      () => {
        focusOn(0);
      },
    ],
  ]);
  if (due.length === 0) return null;
  const shown = isWhole ? due : due.slice(0, SHOWN);
  return (
    <Box component="section" aria-label={t('callbacks.due.title', { count: due.length })} px="md" pb="xs">
      <Group gap="xs" mb={2}>
        <Title order={2} fz="sm">
          {t('callbacks.due.title', { count: due.length })}
        </Title>
        {mayWrite && <Kbd size="xs">T</Kbd>}
      </Group>
      <ul className={classes['list']} ref={list}>
        {shown.map(({ key, dueOn, title, line, icon, settle }, index) => (
          <li key={key} className={classes['row']}>
            <Text span lh={1} c={dueOn < today ? 'var(--regulars-danger-text)' : 'var(--mantine-color-amber-text)'}>
              {icon}
            </Text>
            <Text size="sm" truncate flex={1} miw={0}>
              {line}
            </Text>
            {mayWrite && (
              <Button
                size="compact-sm"
                variant="default"
                data-settle
                aria-label={t('tasks.doneOne', { title })}
                onClick={() => {
                  settledAt.current = index;
                  settle();
                }}
              >
                {t('tasks.done')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {due.length > shown.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {t('callbacks.due.more', { count: due.length - shown.length })}
        </Button>
      )}
    </Box>
  );
};
