import { serviceRecordsHandlers } from '../../electron/handlers/serviceRecords.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with service records, each through contract and handler in one transaction. */
export const recordsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  types: (input: CallInput<'serviceRecords.types'> = {}): OutputOf<'serviceRecords.types'>['types'] =>
    contract.serviceRecords.types.output.parse(
      serviceRecordsHandlers['serviceRecords.types'](context, contract.serviceRecords.types.input.parse(input)),
    ).types,
  saveType: (input: CallInput<'serviceRecords.saveType'>): OutputOf<'serviceRecords.saveType'> =>
    contract.serviceRecords.saveType.output.parse(
      command(() =>
        serviceRecordsHandlers['serviceRecords.saveType'](context, contract.serviceRecords.saveType.input.parse(input)),
      ),
    ),
  archiveType: (input: CallInput<'serviceRecords.archiveType'>) =>
    command(() =>
      serviceRecordsHandlers['serviceRecords.archiveType'](context, contract.serviceRecords.archiveType.input.parse(input)),
    ),
  removeType: (input: CallInput<'serviceRecords.removeType'>) =>
    command(() =>
      serviceRecordsHandlers['serviceRecords.removeType'](context, contract.serviceRecords.removeType.input.parse(input)),
    ),
  list: (input: CallInput<'serviceRecords.list'>): OutputOf<'serviceRecords.list'> =>
    contract.serviceRecords.list.output.parse(
      serviceRecordsHandlers['serviceRecords.list'](context, contract.serviceRecords.list.input.parse(input)),
    ),
  last: (input: CallInput<'serviceRecords.last'>): OutputOf<'serviceRecords.last'> =>
    contract.serviceRecords.last.output.parse(
      serviceRecordsHandlers['serviceRecords.last'](context, contract.serviceRecords.last.input.parse(input)),
    ),
  save: (input: CallInput<'serviceRecords.save'>) =>
    command(() => serviceRecordsHandlers['serviceRecords.save'](context, contract.serviceRecords.save.input.parse(input))),
  remove: (input: CallInput<'serviceRecords.remove'>) =>
    command(() => serviceRecordsHandlers['serviceRecords.remove'](context, contract.serviceRecords.remove.input.parse(input))),
  restore: (input: CallInput<'serviceRecords.restore'>) =>
    command(() => serviceRecordsHandlers['serviceRecords.restore'](context, contract.serviceRecords.restore.input.parse(input))),
});
