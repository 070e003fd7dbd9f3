import { signedFormsHandlers } from '../../electron/handlers/signedForms.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { Desk } from './desk.ts';

/** What the clerk can do with forms, each through contract and handler in one transaction. */
export const formsAt = ({ context, command }: Pick<Desk, 'context' | 'command'>) => ({
  templates: (input: CallInput<'signedForms.templates'> = {}): OutputOf<'signedForms.templates'>['templates'] =>
    contract.signedForms.templates.output.parse(
      signedFormsHandlers['signedForms.templates'](context, contract.signedForms.templates.input.parse(input)),
    ).templates,
  saveTemplate: (input: CallInput<'signedForms.saveTemplate'>): OutputOf<'signedForms.saveTemplate'> =>
    contract.signedForms.saveTemplate.output.parse(
      command(() =>
        signedFormsHandlers['signedForms.saveTemplate'](context, contract.signedForms.saveTemplate.input.parse(input)),
      ),
    ),
  archiveTemplate: (input: CallInput<'signedForms.archiveTemplate'>) =>
    command(() =>
      signedFormsHandlers['signedForms.archiveTemplate'](context, contract.signedForms.archiveTemplate.input.parse(input)),
    ),
  removeTemplate: (input: CallInput<'signedForms.removeTemplate'>) =>
    command(() =>
      signedFormsHandlers['signedForms.removeTemplate'](context, contract.signedForms.removeTemplate.input.parse(input)),
    ),
  list: (customerId: string): OutputOf<'signedForms.list'> =>
    contract.signedForms.list.output.parse(
      signedFormsHandlers['signedForms.list'](context, contract.signedForms.list.input.parse({ customerId })),
    ),
  find: (input: CallInput<'signedForms.findById'>): OutputOf<'signedForms.findById'> =>
    contract.signedForms.findById.output.parse(
      signedFormsHandlers['signedForms.findById'](context, contract.signedForms.findById.input.parse(input)),
    ),
  due: (customerId: string): OutputOf<'signedForms.due'> =>
    contract.signedForms.due.output.parse(
      signedFormsHandlers['signedForms.due'](context, contract.signedForms.due.input.parse({ customerId })),
    ),
  sign: (input: CallInput<'signedForms.sign'>) =>
    command(() => signedFormsHandlers['signedForms.sign'](context, contract.signedForms.sign.input.parse(input))),
  void: (input: CallInput<'signedForms.void'>) =>
    command(() => signedFormsHandlers['signedForms.void'](context, contract.signedForms.void.input.parse(input))),
  restore: (input: CallInput<'signedForms.restore'>) =>
    command(() => signedFormsHandlers['signedForms.restore'](context, contract.signedForms.restore.input.parse(input))),
  page: (input: CallInput<'signedForms.document'>): string =>
    signedFormsHandlers['signedForms.document'](context, contract.signedForms.document.input.parse(input)).html,
});
