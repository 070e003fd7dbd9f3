import { Alert, Anchor, Badge, Button, Group, Kbd, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import { keptOfBooking } from '../../../shared/domain/appointments/deposits.ts';
import { isExpected } from '../../../shared/domain/appointments/statuses.ts';
import type { AppointmentStatus } from '../../../shared/domain/appointments/statuses.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { Reliability } from './Reliability.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { spanText, timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';
import { cancelKey, statusKeys } from './useStatus.ts';

interface AppointmentPanelProps {
  readonly appointment: Appointment;
  readonly isBusy: boolean;
  readonly onStatus: (status: AppointmentStatus) => void;
  readonly onCancel: (scope: 'this' | 'following', reason: string) => void;
  readonly onVisit: () => void;
  readonly onEdit: () => void;
}

/** One booking, read: who and when, how it stands, what to do, what was done. */
export const AppointmentPanel = (props: AppointmentPanelProps) => {
  const { appointment, isBusy } = props;
  const { t } = useTranslation();
  const { today } = useShop();
  const may = useMay();
  const canWrite = may('appointments.write');
  const { customerId, name, contact, service, staffName, resourceName, on, note, thing, status } = appointment;
  const [reason, setReason] = useState('');
  const facts = [service, thing?.name ?? '', staffName ?? '', resourceName ?? ''].filter((part) => part !== '');
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap" align="start">
        <Stack gap={2} miw={0}>
          <Title order={2}>
            {customerId === null ? (
              name
            ) : (
              <Anchor
                inherit
                renderRoot={(link) => <Link {...link} to="/customers/$customerId" params={{ customerId }} search={{}} />}
              >
                {name}
              </Anchor>
            )}
          </Title>
          <Text size="sm">
            {dateWords(t, on, today)} {on} {spanText(appointment)}
          </Text>
        </Stack>
        <StatusBadge status={status} />
      </Group>
      {facts.length > 0 && <Text size="sm">{facts.join(' · ')}</Text>}
      {contact !== null && <PhoneText phone={contact} size="sm" />}
      {note !== null && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      {appointment.seriesId !== null && (
        <Text size="xs" c="dimmed">
          {t('appointments.panel.row')}
        </Text>
      )}
      {customerId !== null && <Reliability customerId={customerId} />}
      <Deposit key={appointment.id} appointment={appointment} canWrite={canWrite} />
      {canWrite && (
        <>
          <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
            {statusKeys.map(({ status: wanted, key }) => (
              <Button
                key={wanted}
                size="compact-sm"
                variant={wanted === status ? 'light' : 'default'}
                justify="space-between"
                aria-pressed={wanted === status}
                disabled={isBusy}
                rightSection={<Kbd size="xs">{key}</Kbd>}
                onClick={() => {
                  props.onStatus(wanted);
                }}
              >
                {t(`appointments.status.${wanted}`)}
              </Button>
            ))}
          </SimpleGrid>
          {isExpected(status) && (
            <TextInput
              size="xs"
              maxLength={200}
              autoComplete="off"
              aria-label={t('appointments.panel.reason')}
              placeholder={t('appointments.panel.reason')}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
            />
          )}
          <Group gap={6}>
            <Button size="compact-sm" variant="default" rightSection={<Kbd size="xs">Enter</Kbd>} onClick={props.onEdit}>
              {t('appointments.panel.edit')}
            </Button>
            {may('visits.write') && (
              <Button size="compact-sm" rightSection={<Kbd size="xs">V</Kbd>} onClick={props.onVisit}>
                {t('appointments.panel.visit')}
              </Button>
            )}
            {isExpected(status) && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={isBusy}
                rightSection={<Kbd size="xs">{cancelKey.key}</Kbd>}
                onClick={() => {
                  props.onCancel('this', reason);
                }}
              >
                {t('appointments.panel.cancel')}
              </Button>
            )}
            {isExpected(status) && appointment.seriesId !== null && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                disabled={isBusy}
                onClick={() => {
                  props.onCancel('following', reason);
                }}
              >
                {t('appointments.panel.cancelFollowing')}
              </Button>
            )}
          </Group>
        </>
      )}
      <History appointmentId={appointment.id} />
    </Stack>
  );
};

