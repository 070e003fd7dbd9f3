import { Badge, Button, Group, Paper, ScrollArea, Select, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { Resource } from '../../../shared/contract/appointments.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { SettingsSections } from '../settings/SettingsSections.tsx';
import { readShifts, shiftText } from './shiftText.ts';
import { weekdayNames } from './weekdays.ts';

const kinds = ['room', 'bed', 'chair', 'other'] as const;

/** Rooms, beds and chairs (床位), and who works when (排班, X34). */
export const RostersPage = (): ReactNode => {
  const { t } = useTranslation();
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const staffId = chosen ?? staff[0]?.id ?? null;
  return (
    <>
      <SettingsSections />
      <PageHeader title={t('appointments.rosters.title')} text={t('appointments.rosters.text')} />
      <ScrollArea flex={1} mih={0} px="md" pb="md">
        <Stack gap="md" maw="58rem">
          <Places />
          <Paper withBorder p="md" component="section" aria-label={t('appointments.rosters.hours')}>
            <Group justify="space-between" mb="sm">
              <Title order={2}>{t('appointments.rosters.hours')}</Title>
              <Select
                aria-label={t('appointments.rosters.person')}
                w="10rem"
                allowDeselect={false}
                data={staff.map(({ id, name }) => ({ value: id, label: name }))}
                value={staffId}
                onChange={setChosen}
              />
            </Group>
            {staffId === null ? (
              <Text size="sm" c="dimmed">
                {t('appointments.grid.noStaff')}
              </Text>
            ) : (
              <PersonHours key={staffId} staffId={staffId} />
            )}
          </Paper>
        </Stack>
      </ScrollArea>
    </>
  );
};

/** Each place with its kind; out of use it is offered no more and stays with its bookings. */
const Places = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const resources = useOperation('appointments.resources', { includeInactive: true }).data?.resources ?? [];
  const save = useCommand('appointments.saveResource');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Resource['kind']>('bed');
  const add = async (): Promise<void> => {
    if (name.trim() === '') return;
    try {
      const { resourceId } = await save.mutateAsync({ name, kind });
      done({
        label: t('appointments.places.added', { name }),
        undo: async () => {
          await call('appointments.saveResource', { resourceId, name, kind, isActive: false });
        },
      });
      setName('');
    } catch {
      // The command has told why.
    }
  };
  const toggle = async ({ id, name: of, kind: which, isActive }: Resource): Promise<void> => {
    const row = { resourceId: id, name: of, kind: which };
    try {
      await save.mutateAsync({ ...row, isActive: !isActive });
      done({
        label: t(isActive ? 'appointments.places.retired' : 'appointments.places.revived', { name: of }),
        undo: async () => {
          await call('appointments.saveResource', { ...row, isActive });
        },
      });
    } catch {
      // The command has told why.
    }
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('appointments.places.title')}>
      <Title order={2} mb="sm">
        {t('appointments.places.title')}
      </Title>
      {resources.length === 0 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('appointments.places.empty')}
        </Text>
      )}
      {resources.length > 0 && (
        <Table verticalSpacing={4} mb="sm" aria-label={t('appointments.places.title')}>
          <Table.Tbody>
            {resources.map((resource) => (
              <Table.Tr key={resource.id}>
                <Table.Td fw={700}>{resource.name}</Table.Td>
                <Table.Td>{t(`appointments.places.kind.${resource.kind}`)}</Table.Td>
                <Table.Td>{!resource.isActive && <Badge color="gray">{t('appointments.places.unused')}</Badge>}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`${resource.name} ${t(resource.isActive ? 'appointments.places.retire' : 'appointments.places.revive')}`}
                    onClick={() => {
                      void toggle(resource);
                    }}
                  >
                    {t(resource.isActive ? 'appointments.places.retire' : 'appointments.places.revive')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <SaveForm
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Group gap="xs" align="end">
          <TextInput
            label={t('appointments.places.name')}
            maxLength={30}
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <Select
            label={t('appointments.places.kindLabel')}
            w="8rem"
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: t(`appointments.places.kind.${value}`) }))}
            value={kind}
            onChange={(value) => {
              const found = kinds.find((known) => known === value);
              if (found !== undefined) setKind(found);
            }}
          />
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('appointments.places.add')}
          </Button>
        </Group>
      </SaveForm>
    </Paper>
  );
};

