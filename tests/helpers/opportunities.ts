import { opportunitiesHandlers as handlers } from '../../electron/handlers/opportunities.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

const { opportunities } = contract;

/** What the clerk can do with opportunities, each through contract and handler in one transaction. */
export const opportunitiesAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  stages: (includeArchived = false): OutputOf<'opportunities.stages'>['stages'] =>
    opportunities.stages.output.parse(handlers['opportunities.stages'](context, { includeArchived })).stages,
  saveStage: (input: CallInput<'opportunities.saveStage'>) =>
    command(() => handlers['opportunities.saveStage'](context, opportunities.saveStage.input.parse(input))),
  archiveStage: (stageId: string, isArchived = true) =>
    command(() =>
      handlers['opportunities.archiveStage'](context, opportunities.archiveStage.input.parse({ stageId, isArchived })),
    ),
  removeStage: (stageId: string) =>
    command(() => handlers['opportunities.removeStage'](context, opportunities.removeStage.input.parse({ stageId }))),
  board: (input: CallInput<'opportunities.board'> = {}): OutputOf<'opportunities.board'> =>
    opportunities.board.output.parse(handlers['opportunities.board'](context, opportunities.board.input.parse(input))),
  list: (input: CallInput<'opportunities.list'> = {}): OutputOf<'opportunities.list'> =>
    opportunities.list.output.parse(handlers['opportunities.list'](context, opportunities.list.input.parse(input))),
  ofCustomer: (input: CallInput<'opportunities.ofCustomer'>): OutputOf<'opportunities.ofCustomer'> =>
    opportunities.ofCustomer.output.parse(
      handlers['opportunities.ofCustomer'](context, opportunities.ofCustomer.input.parse(input)),
    ),
  counts: (input: CallInput<'opportunities.counts'> = {}) =>
    handlers['opportunities.counts'](context, opportunities.counts.input.parse(input)),
  find: (opportunityId: string): OutputOf<'opportunities.findById'> =>
    opportunities.findById.output.parse(
      handlers['opportunities.findById'](context, opportunities.findById.input.parse({ opportunityId })),
    ),
  save: (input: CallInput<'opportunities.save'>) =>
    command(() => handlers['opportunities.save'](context, opportunities.save.input.parse(input))),
  setNextStep: (input: CallInput<'opportunities.setNextStep'>) =>
    command(() => handlers['opportunities.setNextStep'](context, opportunities.setNextStep.input.parse(input))),
  move: (opportunityId: string, stageId: string) =>
    command(() => handlers['opportunities.move'](context, opportunities.move.input.parse({ opportunityId, stageId }))),
  win: (input: CallInput<'opportunities.win'>) =>
    command(() => handlers['opportunities.win'](context, opportunities.win.input.parse(input))),
  lose: (input: CallInput<'opportunities.lose'>) =>
    command(() => handlers['opportunities.lose'](context, opportunities.lose.input.parse(input))),
  reopen: (opportunityId: string) =>
    command(() => handlers['opportunities.reopen'](context, opportunities.reopen.input.parse({ opportunityId }))),
  takeBack: (opportunityId: string, eventId: string) =>
    command(() => handlers['opportunities.takeBack'](context, opportunities.takeBack.input.parse({ opportunityId, eventId }))),
  remove: (opportunityId: string) =>
    command(() => handlers['opportunities.remove'](context, opportunities.remove.input.parse({ opportunityId }))),
  restore: (opportunityId: string) =>
    command(() => handlers['opportunities.restore'](context, opportunities.restore.input.parse({ opportunityId }))),
});
export type OpportunitiesDesk = ReturnType<typeof opportunitiesAt>;
