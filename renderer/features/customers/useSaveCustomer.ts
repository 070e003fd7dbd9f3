import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { changesBetween, inputOf, valuesOf, type Card, type CustomerValues } from './form/customerValues.ts';

interface SaveOptions {
  /** What is said to be done; by default that the person was changed. */
  readonly label?: string;
  /** Takes back what the same form has changed beside the card's own fields. */
  readonly undoAlso?: (() => Promise<unknown>) | undefined;
}

/**
 * Saves what differs from the card as it was opened, and lets it be undone. Rejects with AppError (`bad_input` names
 * 'changes.<field>'; `conflict` when someone else changed the person meanwhile).
 */
export const useSaveCustomer = (card: Card) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { done } = useUndo();
  const update = useCommand('customers.update', { quiet: true });
  const opened = useRef(card);

  const save = async (values: CustomerValues, { label, undoAlso }: SaveOptions = {}): Promise<void> => {
    const { id: customerId, revision } = opened.current;
    const changes = changesBetween(inputOf(valuesOf(opened.current, settings.language), today), inputOf(values, today));
    const told = label ?? t('customers.done.changed', { name: values.name.trim() });
    if (Object.keys(changes).length === 0) {
      if (undoAlso !== undefined) done({ label: told, undo: undoAlso });
      return;
    }
    const { before, verifications } = await update.mutateAsync({ customerId, revision, changes });
    done({
      label: told,
      undo: async () => {
        await call('customers.update', { customerId, changes: before, verifications });
        await undoAlso?.();
      },
    });
  };
  return { save, isSaving: update.isPending };
};
