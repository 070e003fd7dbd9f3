import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Makes a customer inactive, or with null active again; either can be undone, to the day and the reason. */
export const useSetInactive = ({ id: customerId, name }: Person) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const command = useCommand('inactive.set');
  const set = async (inactive: CallInput<'inactive.set'>['inactive']): Promise<void> => {
    const { before } = await command.mutateAsync({ customerId, inactive });
    done({
      label: t(inactive === null ? 'inactive.undone' : 'inactive.done', { name }),
      undo: () => call('inactive.set', { customerId, inactive: before }),
    });
  };
  return { set, isPending: command.isPending };
};
