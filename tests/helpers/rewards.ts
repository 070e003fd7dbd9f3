import { rewardsHandlers } from '../../electron/handlers/rewards.ts';
import type { StoreContext } from '../../electron/handlers/context.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { Desk } from './desk.ts';

const { rewards } = contract;

/** What the clerk can do with rewards, each through contract and handler in one transaction. */
export const rewardsAt = ({ context: own, command }: Pick<Desk, 'context' | 'command'>, context: StoreContext = own) => ({
  list: () => rewards.list.output.parse(rewardsHandlers['rewards.list'](context, { includeArchived: true })).rewards,
  save: (input: CallInput<'rewards.save'>): OutputOf<'rewards.save'> =>
    rewards.save.output.parse(command(() => rewardsHandlers['rewards.save'](context, rewards.save.input.parse(input)))),
  archive: (input: CallInput<'rewards.archive'>) =>
    command(() => rewardsHandlers['rewards.archive'](context, rewards.archive.input.parse(input))),
  remove: (input: CallInput<'rewards.remove'>) =>
    command(() => rewardsHandlers['rewards.remove'](context, rewards.remove.input.parse(input))),
  receive: (input: CallInput<'rewards.receive'>) =>
    command(() => rewardsHandlers['rewards.receive'](context, rewards.receive.input.parse(input))),
  count: (input: CallInput<'rewards.count'>) =>
    command(() => rewardsHandlers['rewards.count'](context, rewards.count.input.parse(input))),
  takeMovementBack: (input: CallInput<'rewards.takeMovementBack'>) =>
    command(() => rewardsHandlers['rewards.takeMovementBack'](context, rewards.takeMovementBack.input.parse(input))),
  movements: (rewardId: string) =>
    rewardsHandlers['rewards.movements'](context, rewards.movements.input.parse({ rewardId })).rows,
  forCustomer: (customerId: CustomerId) =>
    rewards.forCustomer.output.parse(rewardsHandlers['rewards.forCustomer'](context, { customerId })),
  redeem: (input: CallInput<'rewards.redeem'>) =>
    command(() => rewardsHandlers['rewards.redeem'](context, rewards.redeem.input.parse(input))),
  undo: (redemptionId: string) =>
    command(() => rewardsHandlers['rewards.undo'](context, rewards.undo.input.parse({ redemptionId }))),
  return: (input: CallInput<'rewards.return'>) =>
    command(() => rewardsHandlers['rewards.return'](context, rewards.return.input.parse(input))),
  restore: (redemptionId: string) =>
    command(() => rewardsHandlers['rewards.restore'](context, rewards.restore.input.parse({ redemptionId }))),
  ofCustomer: (customerId: CustomerId) =>
    rewards.ofCustomer.output.parse(
      rewardsHandlers['rewards.ofCustomer'](context, rewards.ofCustomer.input.parse({ customerId })),
    ).rows,
  till: (businessDate: CallInput<'rewards.till'>['businessDate']) =>
    rewardsHandlers['rewards.till'](context, rewards.till.input.parse({ businessDate })).entries,
});
