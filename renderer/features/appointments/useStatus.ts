import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { AppointmentStatus } from '../../../shared/domain/appointments/statuses.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { timeOfDay } from '../../../shared/domain/appointments/timeOfDay.ts';

/** The keys that say how an appointment stands, in the order of a usual day; X cancels. */
export const statusKeys = [
  { status: 'confirmed', code: 'KeyC', key: 'C' },
  { status: 'arrived', code: 'KeyA', key: 'A' },
  { status: 'in_service', code: 'KeyS', key: 'S' },
  { status: 'done', code: 'KeyD', key: 'D' },
  { status: 'no_show', code: 'KeyN', key: 'N' },
  { status: 'booked', code: 'KeyB', key: 'B' },
] as const satisfies readonly { status: AppointmentStatus; code: string; key: string }[];
export const cancelKey = { code: 'KeyX', key: 'X' } as const;

/** Says how an appointment stands, or cancels it; either can be taken back. `onFreed` is told when somebody waits for its slot. */
export const useStatus = (onFreed: (appointment: Appointment, waiting: number) => void) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const setStatus = useCommand('appointments.setStatus');
  const cancelOne = useCommand('appointments.cancel');
  const isBusy = setStatus.isPending || cancelOne.isPending;
  const told = (appointment: Appointment, status: AppointmentStatus, changeId: string): void => {
    done({
      label: t('appointments.told', {
        name: appointment.name,
        time: timeOfDay(appointment.startMinute),
        what: t(`appointments.status.${status}`),
      }),
      undo: async () => {
        await call('appointments.undo', { changeId });
      },
    });
  };
  const put = async (appointment: Appointment, status: AppointmentStatus): Promise<void> => {
    if (isBusy || appointment.status === status) return;
    try {
      const { changeId } = await setStatus.mutateAsync({ appointmentIds: [appointment.id], status });
      told(appointment, status, changeId);
    } catch {
      // The command has told why.
    }
  };
  const cancel = async (appointment: Appointment, scope: 'this' | 'following' = 'this', reason = ''): Promise<void> => {
    if (isBusy) return;
    try {
      const { changeId, status, offers } = await cancelOne.mutateAsync({ appointmentId: appointment.id, scope, reason });
      told(appointment, status, changeId);
      onFreed(appointment, offers.length);
    } catch {
      // The command has told why.
    }
  };
  return { put, cancel, isBusy };
};
