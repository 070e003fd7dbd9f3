import { interestsHandlers } from '../../electron/handlers/interests.ts';
import { thingsHandlers } from '../../electron/handlers/things.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { EngineDesk } from './engine.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with things and what runs out, each through contract and handler in one transaction. */
export const thingsAt = ({ context, command }: Pick<Desk | EngineDesk, 'context' | 'command'>) => ({
  of: (customerId: string): OutputOf<'things.ofCustomer'> =>
    contract.things.ofCustomer.output.parse(
      thingsHandlers['things.ofCustomer'](context, contract.things.ofCustomer.input.parse({ customerId })),
    ),
  save: (input: CallInput<'things.save'>) =>
    command(() => thingsHandlers['things.save'](context, contract.things.save.input.parse(input))),
  retire: (input: CallInput<'things.retire'>) =>
    command(() => thingsHandlers['things.retire'](context, contract.things.retire.input.parse(input))),
  remove: (input: CallInput<'things.remove'>) =>
    command(() => thingsHandlers['things.remove'](context, contract.things.remove.input.parse(input))),
  restore: (input: CallInput<'things.restore'>) =>
    command(() => thingsHandlers['things.restore'](context, contract.things.restore.input.parse(input))),
  transfer: (input: CallInput<'things.transfer'>) =>
    command(() => thingsHandlers['things.transfer'](context, contract.things.transfer.input.parse(input))),
  history: (input: CallInput<'things.history'>): OutputOf<'things.history'> =>
    contract.things.history.output.parse(thingsHandlers['things.history'](context, contract.things.history.input.parse(input))),
  saveFact: (input: CallInput<'things.saveFact'>) =>
    command(() => thingsHandlers['things.saveFact'](context, contract.things.saveFact.input.parse(input))),
  renew: (input: CallInput<'things.renew'>) =>
    command(() => thingsHandlers['things.renew'](context, contract.things.renew.input.parse(input))),
  undoRenewal: (input: CallInput<'things.undoRenewal'>) =>
    command(() => thingsHandlers['things.undoRenewal'](context, contract.things.undoRenewal.input.parse(input))),
  removeFact: (input: CallInput<'things.removeFact'>) =>
    command(() => thingsHandlers['things.removeFact'](context, contract.things.removeFact.input.parse(input))),
  restoreFact: (input: CallInput<'things.restoreFact'>) =>
    command(() => thingsHandlers['things.restoreFact'](context, contract.things.restoreFact.input.parse(input))),
  expiring: (input: CallInput<'things.expiring'>): OutputOf<'things.expiring'> =>
    contract.things.expiring.output.parse(
      thingsHandlers['things.expiring'](context, contract.things.expiring.input.parse(input)),
    ),
});

/** What the clerk can write down of what a customer looks at and wants. */
export const interestsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  save: (input: CallInput<'interests.save'>) =>
    command(() => interestsHandlers['interests.save'](context, contract.interests.save.input.parse(input))),
  settle: (input: CallInput<'interests.settle'>) =>
    command(() => interestsHandlers['interests.settle'](context, contract.interests.settle.input.parse(input))),
  remove: (input: CallInput<'interests.remove'>) =>
    command(() => interestsHandlers['interests.remove'](context, contract.interests.remove.input.parse(input))),
  restore: (input: CallInput<'interests.restore'>) =>
    command(() => interestsHandlers['interests.restore'](context, contract.interests.restore.input.parse(input))),
  list: (customerId: string): OutputOf<'interests.list'> =>
    contract.interests.list.output.parse(
      interestsHandlers['interests.list'](context, contract.interests.list.input.parse({ customerId })),
    ),
  overview: (customerId: string): OutputOf<'interests.overview'> =>
    contract.interests.overview.output.parse(
      interestsHandlers['interests.overview'](context, contract.interests.overview.input.parse({ customerId })),
    ),
});
