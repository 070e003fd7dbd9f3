import { measurementsHandlers } from '../../electron/handlers/measurements.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with measurements, each through contract and handler in one transaction. */
export const measurementsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  measures: (input: CallInput<'measurements.measures'> = {}): OutputOf<'measurements.measures'>['measures'] =>
    contract.measurements.measures.output.parse(
      measurementsHandlers['measurements.measures'](context, contract.measurements.measures.input.parse(input)),
    ).measures,
  saveMeasure: (input: CallInput<'measurements.saveMeasure'>): OutputOf<'measurements.saveMeasure'> =>
    contract.measurements.saveMeasure.output.parse(
      command(() =>
        measurementsHandlers['measurements.saveMeasure'](context, contract.measurements.saveMeasure.input.parse(input)),
      ),
    ),
  archiveMeasure: (input: CallInput<'measurements.archiveMeasure'>) =>
    command(() =>
      measurementsHandlers['measurements.archiveMeasure'](context, contract.measurements.archiveMeasure.input.parse(input)),
    ),
  removeMeasure: (input: CallInput<'measurements.removeMeasure'>) =>
    command(() =>
      measurementsHandlers['measurements.removeMeasure'](context, contract.measurements.removeMeasure.input.parse(input)),
    ),
  list: (customerId: string): OutputOf<'measurements.list'> =>
    contract.measurements.list.output.parse(
      measurementsHandlers['measurements.list'](context, contract.measurements.list.input.parse({ customerId })),
    ),
  save: (input: CallInput<'measurements.save'>) =>
    command(() => measurementsHandlers['measurements.save'](context, contract.measurements.save.input.parse(input))),
  remove: (input: CallInput<'measurements.remove'>) =>
    command(() => measurementsHandlers['measurements.remove'](context, contract.measurements.remove.input.parse(input))),
  restore: (input: CallInput<'measurements.restore'>) =>
    command(() => measurementsHandlers['measurements.restore'](context, contract.measurements.restore.input.parse(input))),
});
