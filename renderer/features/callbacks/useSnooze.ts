import { useTranslation } from 'react-i18next';
import type { Reason, SnoozeEnd, Snoozed } from '../../../shared/contract/callbacks.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

/** All that can be left unsaid: everything but the time they named themselves and the shop's own rules. */
export type SnoozedRule = Exclude<Reason['code'], 'promised' | 'own'>;

/** Leaves one reason of one person unsaid, or brings it up again, each told with its undo (X05). */
export const useSnooze = () => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const snooze = useCommand('callbacks.snooze');
  const resume = useCommand('callbacks.resume');
  return {
    snooze: (customerId: string, rule: SnoozedRule, until: SnoozeEnd): void => {
      snooze.mutate(
        { customerId, rule, until },
        {
          onSuccess: ({ snoozeId }) => {
            done({
              label: t('callbacks.snooze.told', { rule: t(`settings.list.rule.${rule}`) }),
              undo: () => call('callbacks.resume', { snoozeId }),
            });
          },
        },
      );
    },
    resume: ({ id: snoozeId }: Snoozed, ruleWords: string): void => {
      resume.mutate(
        { snoozeId },
        {
          onSuccess: () => {
            done({
              label: t('callbacks.snooze.resumed', { rule: ruleWords }),
              undo: () => call('callbacks.snoozeAgain', { snoozeId }),
            });
          },
        },
      );
    },
  };
};
