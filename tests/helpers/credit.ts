import { creditHandlers } from '../../electron/handlers/credit.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Desk } from './desk.ts';

/** What the desk does with what is owed, each through contract and handler in one transaction. */
export const creditOf = ({ context, command }: Pick<Desk, 'context' | 'command'>) => {
  const { repay, writeOff, reverse, setTerms } = contract.credit;
  return {
    repay: (input: CallInput<'credit.repay'>) => command(() => creditHandlers['credit.repay'](context, repay.input.parse(input))),
    writeOff: (input: CallInput<'credit.writeOff'>) =>
      command(() => creditHandlers['credit.writeOff'](context, writeOff.input.parse(input))),
    reverse: (input: CallInput<'credit.reverse'>) =>
      command(() => creditHandlers['credit.reverse'](context, reverse.input.parse(input))),
    setTerms: (input: CallInput<'credit.setTerms'>) =>
      command(() => creditHandlers['credit.setTerms'](context, setTerms.input.parse(input))),
    account: (customerId: CustomerId) => creditHandlers['credit.account'](context, { customerId }),
    entries: (customerId: CustomerId) => creditHandlers['credit.entries'](context, { customerId, offset: 0, limit: 200 }).rows,
    owed: () => creditHandlers['credit.owed'](context, {}),
    debtors: () => creditHandlers['credit.debtors'](context, { offset: 0, limit: 50 }),
  };
};
