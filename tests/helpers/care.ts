import { careDifferences } from '../../electron/engine/care/judge.ts';
import type { ChangedCare } from '../../electron/engine/care/judge.ts';
import { careBasisOf } from '../../electron/engine/care/basis.ts';
import { readCareRun } from '../../electron/store/careRun.ts';
import { idsAfter } from '../../electron/store/engineFacts.ts';
import { internalHandlers, storeHandlers } from '../../electron/handlers/index.ts';
import { engineStudies } from '../../electron/handlers/engine.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openDesk } from './desk.ts';
import { openTestStudy } from './store.ts';

/** A desk that looks after its customers' data, with an engine that can run over everyone. */
export const openCareDesk = () => {
  const desk = openDesk({ onDisk: true });
  const { context, command, database } = desk;
  const study = openTestStudy(desk, internalHandlers);
  return {
    ...desk,
    study,
    create: (input: CallInput<'customers.create'>): CustomerId =>
      command(() => storeHandlers['customers.create'](context, contract.customers.create.input.parse(input))).customerId,
    update: (customerId: CustomerId, changes: CallInput<'customers.update'>['changes']) =>
      command(() => storeHandlers['customers.update'](context, contract.customers.update.input.parse({ customerId, changes }))),
    remove: (customerId: CustomerId) => command(() => storeHandlers['customers.remove'](context, { customerId })),
    restore: (customerId: CustomerId) => command(() => storeHandlers['customers.restore'](context, { customerId })),
    card: (customerId: CustomerId) => storeHandlers['customers.findById'](context, { customerId }),
    care: (customerId: CustomerId): OutputOf<'care.ofCustomer'> =>
      contract.care.ofCustomer.output.parse(storeHandlers['care.ofCustomer'](context, { customerId })),
    overview: (): OutputOf<'care.overview'> => contract.care.overview.output.parse(storeHandlers['care.overview'](context, {})),
    people: (input: CallInput<'care.people'>): OutputOf<'care.people'> =>
      contract.care.people.output.parse(storeHandlers['care.people'](context, contract.care.people.input.parse(input))),
    anomalies: (input: CallInput<'care.anomalies'> = {}): OutputOf<'care.anomalies'> =>
      contract.care.anomalies.output.parse(storeHandlers['care.anomalies'](context, contract.care.anomalies.input.parse(input))),
    accept: (input: CallInput<'care.acceptAnomaly'>) =>
      command(() => storeHandlers['care.acceptAnomaly'](context, contract.care.acceptAnomaly.input.parse(input))),
    reopen: (input: CallInput<'care.reopenAnomaly'>) =>
      command(() => storeHandlers['care.reopenAnomaly'](context, contract.care.reopenAnomaly.input.parse(input))),
    decline: (input: CallInput<'care.declineAsk'>) =>
      command(() => storeHandlers['care.declineAsk'](context, contract.care.declineAsk.input.parse(input))),
    restoreAsk: (input: CallInput<'care.restoreAsk'>) =>
      command(() => storeHandlers['care.restoreAsk'](context, contract.care.restoreAsk.input.parse(input))),
    plan: () => command(() => storeHandlers['care.planQuarter'](context, {})),
    quarter: (): OutputOf<'care.quarter'> => contract.care.quarter.output.parse(storeHandlers['care.quarter'](context, {})),
    check: (customerId: CustomerId, outcome: 'correct' | 'changed' | 'invalid') =>
      command(() => storeHandlers['care.recordCheck'](context, { customerId, outcome })),
    undoCheck: (customerId: CustomerId) => command(() => storeHandlers['care.undoCheck'](context, { customerId })),
    reward: (customerId: CustomerId) => command(() => storeHandlers['care.reward'](context, { customerId, reason: '更新资料' })),
    ask: (customerId: CustomerId | null) => command(() => storeHandlers['intake.open'](context, { customerId })),
    form: () => storeHandlers['intake.form'](context, {}),
    submit: (details: CallInput<'intake.submit'>['details']) =>
      command(() => storeHandlers['intake.submit'](context, contract.intake.submit.input.parse({ details }))),
    proposals: (input: CallInput<'intake.proposals'> = {}): OutputOf<'intake.proposals'> =>
      contract.intake.proposals.output.parse(
        storeHandlers['intake.proposals'](context, contract.intake.proposals.input.parse(input)),
      ),
    decide: (input: CallInput<'intake.decide'>) =>
      command(() => storeHandlers['intake.decide'](context, contract.intake.decide.input.parse(input))),
    undoDecision: (proposalId: string) =>
      command(() => storeHandlers['intake.undoDecision'](context, contract.intake.undoDecision.input.parse({ proposalId }))),
    refresh: (force = false) => engineStudies['engine.refresh'](study.context, { force }),
    /** What a run over everyone by the same crowds would write now: nothing, when each fact was taken in rightly. */
    notYetKept: (): ChangedCare[] =>
      careDifferences(
        database,
        careBasisOf(context.today(), context.settings(), readCareRun(database)),
        idsAfter(database, '', 100_000),
      ),
    closeAll: (): void => {
      study.close();
      desk.close();
    },
  };
};
export type CareDesk = ReturnType<typeof openCareDesk>;
