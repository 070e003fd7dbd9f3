import { Button, Group, Kbd, ScrollArea, Table, Text } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { AppointmentsSections } from './AppointmentsSections.tsx';
import classes from './Lists.module.css';
import { spanText } from '../../../shared/domain/appointments/timeOfDay.ts';
import { useListKeys } from './useListKeys.ts';
import { useStatus } from './useStatus.ts';

/** Tomorrow's bookings that nobody has confirmed yet, each with how to reach them: C confirms the chosen one and goes on (X34). */
export const UnconfirmedPage = (): ReactNode => {
  const { t } = useTranslation();
  const { today } = useShop();
  const may = useMay();
  const on = addDays(today, 1);
  const answer = useOperation('appointments.unconfirmed', { on, limit: 200 }, { keepPrevious: true });
  const rows = answer.data?.rows ?? [];
  const [wanted, setIndex] = useState(0);
  const index = Math.min(wanted, Math.max(0, rows.length - 1));
  const status = useStatus(() => undefined);
  const canWrite = may('appointments.write');
  const { list, onKeyDown } = useListKeys(rows.length, index, setIndex, rows.length > 0);
  const confirm = (at: number): void => {
    const row = rows[at];
    if (row !== undefined && canWrite) void status.put(row, 'confirmed');
  };
  const onKey = (event: KeyboardEvent): void => {
    onKeyDown(event);
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.code === 'KeyC' || event.key === 'Enter') {
      event.preventDefault();
      confirm(index);
    } else if (event.code === 'KeyX' && canWrite && rows[index] !== undefined) {
      event.preventDefault();
      void status.cancel(rows[index]);
    }
  };
  return (
    <>
      <AppointmentsSections />
      <PageHeader title={t('appointments.unconfirmed.title')} text={t('appointments.unconfirmed.text', { on })} />
      {answer.error !== null && <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data !== undefined && rows.length === 0 && (
        <EmptyState
          icon={IconCalendarCheck}
          title={t('appointments.unconfirmed.empty')}
          text={t('appointments.unconfirmed.emptyText')}
        />
      )}
      {rows.length > 0 && (
        <ScrollArea flex={1} mih={0} px="md">
          <Table verticalSpacing={6} aria-label={t('appointments.unconfirmed.title')} ref={list} tabIndex={0} onKeyDown={onKey}>
            <Table.Thead>
              <Table.Tr>
                {(['time', 'who', 'service', 'staff', 'phone', 'confirm'] as const).map((column) => (
                  <Table.Th key={column}>{t(`appointments.unconfirmed.columns.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row, at) => (
                <Table.Tr
                  key={row.id}
                  className={classes['row']}
                  {...(at === index && { 'data-active': true, 'aria-current': true })}
                  onClick={() => {
                    setIndex(at);
                  }}
                >
                  <Table.Td className={classes['time']}>{spanText(row)}</Table.Td>
                  <Table.Td fw={700}>{row.name}</Table.Td>
                  <Table.Td>{row.service}</Table.Td>
                  <Table.Td>{row.staffName}</Table.Td>
                  <Table.Td>
                    <PhoneText phone={row.contact} size="sm" />
                  </Table.Td>
                  <Table.Td>
                    {canWrite && (
                      <Group gap={6} wrap="nowrap">
                        <Button
                          size="compact-sm"
                          variant={at === index ? 'filled' : 'default'}
                          disabled={status.isBusy}
                          aria-label={t('appointments.unconfirmed.confirmOf', { name: row.name })}
                          rightSection={at === index ? <Kbd size="xs">C</Kbd> : undefined}
                          onClick={() => {
                            confirm(at);
                          }}
                        >
                          {t('appointments.unconfirmed.confirm')}
                        </Button>
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="xs" c="dimmed" py="xs">
            {t('appointments.unconfirmed.keys')}
          </Text>
        </ScrollArea>
      )}
    </>
  );
};
