import { useRef } from 'react';
import type { OutputOf } from '../../../shared/contract.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { Extras } from './CustomerExtras.tsx';

type Card = Pick<OutputOf<'customers.findById'>, 'id' | 'tags' | 'customFields'>;

/** The tags and own fields of a card, as its form holds them. */
export const extrasOf = ({ tags, customFields }: Card): Extras => ({
  tags: tags.map(({ tagId, name, groupName }) => ({ tagId, name, groupName })),
  values: new Map(customFields.map(({ fieldId, value }) => [fieldId, value])),
});

/**
 * Saves the tags and own fields that differ from the card as it was opened, and gives what takes it all back; undefined when nothing
 * differs. Saving again after a failure elsewhere in the form writes nothing twice, and the undo still knows the first time.
 */
export const useSaveExtras = (card: Card) => {
  const tagCustomer = useCommand('tags.tagCustomer', { quiet: true });
  const saveValues = useCommand('customFields.saveValues', { quiet: true });
  const opened = useRef(card);
  const undos = useRef<(() => Promise<unknown>)[]>([]);

  return async (extras: Extras): Promise<(() => Promise<unknown>) | undefined> => {
    const { id: customerId, tags } = opened.current;
    const former = extrasOf(opened.current).values;
    const values = [...extras.values].flatMap(([fieldId, value]) =>
      JSON.stringify(former.get(fieldId) ?? null) === JSON.stringify(value) ? [] : [{ fieldId, value }],
    );
    if (values.length > 0) {
      const { before } = await saveValues.mutateAsync({ customerId, values });
      if (before.length > 0)
        undos.current.push(() => client.customFields.saveValues({ customerId, values: before, isUndo: true }));
    }
    const had = new Set(tags.map(({ tagId }) => tagId));
    const has = new Set(extras.tags.map(({ tagId }) => tagId));
    const add = [...has].flatMap((tagId) => (had.has(tagId) ? [] : [{ tagId }]));
    const remove = [...had].filter((tagId) => !has.has(tagId));
    if (add.length + remove.length > 0) {
      const { before } = await tagCustomer.mutateAsync({ customerId, add, remove });
      if (before.add.length + before.remove.length > 0)
        undos.current.push(() => client.tags.tagCustomer({ customerId, ...before }));
    }
    const steps = undos.current.toReversed();
    if (steps.length === 0) return undefined;
    return async () => {
      for (const undo of steps) await undo();
    };
  };
};
