import { useTranslation } from 'react-i18next';
import type { CallInput, OutputOf } from '../../../../shared/contract.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import type { Card } from '../form/customerValues.ts';

export type ContactMethod = Card['contactMethods'][number];
type Before = OutputOf<'customers.saveContactMethod'>['before'];
type Marks = Omit<CallInput<'customers.markContactMethod'>, 'customerId' | 'methodId'>;

/** Changes of a customer's contact methods, each told with what takes it back. */
export const useContactMethods = (card: Card) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const save = useCommand('customers.saveContactMethod', { quiet: true });
  const mark = useCommand('customers.markContactMethod');
  const remove = useCommand('customers.removeContactMethod');
  const customerId = card.id;
  const told = (what: 'saved' | 'removed' | 'primary' | 'invalid' | 'valid' | 'verified', value: string, before: Before) => {
    done({
      label: t(`card.contact.done.${what}`, { value }),
      undo: () => call('customers.restoreContactMethods', { customerId, ...before }),
    });
  };
  return {
    isSaving: save.isPending,
    save: async (input: Omit<CallInput<'customers.saveContactMethod'>, 'customerId'>): Promise<void> => {
      const { before } = await save.mutateAsync({ customerId, ...input });
      told('saved', input.value, before);
    },
    mark: async (method: ContactMethod, marks: Marks, what: 'primary' | 'invalid' | 'valid' | 'verified'): Promise<void> => {
      const { before } = await mark.mutateAsync({ customerId, methodId: method.id, ...marks });
      told(what, method.value, before);
    },
    remove: async (method: ContactMethod): Promise<void> => {
      const { before } = await remove.mutateAsync({ customerId, methodId: method.id });
      told('removed', method.value, before);
    },
  };
};
