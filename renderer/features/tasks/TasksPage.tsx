import { Button, ScrollArea, Select, Stack, Title } from '@mantine/core';
import { IconChecklist, IconListCheck, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/contract/tasks.ts';
import { staffId as toStaffId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import classes from '../serviceRecords/Records.module.css';
import { ApplyTemplate } from './ApplyTemplate.tsx';
import { TaskForm } from './TaskForm.tsx';
import { TaskRow } from './TaskRow.tsx';
import { TasksSections } from './TasksSections.tsx';
import { useTasks } from './useTasks.ts';

const groups = ['overdue', 'today', 'coming'] as const;
const groupOf = ({ dueOn }: Task, today: LocalDate): (typeof groups)[number] =>
  dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'coming';

/** What is to be done (R055): overdue, today, coming. */
export const TasksPage = (): ReactNode => {
  const { t } = useTranslation();
  const may = useMay();
  const { today } = useShop();
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const [whose, setWhose] = useState<string | null>(null);
  const staffId = whose === null ? null : toStaffId(whose);
  const pages = usePages('tasks.list', (page) => call('tasks.list', { staffId, ...page }), whose);
  const { save, settle, remove } = useTasks();
  /** What is in hand: the task to change, 'new', or nothing. */
  const [edited, setEdited] = useState<Task | 'new' | 'template' | null>(null);
  const navigate = useNavigate();
  const { customerId } = useSearch({ from: '/tasks' });
  const known = useOperation('customers.findById', { customerId: customerId ?? '' }, { enabled: customerId !== undefined }).data;
  const comesFor = customerId === undefined || known === undefined ? null : { id: known.id, name: known.fields.name };
  const isTemplate = edited === 'template' || comesFor !== null;
  const closeTemplate = (): void => {
    setEdited(null);
    if (customerId !== undefined) void navigate({ to: '/tasks', search: {}, replace: true });
  };
  if (pages.error !== null) return <ErrorNotice error={pages.error} onRetry={pages.readAgain} />;
  const mayWrite = may('customers.write');
  const before = edited === 'new' || edited === 'template' ? null : edited;
  const add = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
      onClick={() => {
        setEdited('new');
      }}
    >
      {t('tasks.add')}
    </Button>
  );
  return (
    <WithSidePanel
      panel={
        isTemplate ? (
          <ApplyTemplate key={comesFor?.id ?? 'template'} customer={comesFor} onClose={closeTemplate} />
        ) : edited === null ? null : (
          <TaskForm
            key={before?.id ?? 'new'}
            task={before}
            onSave={(input) => save(input, before)}
            onClose={() => {
              setEdited(null);
            }}
          />
        )
      }
      panelLabel={t('tasks.panel')}
      width={400}
    >
      <TasksSections />
      <PageHeader title={t('tasks.title')} text={t('tasks.text')}>
        {staff.length > 1 && (
          <Select
            aria-label={t('tasks.whose')}
            placeholder={t('tasks.everybody')}
            clearable
            w={150}
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={whose}
            onChange={setWhose}
          />
        )}
        {mayWrite && (
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} stroke={1.7} aria-hidden />}
            onClick={() => {
              setEdited('template');
            }}
          >
            {t('tasks.templates.apply')}
          </Button>
        )}
        {add}
      </PageHeader>
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {pages.total === 0 && (
          <EmptyState icon={IconChecklist} title={t('tasks.empty.title')} text={t('tasks.empty.text')}>
            {add}
          </EmptyState>
        )}
        <Stack gap="lg" pb="lg">
          {groups.map((group) => {
            const rows = pages.rows.filter((task) => groupOf(task, today) === group);
            return rows.length === 0 ? null : (
              <section key={group} aria-label={t(`tasks.groups.${group}`)}>
                <Title order={2} fz="sm" {...(group === 'overdue' && { c: 'var(--regulars-danger-text)' })}>
                  {t(`tasks.groups.${group}`)}
                </Title>
                <ul className={classes['list']} aria-label={t(`tasks.groups.${group}`)}>
                  {rows.map((task) => (
                    <li key={task.id}>
                      <TaskRow
                        task={task}
                        mayWrite={mayWrite}
                        onSettle={(as) => {
                          settle(task, as);
                        }}
                        onEdit={() => {
                          setEdited(task);
                        }}
                        onRemove={() => {
                          remove(task);
                        }}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </Stack>
        <ReadOn left={pages.left} isReading={pages.isReading} onReadOn={pages.readOn} />
      </ScrollArea>
    </WithSidePanel>
  );
};
