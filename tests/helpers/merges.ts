import { customersFamily } from '../../electron/handlers/customers/family.ts';
import { customersCard } from '../../electron/handlers/customers/card.ts';
import { customersFind } from '../../electron/handlers/customers/find.ts';
import { customersWrite } from '../../electron/handlers/customers/write.ts';
import { mergesHandlers } from '../../electron/handlers/merges.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';

/** A desk that can also enter, merge and part customers. */
export const openMergeDesk = (options: Parameters<typeof openDesk>[0] = {}) => {
  const desk: Desk = openDesk(options);
  const { context, command } = desk;
  return {
    ...desk,
    create: (input: CallInput<'customers.create'>): CustomerId =>
      command(() => customersWrite['customers.create'](context, contract.customers.create.input.parse(input))).customerId,
    update: (input: CallInput<'customers.update'>) =>
      command(() => customersWrite['customers.update'](context, contract.customers.update.input.parse(input))),
    remove: (customerId: CustomerId) => command(() => customersWrite['customers.remove'](context, { customerId })),
    restore: (customerId: CustomerId) => command(() => customersWrite['customers.restore'](context, { customerId })),
    card: (customerId: CustomerId) => customersCard['customers.findById'](context, { customerId }),
    byNumber: (number: string) => customersCard['customers.findByNumber'](context, { number }),
    search: (text: string) => customersFind['customers.search'](context, { text, limit: 10 }).hits,
    saveDate: (input: CallInput<'customers.saveImportantDate'>) =>
      command(() =>
        customersFamily['customers.saveImportantDate'](context, contract.customers.saveImportantDate.input.parse(input)),
      ),
    saveMember: (input: CallInput<'customers.saveFamilyMember'>) =>
      command(() =>
        customersFamily['customers.saveFamilyMember'](context, contract.customers.saveFamilyMember.input.parse(input)),
      ),
    preview: (survivorId: CustomerId, otherId: CustomerId) =>
      contract.merges.preview.output.parse(mergesHandlers['merges.preview'](context, { survivorId, otherId })),
    merge: (input: CallInput<'merges.merge'>) =>
      command(() => mergesHandlers['merges.merge'](context, contract.merges.merge.input.parse(input))),
    undoMerge: (input: CallInput<'merges.undo'>) =>
      command(() => mergesHandlers['merges.undo'](context, contract.merges.undo.input.parse(input))),
    history: () =>
      contract.merges.list.output.parse(mergesHandlers['merges.list'](context, contract.merges.list.input.parse({}))).rows,
  };
};
export type MergeDesk = ReturnType<typeof openMergeDesk>;
