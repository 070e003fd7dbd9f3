import { Badge, Button, Group, ScrollArea, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntry } from '../../../shared/contract/queue.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { AppointmentsSections } from './AppointmentsSections.tsx';
import classes from './Lists.module.css';
import { useListKeys } from './useListKeys.ts';
import { NOBODY, WhoFields, whoInput, type Who } from './WhoFields.tsx';

/** Who came without an appointment and waits, by arrival, and whose turn it is (排钟, X34). */
export const QueuePage = (): ReactNode => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const may = useMay();
  const navigate = useNavigate();
  const answer = useOperation('queue.today', {}, { keepPrevious: true });
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const setState = useCommand('queue.setState');
  const { entries = [], turns = [], isByTurns = false } = answer.data ?? {};
  const [wanted, setIndex] = useState(0);
  const index = Math.min(wanted, Math.max(0, entries.length - 1));
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({});
  const { list, onKeyDown } = useListKeys(entries.length, index, setIndex, false);
  const canWrite = may('appointments.write');

  /** Whoever was asked for; else whose turn it is, where turns decide. */
  const serverOf = (entry: QueueEntry): string | null =>
    chosen[entry.id] ?? entry.requestedStaffId ?? (isByTurns ? (turns[0]?.staffId ?? null) : null);
  const put = async (entry: QueueEntry, state: QueueEntry['state']): Promise<void> => {
    if (!canWrite || setState.isPending) return;
    try {
      const staffId = state === 'served' ? serverOf(entry) : null;
      await setState.mutateAsync({ queueEntryId: entry.id, state, staffId });
      done({
        label: t('appointments.queue.told', { name: entry.name, what: t(`appointments.queue.states.${state}`) }),
        undo: async () => {
          await call('queue.setState', { queueEntryId: entry.id, state: entry.state, staffId: entry.staffId });
        },
      });
    } catch {
      // The command has told why.
    }
  };
  const visit = (entry: QueueEntry): void => {
    if (entry.customerId !== null) void navigate({ to: '/visit', search: { customerId: entry.customerId } });
  };
  const onKey = (event: KeyboardEvent): void => {
    onKeyDown(event);
    const entry = entries[index];
    if (event.defaultPrevented || event.target !== list.current || entry === undefined || event.ctrlKey || event.altKey) return;
    if (event.key === 'Enter') void put(entry, entry.state === 'waiting' ? 'served' : 'waiting');
    else if (event.code === 'KeyX') void put(entry, 'left');
    else if (event.code === 'KeyV') visit(entry);
    else return;
    event.preventDefault();
  };

  return (
    <WithSidePanel
      panel={canWrite ? <JoinForm staff={staff} onJoined={() => list.current?.focus()} /> : null}
      panelLabel={t('appointments.queue.join')}
      width={380}
    >
      <AppointmentsSections />
      <PageHeader
        title={t('appointments.queue.title')}
        text={
          turns.length === 0
            ? t('appointments.queue.noTurns')
            : t(isByTurns ? 'appointments.queue.turns' : 'appointments.queue.atWork', {
                names: turns.map(({ name }) => name).join(t('common.listSeparator')),
              })
        }
      />
      {answer.error !== null && <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && entries.length === 0 && (
        <EmptyState icon={IconUsersGroup} title={t('appointments.queue.empty')} text={t('appointments.queue.emptyText')} />
      )}
      {entries.length > 0 && (
        <ScrollArea flex={1} mih={0} px="md">
          <Table verticalSpacing={6} aria-label={t('appointments.queue.title')} ref={list} tabIndex={0} onKeyDown={onKey}>
            <Table.Thead>
              <Table.Tr>
                {(['arrived', 'who', 'service', 'state', 'staff', 'next'] as const).map((column) => (
                  <Table.Th key={column}>{t(`appointments.queue.columns.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry, at) => (
                <Table.Tr
                  key={entry.id}
                  className={classes['row']}
                  {...(at === index && { 'data-active': true, 'aria-current': true })}
                  onClick={() => {
                    setIndex(at);
                  }}
                >
                  <Table.Td className={classes['time']}>
                    <MomentText at={entry.arrivedAt} />
                  </Table.Td>
                  <Table.Td fw={700}>{entry.name}</Table.Td>
                  <Table.Td>{entry.service}</Table.Td>
                  <Table.Td>
                    <Badge color={entry.state === 'waiting' ? 'gold' : 'gray'}>
                      {t(`appointments.queue.states.${entry.state}`)}
                    </Badge>
                  </Table.Td>
                  <Table.Td>
                    {entry.state === 'waiting' && canWrite ? (
                      <Select
                        size="xs"
                        w="8rem"
                        clearable
                        aria-label={t('appointments.queue.serverOf', { name: entry.name })}
                        placeholder={t('appointments.grid.nobody')}
                        data={staff.map(({ id, name }) => ({ value: id, label: name }))}
                        value={serverOf(entry)}
                        onChange={(staffId) => {
                          setChosen({ ...chosen, [entry.id]: staffId });
                        }}
                      />
                    ) : (
                      (entry.staffName ?? '—')
                    )}
                  </Table.Td>
                  <Table.Td>
                    {canWrite && (
                      <Group gap={6} wrap="nowrap">
                        {(entry.state === 'waiting' ? (['served', 'left'] as const) : (['waiting'] as const)).map((state) => (
                          <Button
                            key={state}
                            size="compact-sm"
                            variant={state === 'served' ? 'light' : 'default'}
                            disabled={setState.isPending}
                            onClick={() => {
                              void put(entry, state);
                            }}
                          >
                            {t(`appointments.queue.put.${state}`)}
                          </Button>
                        ))}
                        {entry.customerId !== null && may('visits.write') && (
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            onClick={() => {
                              visit(entry);
                            }}
                          >
                            {t('appointments.panel.visit')}
                          </Button>
                        )}
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="xs" c="dimmed" py="xs">
            {t('appointments.queue.keys')}
          </Text>
        </ScrollArea>
      )}
    </WithSidePanel>
  );
};

interface JoinFormProps {
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly onJoined: () => void;
}

/** Somebody has come in: a customer, or whoever it is. */
const JoinForm = ({ staff, onJoined }: JoinFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const showError = useErrorToast();
  const [who, setWho] = useState<Who>(NOBODY);
  const [service, setService] = useState('');
  const [requestedStaffId, setRequested] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const join = async (): Promise<void> => {
    if (who.customer === null && who.name.trim() === '') {
      setIsMissing(true);
      return;
    }
    try {
      const { queueEntryId } = await call('queue.join', { ...whoInput(who), service, requestedStaffId });
      done({
        label: t('appointments.queue.joined', { name: who.customer?.name ?? who.name }),
        undo: async () => {
          await call('queue.setState', { queueEntryId, state: 'left' });
        },
      });
      setWho(NOBODY);
      setService('');
      setRequested(null);
      setIsMissing(false);
      onJoined();
    } catch (error) {
      showError(error);
    }
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <Stack gap="xs">
        <Title order={2}>{t('appointments.queue.join')}</Title>
        <WhoFields
          who={who}
          isFocused
          error={isMissing ? t('errors.issue.appointment_for_nobody') : undefined}
          onChange={setWho}
        />
        <TextInput
          label={t('appointments.form.service')}
          maxLength={80}
          autoComplete="off"
          value={service}
          onChange={(event) => {
            setService(event.currentTarget.value);
          }}
        />
        <Select
          label={t('appointments.queue.requested')}
          clearable
          placeholder={t('appointments.queue.anybody')}
          data={staff.map(({ id, name }) => ({ value: id, label: name }))}
          value={requestedStaffId}
          onChange={setRequested}
        />
        <Group>
          <Button type="submit">{t('appointments.queue.add')}</Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
