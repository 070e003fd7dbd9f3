import { deferralsHandlers } from '../../electron/handlers/deferrals.ts';
import { parkedVisitsHandlers } from '../../electron/handlers/parkedVisits.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the desk does with a visit besides writing it down: returns, claims, parking, putting off. */
export const salesOf = ({ context, command }: Desk) => ({
  returnLines: (input: CallInput<'visits.returnLines'>) =>
    command(() => visitsHandlers['visits.returnLines'](context, contract.visits.returnLines.input.parse(input))),
  claim: (input: CallInput<'visits.claim'>) =>
    command(() => visitsHandlers['visits.claim'](context, contract.visits.claim.input.parse(input))),
  unclaim: (input: CallInput<'visits.unclaim'>) =>
    command(() => visitsHandlers['visits.unclaim'](context, contract.visits.unclaim.input.parse(input))),
  find: (text: string) => visitsHandlers['visits.find'](context, contract.visits.find.input.parse({ text })).visits,
  ofDay: (businessDate: string) => visitsHandlers['visits.ofDay'](context, contract.visits.ofDay.input.parse({ businessDate })),
  park: (input: CallInput<'parkedVisits.save'>) =>
    command(() => parkedVisitsHandlers['parkedVisits.save'](context, contract.parkedVisits.save.input.parse(input))),
  parked: () => parkedVisitsHandlers['parkedVisits.list'](context, {}).visits,
  findParked: (parkedVisitId: string) =>
    parkedVisitsHandlers['parkedVisits.findById'](context, contract.parkedVisits.findById.input.parse({ parkedVisitId })),
  discard: (parkedVisitId: string) =>
    command(() =>
      parkedVisitsHandlers['parkedVisits.discard'](context, contract.parkedVisits.discard.input.parse({ parkedVisitId })),
    ),
  deferred: (customerId: string, includeClosed = false) =>
    deferralsHandlers['deferrals.ofCustomer'](context, contract.deferrals.ofCustomer.input.parse({ customerId, includeClosed }))
      .items,
});
