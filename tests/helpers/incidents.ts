import { incidentsHandlers } from '../../electron/handlers/incidents.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with incidents, each through contract and handler in one transaction. */
export const incidentsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  list: (customerId: string): OutputOf<'incidents.list'> =>
    contract.incidents.list.output.parse(
      incidentsHandlers['incidents.list'](context, contract.incidents.list.input.parse({ customerId })),
    ),
  open: (customerId: string): OutputOf<'incidents.open'>['incidents'] =>
    contract.incidents.open.output.parse(
      incidentsHandlers['incidents.open'](context, contract.incidents.open.input.parse({ customerId })),
    ).incidents,
  openOfAll: (input: CallInput<'incidents.openOfAll'> = {}): OutputOf<'incidents.openOfAll'> =>
    contract.incidents.openOfAll.output.parse(
      incidentsHandlers['incidents.openOfAll'](context, contract.incidents.openOfAll.input.parse(input)),
    ),
  save: (input: CallInput<'incidents.save'>) =>
    command(() => incidentsHandlers['incidents.save'](context, contract.incidents.save.input.parse(input))),
  setClosed: (input: CallInput<'incidents.setClosed'>) =>
    command(() => incidentsHandlers['incidents.setClosed'](context, contract.incidents.setClosed.input.parse(input))),
  remove: (input: CallInput<'incidents.remove'>) =>
    command(() => incidentsHandlers['incidents.remove'](context, contract.incidents.remove.input.parse(input))),
  restore: (input: CallInput<'incidents.restore'>) =>
    command(() => incidentsHandlers['incidents.restore'](context, contract.incidents.restore.input.parse(input))),
});
