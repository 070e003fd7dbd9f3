import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { isRefused } from '../../../shared/domain/appointments/conflicts.ts';
import { addDays, isLocalDate, localDate } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { AppointmentForm } from './AppointmentForm.tsx';
import { AppointmentPanel, DayFigures } from './AppointmentPanel.tsx';
import { AppointmentsSections } from './AppointmentsSections.tsx';
import { draftOf, startOf, type BookingStart } from './bookingValues.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { DayGrid, type Cursor } from './DayGrid.tsx';
import { DiaryHeader } from './DiaryHeader.tsx';
import { FreedSlot } from './FreedSlot.tsx';
import type { Ghost } from './geometry.ts';
import { diaryViews } from './search.ts';
import { timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';
import { useDiary } from './useDiary.ts';
import { bookingAt, useDiaryKeys } from './useDiaryKeys.ts';
import { useStatus } from './useStatus.ts';

/** So long a booking is unless somebody says otherwise. */
const USUAL_LENGTH = 60;

/** The diary (R049, X34): the day by person or by place, or a person's week, all by keyboard or by mouse. */
export const AppointmentsPage = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ from: '/appointments' });
  const view = search.view ?? 'staff';
  const on = search.on ?? today;
  const diary = useDiary(view, on, search.staffId);
  const { columns, appointments, span } = diary;
  const grid = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<Cursor | null>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const [form, setForm] = useState<BookingStart | null>(null);
  const [freed, setFreed] = useState<Appointment | null>(null);
  const change = useCommand('appointments.change');
  const bookFor = useOperation(
    'customers.findById',
    { customerId: search.customerId ?? '' },
    { enabled: search.customerId !== undefined },
  ).data;

  const cursor = placed ?? { column: 0, minute: span.from };
  const selected = bookingAt(columns[cursor.column], appointments, cursor.minute);
  const canWrite = may('appointments.write');
  const focusGrid = (): void => {
    grid.current?.focus();
  };
  useEffect(() => {
    if (diary.isLoaded) grid.current?.focus();
  }, [diary.isLoaded]);

  const show = (next: { view?: string; on?: LocalDate; staffId?: string }): void => {
    const wanted = diaryViews.find((known) => known === next.view) ?? view;
    const day = next.on ?? on;
    const person = next.staffId ?? search.staffId;
    setGhost(null);
    void navigate({
      to: '/appointments',
      search: {
        ...(wanted === 'staff' ? {} : { view: wanted }),
        ...(day === today ? {} : { on: day }),
        ...(person === undefined ? {} : { staffId: person }),
        ...(search.customerId === undefined ? {} : { customerId: search.customerId }),
      },
      replace: true,
    });
  };

  const home = columns[ghost?.column ?? -1];
  const held = ghost === null ? null : (appointments.find(({ id }) => id === ghost.appointmentId) ?? null);
  const wanted =
    held === null || ghost === null
      ? null
      : {
          ...draftOf(held),
          on: home?.on ?? held.on,
          startMinute: ghost.startMinute,
          lengthMinutes: ghost.lengthMinutes,
          ...(home?.staffId !== undefined && !(home.key === 'nobody' && home.holds(held)) && { staffId: home.staffId }),
          ...(home?.resourceId !== undefined && !(home.key === 'nowhere' && home.holds(held)) && { resourceId: home.resourceId }),
        };
  const checked = useOperation(
    'appointments.check',
    {
      appointmentId: held?.id ?? null,
      customerId: wanted?.customerId ?? null,
      staffId: wanted?.staffId ?? null,
      resourceId: wanted?.resourceId ?? null,
      on: wanted?.on ?? on,
      startMinute: wanted?.startMinute ?? 0,
      lengthMinutes: wanted?.lengthMinutes ?? USUAL_LENGTH,
    },
    { enabled: wanted !== null, keepPrevious: true },
  );
  const conflicts = wanted === null ? [] : (checked.data?.conflicts ?? []);
  const isBlocked = conflicts.some(({ kind }) => isRefused(kind));

  const drop = async (isSure: boolean): Promise<void> => {
    if (held === null || wanted === null || ghost === null) return;
    const isSame =
      wanted.on === held.on &&
      wanted.startMinute === held.startMinute &&
      wanted.lengthMinutes === held.lengthMinutes &&
      wanted.staffId === held.staffId &&
      wanted.resourceId === held.resourceId;
    if (isSame) {
      setGhost(null);
      return;
    }
    if (!canWrite || checked.isFetching || isBlocked || (conflicts.length > 0 && !isSure)) return;
    try {
      const acknowledged = [...new Set(conflicts.map(({ kind }) => kind))];
      const { changeId } = await change.mutateAsync({ ...wanted, appointmentId: held.id, acknowledged });
      done({
        label: t('appointments.saved.moved', { name: held.name, time: timeOfDay(ghost.startMinute) }),
        undo: async () => {
          await call('appointments.undo', { changeId });
        },
      });
      setPlaced({ column: ghost.column, minute: ghost.startMinute });
      setGhost(null);
    } catch {
      // The command has told why; the booking stays in hand.
    }
  };
  // A hand is quicker than the check: what is put down waits for its answer.
  const dropped = useRef<'not' | 'plainly' | 'surely'>('not');
  const putDown = (isSure: boolean): void => {
    if (checked.isFetching) dropped.current = isSure ? 'surely' : 'plainly';
    else void drop(isSure);
  };
  useEffect(() => {
    if (dropped.current === 'not' || checked.isFetching) return;
    const isSure = dropped.current === 'surely';
    dropped.current = 'not';
    void drop(isSure);
  });

  const status = useStatus((appointment, waiting) => {
    if (waiting > 0) setFreed(appointment);
  });
  const visit = (appointment: Appointment): void => {
    if (may('visits.write')) void navigate({ to: '/visit', search: { booking: appointment.id } });
  };
  const begin = (at: Cursor, more: Partial<BookingStart> = {}): void => {
    const column = columns[at.column];
    if (!canWrite) return;
    setForm({
      appointment: null,
      customer: bookFor === undefined ? null : { id: bookFor.id, name: bookFor.fields.name },
      on: column?.on ?? on,
      startMinute: at.minute,
      lengthMinutes: USUAL_LENGTH,
      staffId: column?.staffId ?? null,
      resourceId: column?.resourceId ?? null,
      ...more,
    });
  };
  const open = (at: Cursor): void => {
    setPlaced(at);
    const found = bookingAt(columns[at.column], appointments, at.minute);
    if (found === null) begin(at);
    else if (canWrite) setForm(startOf(found));
  };
  const close = (): void => {
    setForm(null);
    focusGrid();
  };
  const onKeyDown = useDiaryKeys({
    columns,
    appointments,
    span,
    cursor,
    selected,
    ghost,
    onCursor: setPlaced,
    onOpen: open,
    onGhost: (next) => {
      dropped.current = 'not';
      if (canWrite) setGhost(next);
    },
    onDrop: putDown,
    onStatus: (appointment, next) => void status.put(appointment, next),
    onCancel: (appointment) => void status.cancel(appointment),
    onVisit: visit,
    onDay: (days) => {
      show({ on: addDays(on, view === 'week' ? days * 7 : days) });
    },
  });

  const panel =
    form !== null ? (
      <AppointmentForm
        key={`${form.appointment?.id ?? ''} ${form.on} ${form.startMinute} ${form.staffId ?? ''}`}
        start={form}
        people={diary.people}
        resources={diary.resources}
        onSaved={(_id, day) => {
          if (isLocalDate(day) && view !== 'week' && day !== on) show({ on: localDate(day) });
          setFreed(null);
          close();
        }}
        onClose={close}
      />
    ) : (
      <Stack gap="md">
        {freed !== null && (
          <FreedSlot
            slot={freed}
            onBook={(entry) => {
              begin(
                {
                  column: Math.max(
                    0,
                    columns.findIndex((column) => column.holds(freed)),
                  ),
                  minute: freed.startMinute,
                },
                {
                  customer: entry.customerId === null ? null : { id: entry.customerId, name: entry.name },
                  ...(entry.customerId === null && { name: entry.name, contact: entry.contact ?? '' }),
                  service: entry.service,
                  lengthMinutes: entry.lengthMinutes,
                  staffId: freed.staffId,
                  resourceId: freed.resourceId,
                  waitlistEntryId: entry.id,
                },
              );
            }}
            onClose={() => {
              setFreed(null);
              focusGrid();
            }}
          />
        )}
        {held !== null && (
          <Stack gap="xs">
            <Text size="sm">{t('appointments.keys.inHand')}</Text>
            <ConflictNotice conflicts={conflicts} />
            {conflicts.length > 0 && !isBlocked && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  void drop(true);
                }}
              >
                {t('appointments.grid.anyway')}
              </Button>
            )}
          </Stack>
        )}
        {selected === null ? (
          <DayFigures appointments={appointments} />
        ) : (
          <AppointmentPanel
            appointment={selected}
            isBusy={status.isBusy}
            onStatus={(next) => void status.put(selected, next)}
            onCancel={(scope, reason) => void status.cancel(selected, scope, reason)}
            onVisit={() => {
              visit(selected);
            }}
            onEdit={() => {
              setForm(startOf(selected));
            }}
          />
        )}
      </Stack>
    );

  return (
    <WithSidePanel panel={panel} panelLabel={t('appointments.panel.label')} width={340}>
      <AppointmentsSections />
      <DiaryHeader
        view={view}
        on={on}
        people={diary.people}
        person={diary.person}
        onShow={show}
        onBook={
          canWrite
            ? () => {
                begin(
                  selected === null ? cursor : { column: cursor.column, minute: selected.startMinute + selected.lengthMinutes },
                );
              }
            : null
        }
      />
      {diary.error !== null && <ErrorNotice error={diary.error} onRetry={diary.retry} />}
      {diary.total > 200 && (
        <Alert color="amber" mx="md" mb="xs" p="xs">
          {t('appointments.grid.tooMany', { count: diary.total })}
        </Alert>
      )}
      {columns.length === 0 && diary.isLoaded ? (
        <Group px="md">
          <Text size="sm" c="dimmed">
            {t('appointments.grid.noStaff')}
          </Text>
        </Group>
      ) : (
        <DayGrid
          columns={columns}
          appointments={appointments}
          span={span}
          cursor={cursor}
          selectedId={selected?.id ?? null}
          ghost={ghost}
          ghostState={isBlocked ? 'refused' : conflicts.length > 0 ? 'warned' : 'free'}
          gridRef={grid}
          onKeyDown={onKeyDown}
          onCursor={(next) => {
            setPlaced(next);
            focusGrid();
          }}
          onOpen={open}
          onGhost={(next) => {
            if (canWrite) setGhost(next);
          }}
          onDrop={() => {
            putDown(false);
          }}
        />
      )}
    </WithSidePanel>
  );
};
