import { sharersHandlers } from '../../electron/handlers/sharers.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Desk } from './desk.ts';

const area = contract.sharers;

/** What the desk does with sharers, each through contract and handler in one transaction. */
export const sharersAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  save: (input: Omit<CallInput<'sharers.save'>, 'maySpendStored' | 'mayUseCards'> & Partial<CallInput<'sharers.save'>>) =>
    command(() =>
      sharersHandlers['sharers.save'](context, area.save.input.parse({ maySpendStored: true, mayUseCards: false, ...input })),
    ),
  end: (sharerId: string, isEnded = true) =>
    command(() => sharersHandlers['sharers.end'](context, area.end.input.parse({ sharerId, isEnded }))),
  forget: (sharerId: string) => command(() => sharersHandlers['sharers.forget'](context, area.forget.input.parse({ sharerId }))),
  ofCustomer: (customerId: CustomerId) =>
    area.ofCustomer.output.parse(sharersHandlers['sharers.ofCustomer'](context, { customerId })),
  purses: (customerId: CustomerId) =>
    area.forVisit.output.parse(sharersHandlers['sharers.forVisit'](context, { customerId, businessDate: null })).purses,
});
