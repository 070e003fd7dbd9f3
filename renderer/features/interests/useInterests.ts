import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { Interest } from '../../../shared/contract/interests.ts';
import type { WishState } from '../../../shared/domain/interests.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type InterestInput = Omit<CallInput<'interests.save'>, 'customerId' | 'interestId'>;

const inputOf = ({ kind, productId, name, on, note, requirements, wantedBy }: Interest): InterestInput => ({
  kind,
  productId,
  name,
  on,
  note: note ?? '',
  requirements,
  wantedBy,
});

/** What can be done with what a customer looked at and wants, each told with its undo. */
export const useInterests = (customerId: CustomerId) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const { mutateAsync: save } = useCommand('interests.save', { quiet: true });
  const settle = useCommand('interests.settle');
  const remove = useCommand('interests.remove');
  return {
    /** Writes one down, or changes what `before` was. Rejects with AppError. */
    save: async (input: InterestInput, before: Interest | null): Promise<void> => {
      const { interestId } = await save({ customerId, interestId: before?.id ?? null, ...input });
      const { name } = input;
      done({
        label:
          before === null
            ? t('interests.done.added', { kind: t(`interests.kinds.${input.kind}`), name })
            : t('interests.done.changed', { name }),
        undo: async () => {
          if (before === null) {
            await call('interests.remove', { customerId, interestId });
            return;
          }
          await call('interests.save', { customerId, interestId, ...inputOf(before) });
          // What is no wish any more has lost its state with it.
          if (before.state !== null && before.state !== 'open')
            await call('interests.settle', { customerId, interestId, state: before.state });
        },
      });
    },
    settle: ({ id: interestId, name, state: before }: Interest, state: WishState): void => {
      settle.mutate(
        { customerId, interestId, state },
        {
          onSuccess: () => {
            done({
              label: t('interests.done.settled', { name, state: t(`interests.states.${state}`) }),
              undo: () => call('interests.settle', { customerId, interestId, state: before ?? 'open' }),
            });
          },
        },
      );
    },
    remove: ({ id: interestId, name }: Interest): void => {
      remove.mutate(
        { customerId, interestId },
        {
          onSuccess: () => {
            done({
              label: t('interests.done.removed', { name }),
              undo: () => call('interests.restore', { customerId, interestId }),
            });
          },
        },
      );
    },
  };
};