/** What is asked and paid before somebody comes; nothing where nothing is asked. */
const Deposit = ({ appointment, canWrite }: { readonly appointment: Appointment; readonly canWrite: boolean }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const money = useMoney();
  const { id, depositDueCents, depositPaidCents } = appointment;
  const save = useCommand('appointments.saveDeposit');
  const [typed, setTyped] = useState<number | string>(depositDueCents / 100);
  if (depositDueCents === 0 && depositPaidCents === 0) return null;
  const isPaid = depositPaidCents >= depositDueCents;
  const kept = keptOfBooking(appointment);
  const pay = async (): Promise<void> => {
    if (typeof typed !== 'number') return;
    try {
      const paidCents = Math.round(typed * 100);
      const { before } = await save.mutateAsync({ appointmentId: id, dueCents: depositDueCents, paidCents });
      done({
        label: t('appointments.deposit.saved', { name: appointment.name }),
        undo: async () => {
          await call('appointments.saveDeposit', { appointmentId: id, ...before });
        },
      });
    } catch {
      // The command has told why.
    }
  };
  return (
    <Alert color={isPaid ? 'gray' : 'amber'} p="xs" title={t('appointments.deposit.title')}>
      <Stack gap={6}>
        <Text size="sm">
          {t('appointments.deposit.due')} <MoneyText amount={depositDueCents} /> · {t('appointments.deposit.paid')}{' '}
          <MoneyText amount={depositPaidCents} />
        </Text>
        {kept > 0 && <Text size="sm">{t('appointments.deposit.kept', { amount: money(kept) })}</Text>}
        {canWrite && (
          <Group gap={6} wrap="nowrap">
            <NumberInput
              size="xs"
              w="7rem"
              min={0}
              decimalScale={2}
              hideControls
              aria-label={t('appointments.deposit.amount')}
              value={typed}
              onChange={setTyped}
            />
            <Button
              size="compact-sm"
              variant="default"
              loading={save.isPending}
              onClick={() => {
                void pay();
              }}
            >
              {t('appointments.deposit.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
};

/** What was done to it, latest first. */
const History = ({ appointmentId }: { readonly appointmentId: string }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const events = useOperation('appointments.findById', { appointmentId }, { keepPrevious: true }).data?.events ?? [];
  if (events.length === 0) return null;
  return (
    <Stack gap={2} component="section" aria-label={t('appointments.panel.history')}>
      <Text size="xs" fw={700} c="dimmed">
        {t('appointments.panel.history')}
      </Text>
      {events.map(({ at, event, status, before, after, reason, staffName }, index) => (
        <Text size="xs" c="dimmed" key={`${index}`}>
          <MomentText at={at} />{' '}
          {event === 'status' && status !== null ? t(`appointments.status.${status}`) : t(`appointments.event.${event}`)}
          {event === 'moved' && before !== null && after !== null && (
            <>
              {' '}
              {dateWords(t, before.on, today)} {timeOfDay(before.startMinute)} → {dateWords(t, after.on, today)}{' '}
              {timeOfDay(after.startMinute)}
            </>
          )}
          {staffName !== null && ` · ${staffName}`}
          {reason !== null && ` · ${reason}`}
        </Text>
      ))}
    </Stack>
  );
};

/** How many of a day stand how: what the panel shows while nothing is chosen. */
export const DayFigures = ({ appointments }: { readonly appointments: readonly Appointment[] }) => {
  const { t } = useTranslation();
  const counts = new Map<AppointmentStatus, number>();
  for (const { status } of appointments) counts.set(status, (counts.get(status) ?? 0) + 1);
  return (
    <Stack gap="sm">
      <Title order={2}>{t('appointments.day.count', { count: appointments.length })}</Title>
      <Group gap={6}>
        {[...counts].map(([status, count]) => (
          <Badge key={status} color="gray">
            {t(`appointments.status.${status}`)} {count}
          </Badge>
        ))}
      </Group>
      <Stack gap={4}>
        {(['walk', 'enter', 'hold', 'length', 'status', 'visit', 'day'] as const).map((key) => (
          <Text size="sm" c="dimmed" key={key}>
            {t(`appointments.keys.${key}`)}
          </Text>
        ))}
      </Stack>
    </Stack>
  );
};
