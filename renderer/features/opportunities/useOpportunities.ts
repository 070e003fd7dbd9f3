import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { Opportunity } from '../../../shared/contract/opportunities.ts';
import type { OpportunityEventId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

export type OpportunityInput = Omit<CallInput<'opportunities.save'>, 'opportunityId'>;
type Known = Pick<Opportunity, 'id' | 'title'>;

/** What can be done with opportunities, each told with its undo. What fails rejects with AppError, and is told unless a form shows it. */
export const useOpportunities = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const save = useCommand('opportunities.save', { quiet: true });
  const setNextStep = useCommand('opportunities.setNextStep', { quiet: true });
  const move = useCommand('opportunities.move');
  const win = useCommand('opportunities.win');
  const lose = useCommand('opportunities.lose', { quiet: true });
  const reopen = useCommand('opportunities.reopen');
  const remove = useCommand('opportunities.remove');
  const stepped = ({ id: opportunityId }: Known, label: string, { eventId }: { readonly eventId: OpportunityEventId }): void => {
    done({ label, undo: () => call('opportunities.takeBack', { opportunityId, eventId }) });
  };
  return {
    isMoving: move.isPending,
    /** Writes one down, or changes `known`. */
    save: async (input: OpportunityInput, known: Known | null): Promise<Known> => {
      const { opportunityId: id, before } = await save.mutateAsync({ opportunityId: known?.id ?? null, ...input });
      done({
        label: t(before === null ? 'opportunities.told.added' : 'opportunities.told.changed', { title: input.title }),
        undo: async () => {
          if (before === null) await call('opportunities.remove', { opportunityId: id });
          else await call('opportunities.save', before);
        },
      });
      return { id, title: input.title };
    },
    setNextStep: async (
      { id: opportunityId, title }: Known,
      step: Omit<CallInput<'opportunities.setNextStep'>, 'opportunityId'>,
    ) => {
      const { before } = await setNextStep.mutateAsync({ opportunityId, ...step });
      const words = step.nextStep ?? '';
      done({
        label: words === '' ? t('opportunities.told.stepDone', { title }) : t('opportunities.told.step', { title, step: words }),
        undo: async () => {
          await call('opportunities.setNextStep', { opportunityId, ...before });
        },
      });
    },
    move: async (known: Known, stage: { readonly id: string; readonly name: string }): Promise<void> => {
      const answer = await move.mutateAsync({ opportunityId: known.id, stageId: stage.id });
      stepped(known, t('opportunities.told.moved', { title: known.title, stage: stage.name }), answer);
    },
    win: async (known: Known, by: Omit<CallInput<'opportunities.win'>, 'opportunityId'>): Promise<void> => {
      const answer = await win.mutateAsync({ opportunityId: known.id, ...by });
      stepped(known, t('opportunities.told.won', { title: known.title }), answer);
    },
    lose: async (known: Known, why: Omit<CallInput<'opportunities.lose'>, 'opportunityId'>): Promise<void> => {
      const answer = await lose.mutateAsync({ opportunityId: known.id, ...why });
      stepped(known, t('opportunities.told.lost', { title: known.title }), answer);
    },
    reopen: async (known: Known): Promise<void> => {
      const answer = await reopen.mutateAsync({ opportunityId: known.id });
      stepped(known, t('opportunities.told.reopened', { title: known.title }), answer);
    },
    remove: async ({ id: opportunityId, title }: Known): Promise<void> => {
      await remove.mutateAsync({ opportunityId });
      done({
        label: t('opportunities.told.removed', { title }),
        undo: () => call('opportunities.restore', { opportunityId }),
      });
    },
  };
};
