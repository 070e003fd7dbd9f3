import { couponsHandlers } from '../../electron/handlers/coupons.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with coupons and codes, each through contract and handler in one transaction. */
export const couponsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  types: (includeArchived = false) =>
    couponsHandlers['coupons.types'](context, contract.coupons.types.input.parse({ includeArchived })).types,
  saveType: (input: CallInput<'coupons.saveType'>): OutputOf<'coupons.saveType'> =>
    contract.coupons.saveType.output.parse(
      command(() => couponsHandlers['coupons.saveType'](context, contract.coupons.saveType.input.parse(input))),
    ),
  archiveType: (input: CallInput<'coupons.archiveType'>) =>
    command(() => couponsHandlers['coupons.archiveType'](context, contract.coupons.archiveType.input.parse(input))),
  removeType: (input: CallInput<'coupons.removeType'>) =>
    command(() => couponsHandlers['coupons.removeType'](context, contract.coupons.removeType.input.parse(input))),
  codes: (includeArchived = false) =>
    couponsHandlers['coupons.codes'](context, contract.coupons.codes.input.parse({ includeArchived })).codes,
  saveCode: (input: CallInput<'coupons.saveCode'>): OutputOf<'coupons.saveCode'> =>
    contract.coupons.saveCode.output.parse(
      command(() => couponsHandlers['coupons.saveCode'](context, contract.coupons.saveCode.input.parse(input))),
    ),
  archiveCode: (input: CallInput<'coupons.archiveCode'>) =>
    command(() => couponsHandlers['coupons.archiveCode'](context, contract.coupons.archiveCode.input.parse(input))),
  removeCode: (input: CallInput<'coupons.removeCode'>) =>
    command(() => couponsHandlers['coupons.removeCode'](context, contract.coupons.removeCode.input.parse(input))),
  ofCustomer: (customerId: CallInput<'coupons.ofCustomer'>['customerId']): OutputOf<'coupons.ofCustomer'>['coupons'] =>
    contract.coupons.ofCustomer.output.parse(
      couponsHandlers['coupons.ofCustomer'](context, contract.coupons.ofCustomer.input.parse({ customerId })),
    ).coupons,
  atVisit: (input: CallInput<'coupons.atVisit'>): OutputOf<'coupons.atVisit'>['offers'] =>
    contract.coupons.atVisit.output.parse(
      couponsHandlers['coupons.atVisit'](context, contract.coupons.atVisit.input.parse(input)),
    ).offers,
  figures: (): OutputOf<'coupons.figures'> =>
    contract.coupons.figures.output.parse(couponsHandlers['coupons.figures'](context, {})),
  lapsing: (input: CallInput<'coupons.lapsing'> = {}): OutputOf<'coupons.lapsing'> =>
    contract.coupons.lapsing.output.parse(
      couponsHandlers['coupons.lapsing'](context, contract.coupons.lapsing.input.parse(input)),
    ),
  issue: (input: CallInput<'coupons.issue'>): OutputOf<'coupons.issue'> =>
    contract.coupons.issue.output.parse(
      command(() => couponsHandlers['coupons.issue'](context, contract.coupons.issue.input.parse(input))),
    ),
  takeBack: (input: CallInput<'coupons.takeBack'>) =>
    command(() => couponsHandlers['coupons.takeBack'](context, contract.coupons.takeBack.input.parse(input))),
  transfer: (input: Omit<CallInput<'coupons.transfer'>, 'reason'>) =>
    command(() =>
      couponsHandlers['coupons.transfer'](context, contract.coupons.transfer.input.parse({ ...input, reason: '给家人用' })),
    ),
  void: (input: CallInput<'coupons.void'>) =>
    command(() => couponsHandlers['coupons.void'](context, contract.coupons.void.input.parse(input))),
  restore: (input: CallInput<'coupons.restore'>) =>
    command(() => couponsHandlers['coupons.restore'](context, contract.coupons.restore.input.parse(input))),
});
