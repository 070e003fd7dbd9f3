import {
  Button,
  Group,
  NumberInput,
  ScrollArea,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconHourglass } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitlistEntry } from '../../../shared/contract/waitlist.ts';
import { MINUTES_PER_DAY } from '../../../shared/domain/appointments/slots.ts';
import { addDays, isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { AppointmentsSections } from './AppointmentsSections.tsx';
import classes from './Lists.module.css';
import { endOfSpan, readTimeOfDay, timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';
import { NOBODY, WhoFields, whoInput, type Who } from './WhoFields.tsx';

/** Who wants to come as soon as there is a slot, who has waited longest first (候补, X34). */
export const WaitlistPage = (): ReactNode => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const may = useMay();
  const canWrite = may('appointments.write');
  const answer = useOperation('waitlist.list', { limit: 200 }, { keepPrevious: true });
  const setState = useCommand('waitlist.setState');
  const rows = answer.data?.rows ?? [];
  const close = async (entry: WaitlistEntry): Promise<void> => {
    try {
      await setState.mutateAsync({ waitlistEntryId: entry.id, state: 'closed' });
      done({
        label: t('appointments.waitlist.closed', { name: entry.name }),
        undo: async () => {
          await call('waitlist.setState', { waitlistEntryId: entry.id, state: 'waiting' });
        },
      });
    } catch {
      // The command has told why.
    }
  };
  return (
    <WithSidePanel panel={canWrite ? <WishForm /> : null} panelLabel={t('appointments.waitlist.add')} width={380}>
      <AppointmentsSections />
      <PageHeader title={t('appointments.waitlist.title')} text={t('appointments.waitlist.text')} />
      {answer.error !== null && <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && rows.length === 0 && (
        <EmptyState icon={IconHourglass} title={t('appointments.waitlist.empty')} text={t('appointments.waitlist.emptyText')} />
      )}
      {rows.length > 0 && (
        <ScrollArea flex={1} mih={0} px="md">
          <Table verticalSpacing={6} aria-label={t('appointments.waitlist.title')}>
            <Table.Thead>
              <Table.Tr>
                {(['days', 'hours', 'who', 'service', 'staff', 'phone', 'close'] as const).map((column) => (
                  <Table.Th key={column}>{t(`appointments.waitlist.columns.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((entry) => (
                <Table.Tr key={entry.id}>
                  <Table.Td className={classes['time']}>
                    {entry.fromOn === entry.untilOn ? entry.fromOn : `${entry.fromOn} – ${entry.untilOn.slice(5)}`}
                  </Table.Td>
                  <Table.Td className={classes['time']}>
                    {entry.fromMinute === 0 && entry.untilMinute === MINUTES_PER_DAY
                      ? t('appointments.waitlist.anyTime')
                      : `${timeOfDay(entry.fromMinute)}–${endOfSpan(entry.untilMinute)}`}
                  </Table.Td>
                  <Table.Td fw={700}>{entry.name}</Table.Td>
                  <Table.Td>{[entry.service, entry.note ?? ''].filter((part) => part !== '').join(' · ')}</Table.Td>
                  <Table.Td>{entry.staffName ?? t('appointments.queue.anybody')}</Table.Td>
                  <Table.Td>
                    <PhoneText phone={entry.contact} size="sm" />
                  </Table.Td>
                  <Table.Td>
                    {canWrite && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={setState.isPending}
                        aria-label={t('appointments.waitlist.closeOf', { name: entry.name })}
                        onClick={() => {
                          void close(entry);
                        }}
                      >
                        {t('appointments.waitlist.close')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
    </WithSidePanel>
  );
};

/** The days ahead that a new wish begins with. */
const USUAL_DAYS = 7;

/** Somebody wants to come and there is no slot: when they could, for what, with whom. */
const WishForm = () => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const [who, setWho] = useState<Who>(NOBODY);
  const initialValues = {
    service: '',
    fromOn: String(today),
    untilOn: String(addDays(today, USUAL_DAYS)),
    from: '00:00',
    until: '',
    lengthMinutes: 60 as number | string,
    staffId: null as string | null,
    note: '',
    name: '',
  };
  const form = useForm({
    initialValues,
    validate: {
      name: () => (who.customer === null && who.name.trim() === '' ? t('errors.issue.appointment_for_nobody') : null),
      fromOn: (day) => (isLocalDate(day) ? null : t('errors.issue.required')),
      untilOn: (day) => (isLocalDate(day) ? null : t('errors.issue.required')),
      from: (time) => (readTimeOfDay(time) === null ? t('appointments.form.timeInvalid') : null),
      until: (time) => (time.trim() === '' || readTimeOfDay(time) !== null ? null : t('appointments.form.timeInvalid')),
    },
  });
  const save = form.onSubmit(async ({ service, fromOn, untilOn, from, until, lengthMinutes, staffId, note }) => {
    try {
      const { waitlistEntryId } = await call('waitlist.save', {
        ...whoInput(who),
        service,
        fromOn: localDate(fromOn),
        untilOn: localDate(untilOn),
        fromMinute: readTimeOfDay(from) ?? 0,
        untilMinute: readTimeOfDay(until) ?? MINUTES_PER_DAY,
        lengthMinutes: Number(lengthMinutes) || 60,
        staffId,
        note,
      });
      done({
        label: t('appointments.waitlist.saved', { name: who.customer?.name ?? who.name }),
        undo: async () => {
          await call('waitlist.setState', { waitlistEntryId, state: 'closed' });
        },
      });
      setWho(NOBODY);
      form.setValues(initialValues);
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const dayField = (field: 'fromOn' | 'untilOn') => (
    <DayInput
      label={t(`appointments.waitlist.${field}`)}
      value={isLocalDate(form.values[field]) ? localDate(form.values[field]) : null}
      error={form.errors[field]}
      onChange={(day) => {
        form.setFieldValue(field, day ?? '');
      }}
    />
  );
  return (
    <SaveForm onSubmit={save}>
      <Stack gap="xs">
        <Title order={2}>{t('appointments.waitlist.add')}</Title>
        <WhoFields
          who={who}
          isFocused
          error={form.errors['name'] === undefined ? undefined : t('errors.issue.appointment_for_nobody')}
          onChange={setWho}
        />
        <TextInput label={t('appointments.form.service')} maxLength={80} autoComplete="off" {...form.getInputProps('service')} />
        <SimpleGrid cols={2} spacing="xs">
          {dayField('fromOn')}
          {dayField('untilOn')}
          <TextInput label={t('appointments.waitlist.from')} autoComplete="off" {...form.getInputProps('from')} />
          <TextInput
            label={t('appointments.waitlist.until')}
            placeholder="24:00"
            autoComplete="off"
            {...form.getInputProps('until')}
          />
          <NumberInput
            label={t('appointments.form.length')}
            min={5}
            max={1440}
            step={15}
            allowDecimal={false}
            {...form.getInputProps('lengthMinutes')}
          />
          <Select
            label={t('appointments.form.staff')}
            clearable
            placeholder={t('appointments.queue.anybody')}
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('staffId')}
          />
        </SimpleGrid>
        <Textarea label={t('appointments.form.note')} autosize minRows={1} maxRows={4} {...form.getInputProps('note')} />
        <Group>
          <Button type="submit">{t('common.save')}</Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
