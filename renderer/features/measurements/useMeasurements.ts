import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { Measurement } from '../../../shared/contract/measurements.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type MeasurementInput = Pick<CallInput<'measurements.save'>, 'staffId' | 'thingId' | 'values' | 'note'> & {
  readonly on: LocalDate;
};

/** What an occasion holds, as it is saved again. */
const inputOf = (measurement: Measurement): MeasurementInput => ({
  on: measurement.on,
  staffId: measurement.staff?.id ?? null,
  thingId: measurement.thing?.id ?? null,
  values: measurement.values.map(({ measureId, value }) => ({ measureId, value })),
  note: measurement.note ?? '',
});

/** What can be done with a customer's measurements, each told with its undo. */
export const useMeasurements = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('measurements.save', { quiet: true });
  const remove = useCommand('measurements.remove');
  return {
    /** Writes down one occasion, or changes what `before` was. Rejects with AppError. */
    save: async (input: MeasurementInput, before: Measurement | null): Promise<void> => {
      const whole = { customerId, visitId: before?.visitId ?? null };
      const { measurementId } = await save({ ...whole, measurementId: before?.id ?? null, ...input });
      done({
        label: t(before === null ? 'measurements.done.added' : 'measurements.done.changed', { on: input.on }),
        undo: () =>
          before === null
            ? call('measurements.remove', { customerId, measurementId })
            : call('measurements.save', { ...whole, measurementId, ...inputOf(before) }),
      });
    },
    remove: ({ id: measurementId, on }: Measurement): void => {
      remove.mutate(
        { customerId, measurementId },
        {
          onSuccess: () => {
            done({
              label: t('measurements.done.removed', { on }),
              undo: () => call('measurements.restore', { customerId, measurementId }),
            });
          },
        },
      );
    },
  };
};