const PersonHours = ({ staffId }: { readonly staffId: string }) => {
  const roster = useOperation('rosters.ofStaff', { staffId }).data;
  return roster === undefined ? null : (
    <Stack gap="md">
      <WeekForm key={JSON.stringify(roster.weekly)} staffId={staffId} weekly={roster.weekly} />
      <DayForm staffId={staffId} days={roster.days} />
    </Stack>
  );
};

type Roster = OutputOf<'rosters.ofStaff'>;

/** The hours of each weekday, as text; an empty one is a day off, all empty is always there. */
const WeekForm = ({ staffId, weekly }: { readonly staffId: string; readonly weekly: Roster['weekly'] }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const save = useCommand('rosters.saveWeek');
  const [texts, setTexts] = useState<readonly string[]>(
    weekdayNames.map((_name, index) => shiftText(weekly.filter((shift) => shift.weekday === index + 1))),
  );
  const [isTried, setIsTried] = useState(false);
  const submit = async (): Promise<void> => {
    setIsTried(true);
    const read = texts.map(readShifts);
    if (read.includes(null)) return;
    const wanted = read.flatMap((shifts, index) => (shifts ?? []).map((shift) => ({ weekday: index + 1, ...shift })));
    try {
      const { before } = await save.mutateAsync({ staffId, weekly: wanted });
      done({
        label: t('appointments.rosters.saved'),
        undo: async () => {
          await call('rosters.saveWeek', { staffId, weekly: before });
        },
      });
    } catch {
      // The command has told why.
    }
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="xs">
        <SimpleGrid cols={4} spacing="xs" verticalSpacing="xs">
          {weekdayNames.map((weekday, index) => (
            <TextInput
              key={weekday}
              label={t(`appointments.weekdays.${weekday}`)}
              placeholder={t('appointments.rosters.off')}
              autoComplete="off"
              value={texts[index] ?? ''}
              error={isTried && readShifts(texts[index] ?? '') === null ? t('appointments.rosters.invalid') : undefined}
              onChange={(event) => {
                setTexts(texts.with(index, event.currentTarget.value));
              }}
            />
          ))}
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('appointments.rosters.hint')}
          </Text>
        </Group>
      </Stack>
    </SaveForm>
  );
};

/** Single days that differ: leave, another shift. */
const DayForm = ({ staffId, days }: { readonly staffId: string; readonly days: Roster['days'] }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const save = useCommand('rosters.saveDay');
  const [on, setOn] = useState<LocalDate | null>(null);
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const put = async (day: LocalDate, shifts: Roster['days'][number]['shifts'] | null, said: string): Promise<void> => {
    try {
      const { before } = await save.mutateAsync({ staffId, on: day, shifts, note: said });
      done({
        label: t('appointments.rosters.daySaved', { on: day }),
        undo: async () => {
          await call('rosters.saveDay', { staffId, on: day, shifts: before?.shifts ?? null, note: before?.note ?? '' });
        },
      });
    } catch {
      // The command has told why.
    }
  };
  const typed = readShifts(text);
  return (
    <Stack gap="xs" component="section" aria-label={t('appointments.rosters.days')}>
      <Title order={3}>{t('appointments.rosters.days')}</Title>
      {days.map((day) => (
        <Group key={day.on} gap="sm">
          <Text size="sm" fw={700}>
            {day.on}
          </Text>
          <Text size="sm">{day.shifts.length === 0 ? t('appointments.rosters.off') : shiftText(day.shifts)}</Text>
          <Text size="sm" c="dimmed">
            {day.note}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${day.on} ${t('appointments.rosters.dayRemove')}`}
            onClick={() => {
              void put(day.on, null, '');
            }}
          >
            {t('appointments.rosters.dayRemove')}
          </Button>
        </Group>
      ))}
      <SaveForm
        onSubmit={(event) => {
          event.preventDefault();
          if (on === null || typed === null) return;
          void put(on, typed, note).then(() => {
            setOn(null);
            setText('');
            setNote('');
          });
        }}
      >
        <Group gap="xs" align="end">
          <DayInput label={t('appointments.form.on')} value={on} onChange={setOn} />
          <TextInput
            label={t('appointments.rosters.dayHours')}
            placeholder={t('appointments.rosters.off')}
            autoComplete="off"
            value={text}
            error={typed === null ? t('appointments.rosters.invalid') : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <TextInput
            label={t('appointments.form.note')}
            maxLength={60}
            autoComplete="off"
            value={note}
            onChange={(event) => {
              setNote(event.currentTarget.value);
            }}
          />
          <Button type="submit" variant="default">
            {t('appointments.rosters.dayAdd')}
          </Button>
        </Group>
      </SaveForm>
    </Stack>
  );
};
