import {
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Kbd,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../../../shared/domain/appointments/conflicts.ts';
import { repeatUnits } from '../../../shared/domain/appointments/repeats.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import type { BookingStart } from './bookingValues.ts';
import { draftOf } from './bookingValues.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { Reliability } from './Reliability.tsx';
import { WhoFields } from './WhoFields.tsx';
import { readTimeOfDay, timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';

interface AppointmentFormProps {
  readonly start: BookingStart;
  readonly people: readonly { readonly staffId: string; readonly name: string }[];
  readonly resources: readonly { readonly id: string; readonly name: string }[];
  /** With the one that was booked or changed. */
  readonly onSaved: (appointmentId: string, on: string) => void;
  readonly onClose: () => void;
}

const endings = ['times', 'until'] as const;

/** The fields as they are typed: a figure that is being cleared is a text. */
interface BookingFields {
  name: string;
  contact: string;
  service: string;
  on: string;
  time: string;
  lengthMinutes: number | string;
  staffId: string | null;
  resourceId: string | null;
  note: string;
  repeat: 'never' | (typeof repeatUnits)[number];
  every: number | string;
  /** When the row ends: after so many times, or on a day. */
  ends: (typeof endings)[number];
  times: number | string;
  until: string;
  isFollowing: boolean;
  reason: string;
}

/** Booking and changing: who, what, when, with whom, where. What is in the way is said as one types; a warning is passed over by its box. */
export const AppointmentForm = ({ start, people, resources, onSaved, onClose }: AppointmentFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const may = useMay();
  const tellFailure = useFormFailure();
  const service = useFocusOnMount(start.customer !== null || start.appointment !== null || start.name !== undefined);
  const { appointment } = start;
  const [customer, setCustomer] = useState(start.customer);
  const [isSure, setIsSure] = useState(false);
  const book = useCommand('appointments.book', { quiet: true });
  const change = useCommand('appointments.change', { quiet: true });
  const products = useOperation('products.list', { limit: 200 }, { enabled: may('visits.read') }).data?.rows ?? [];
  const form = useForm<BookingFields>({
    initialValues: {
      name: start.name ?? (appointment?.customerId === null ? appointment.name : ''),
      contact: start.contact ?? (appointment?.customerId === null ? (appointment.contact ?? '') : ''),
      service: start.service ?? appointment?.service ?? '',
      on: String(start.on),
      time: timeOfDay(start.startMinute),
      lengthMinutes: start.lengthMinutes,
      staffId: start.staffId,
      resourceId: start.resourceId,
      note: appointment?.note ?? '',
      repeat: 'never',
      every: 1,
      ends: 'times',
      times: 4,
      until: '',
      isFollowing: false,
      reason: '',
    },
    validate: {
      time: (time) => (readTimeOfDay(time) === null ? t('appointments.form.timeInvalid') : null),
      on: (on) => (isLocalDate(on) ? null : t('errors.issue.required')),
      until: (until, { repeat, ends }) =>
        repeat === 'never' || ends === 'times' || isLocalDate(until) ? null : t('errors.issue.required'),
      name: (name) => (customer === null && name.trim() === '' ? t('errors.issue.appointment_for_nobody') : null),
    },
  });
  const { values } = form;
  const startMinute = readTimeOfDay(values.time);
  const lengthMinutes = typeof values.lengthMinutes === 'number' ? values.lengthMinutes : start.lengthMinutes;
  const isWhole = startMinute !== null && isLocalDate(values.on) && lengthMinutes >= 5;
  const conflicts =
    useOperation(
      'appointments.check',
      {
        appointmentId: appointment?.id ?? null,
        customerId: customer?.id ?? null,
        staffId: values.staffId,
        resourceId: values.resourceId,
        on: isLocalDate(values.on) ? localDate(values.on) : start.on,
        startMinute: startMinute ?? start.startMinute,
        lengthMinutes,
      },
      { enabled: isWhole, keepPrevious: true },
    ).data?.conflicts ?? [];
  const warnings = conflicts.filter(({ kind }) => !isRefused(kind));

  const save = form.onSubmit(async (typed) => {
    const minute = readTimeOfDay(typed.time);
    if (minute === null) return;
    const draft = {
      ...(appointment === null ? {} : draftOf(appointment)),
      customerId: customer?.id ?? null,
      name: customer === null ? typed.name : '',
      contact: customer === null ? typed.contact : '',
      service: typed.service,
      productId: products.find(({ name }) => name === typed.service.trim())?.id ?? null,
      thingId: appointment !== null && customer?.id === appointment.customerId ? (appointment.thing?.id ?? null) : null,
      staffId: typed.staffId,
      resourceId: typed.resourceId,
      on: localDate(typed.on),
      startMinute: minute,
      lengthMinutes,
      note: typed.note,
      acknowledged: isSure ? [...new Set(warnings.map(({ kind }) => kind))] : [],
    };
    const label = (what: 'booked' | 'changed'): string =>
      t(`appointments.saved.${what}`, { name: customer?.name ?? typed.name, time: `${typed.on} ${timeOfDay(minute)}` });
    try {
      if (appointment !== null) {
        const scope = typed.isFollowing ? 'following' : 'this';
        const { changeId } = await change.mutateAsync({ ...draft, appointmentId: appointment.id, scope, reason: typed.reason });
        done({
          label: label('changed'),
          undo: async () => {
            await call('appointments.undo', { changeId });
          },
        });
        onSaved(appointment.id, typed.on);
        return;
      }
      const repeat =
        typed.repeat === 'never'
          ? null
          : {
              unit: typed.repeat,
              every: Number(typed.every) || 1,
              ...(typed.ends === 'until' ? { until: localDate(typed.until) } : { times: Math.max(2, Number(typed.times) || 2) }),
            };
      const { appointmentIds } = await book.mutateAsync({ ...draft, repeat });
      const { waitlistEntryId } = start;
      if (waitlistEntryId !== undefined) await call('waitlist.setState', { waitlistEntryId, state: 'booked' });
      done({
        label: label('booked'),
        undo: async () => {
          await call('appointments.remove', { appointmentIds });
          if (waitlistEntryId !== undefined) await call('waitlist.setState', { waitlistEntryId, state: 'waiting' });
        },
      });
      onSaved(appointmentIds[0] ?? '', typed.on);
    } catch (error) {
      tellFailure(form, error, 'repeat.');
    }
  });
  const isSeries = appointment !== null && appointment.seriesId !== null;

  return (
    <SaveForm onSubmit={save} onCancel={onClose}>
      <Stack gap="xs">
        <Title order={2}>{t(appointment === null ? 'appointments.form.book' : 'appointments.form.change')}</Title>
        <WhoFields
          who={{ customer, name: values.name, contact: values.contact }}
          error={form.errors['name'] === undefined ? undefined : t('errors.issue.appointment_for_nobody')}
          isFocused={appointment === null && start.name === undefined}
          onChange={(who) => {
            setCustomer(who.customer);
            form.setValues({ name: who.name, contact: who.contact });
          }}
        />
        {customer !== null && <Reliability customerId={customer.id} withDeposit={appointment === null} />}
        <Autocomplete
          ref={service}
          label={t('appointments.form.service')}
          data={[...new Set(products.map(({ name }) => name))]}
          maxLength={80}
          limit={8}
          // Over a booking that is only looked at, a list would hide its time.
          openOnFocus={false}
          {...form.getInputProps('service')}
        />
        <SimpleGrid cols={3} spacing="xs">
          <DayInput
            label={t('appointments.form.on')}
            value={isLocalDate(values.on) ? localDate(values.on) : null}
            error={form.errors['on']}
            onChange={(day) => {
              form.setFieldValue('on', day ?? '');
            }}
          />
          <TextInput label={t('appointments.form.time')} autoComplete="off" {...form.getInputProps('time')} />
          <NumberInput
            label={t('appointments.form.length')}
            min={5}
            max={1440}
            step={15}
            allowDecimal={false}
            {...form.getInputProps('lengthMinutes')}
          />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="xs">
          <Select
            label={t('appointments.form.staff')}
            clearable
            placeholder={t('appointments.grid.nobody')}
            data={people.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            {...form.getInputProps('staffId')}
          />
          <Select
            label={t('appointments.form.resource')}
            clearable
            placeholder={t('appointments.grid.nowhere')}
            data={resources.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('resourceId')}
          />
        </SimpleGrid>
        {appointment === null && (
          <SimpleGrid cols={2} spacing="xs">
            <Select
              label={t('appointments.form.repeat')}
              allowDeselect={false}
              data={(['never', ...repeatUnits] as const).map((value) => ({ value, label: t(`appointments.repeat.${value}`) }))}
              {...form.getInputProps('repeat')}
            />
            {values.repeat !== 'never' && (
              <>
                <NumberInput
                  label={t('appointments.form.every')}
                  min={1}
                  max={52}
                  allowDecimal={false}
                  {...form.getInputProps('every')}
                />
                <Select
                  label={t('appointments.form.ends')}
                  allowDeselect={false}
                  data={endings.map((value) => ({ value, label: t(`appointments.ends.${value}`) }))}
                  {...form.getInputProps('ends')}
                />
                {values.ends === 'times' ? (
                  <NumberInput
                    label={t('appointments.form.times')}
                    min={2}
                    max={104}
                    allowDecimal={false}
                    {...form.getInputProps('times')}
                  />
                ) : (
                  <DayInput
                    label={t('appointments.form.until')}
                    value={isLocalDate(values.until) ? localDate(values.until) : null}
                    error={form.errors['until']}
                    onChange={(day) => {
                      form.setFieldValue('until', day ?? '');
                    }}
                  />
                )}
              </>
            )}
          </SimpleGrid>
        )}
        <Textarea
          label={t('appointments.form.note')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
        {appointment !== null && (
          <TextInput label={t('appointments.form.reason')} maxLength={200} autoComplete="off" {...form.getInputProps('reason')} />
        )}
        {isSeries && (
          <Checkbox label={t('appointments.form.following')} {...form.getInputProps('isFollowing', { type: 'checkbox' })} />
        )}
        <ConflictNotice conflicts={conflicts} />
        {warnings.length > 0 && conflicts.length === warnings.length && (
          <Checkbox
            label={t('appointments.form.sure')}
            checked={isSure}
            onChange={(event) => {
              setIsSure(event.currentTarget.checked);
            }}
          />
        )}
        <Group gap="xs">
          <Button type="submit" loading={book.isPending || change.isPending} rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}>
            {t('common.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
