import { referralsHandlers } from '../../electron/handlers/referrals.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with who brought whom, each through contract and handler in one transaction. */
export const referralsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  around: (personId: CustomerId): OutputOf<'referrals.around'> =>
    contract.referrals.around.output.parse(
      referralsHandlers['referrals.around'](context, contract.referrals.around.input.parse({ personId })),
    ),
  makeCode: (customerId: CustomerId): OutputOf<'referrals.makeCode'> =>
    contract.referrals.makeCode.output.parse(command(() => referralsHandlers['referrals.makeCode'](context, { customerId }))),
  link: (input: CallInput<'referrals.link'>) =>
    command(() => referralsHandlers['referrals.link'](context, contract.referrals.link.input.parse(input))),
  unlink: (input: CallInput<'referrals.unlink'>) =>
    command(() => referralsHandlers['referrals.unlink'](context, contract.referrals.unlink.input.parse(input))),
});
