import { storedValueHandlers } from '../../electron/handlers/storedValue.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Desk } from './desk.ts';

/** What the desk does with stored value, each through contract and handler in one transaction. */
export const storedValueOf = ({ context, command }: Pick<Desk, 'context' | 'command'>) => {
  const { topUp, refund, void: end, adjust, reverse, saveRule } = contract.storedValue;
  return {
    topUp: (input: CallInput<'storedValue.topUp'>) =>
      command(() => storedValueHandlers['storedValue.topUp'](context, topUp.input.parse(input))),
    refund: (input: CallInput<'storedValue.refund'>) =>
      command(() => storedValueHandlers['storedValue.refund'](context, refund.input.parse(input))),
    void: (input: CallInput<'storedValue.void'>) =>
      command(() => storedValueHandlers['storedValue.void'](context, end.input.parse(input))),
    adjust: (input: CallInput<'storedValue.adjust'>) =>
      command(() => storedValueHandlers['storedValue.adjust'](context, adjust.input.parse(input))),
    reverse: (input: CallInput<'storedValue.reverse'>) =>
      command(() => storedValueHandlers['storedValue.reverse'](context, reverse.input.parse(input))),
    transfer: (input: CallInput<'storedValue.transfer'>) =>
      command(() => storedValueHandlers['storedValue.transfer'](context, contract.storedValue.transfer.input.parse(input))),
    saveRule: (input: CallInput<'storedValue.saveRule'>) =>
      command(() => storedValueHandlers['storedValue.saveRule'](context, saveRule.input.parse(input))),
    account: (customerId: CustomerId) => storedValueHandlers['storedValue.account'](context, { customerId }),
    entries: (customerId: CustomerId) =>
      storedValueHandlers['storedValue.entries'](context, { customerId, offset: 0, limit: 200 }).rows,
    owed: () => storedValueHandlers['storedValue.owed'](context, {}),
    holders: () => storedValueHandlers['storedValue.holders'](context, { offset: 0, limit: 50 }),
    rules: () => storedValueHandlers['storedValue.rules'](context, { includeArchived: true }).rules,
  };
};
