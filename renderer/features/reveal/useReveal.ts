import { useEffect, useState } from 'react';
import type { RevealReason } from '../../../shared/contract/contactMethods.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useCommand } from '../../ipc/useCommand.ts';

type Methods = OutputOf<'customers.reveal'>['methods'];

/** Long enough to dial a number, short enough for a screen that customers see too. */
const SHOWN_SECONDS = 30;

/**
 * One person's numbers in full for a short while (R192). They hide by themselves, and as soon as the window is no longer looked at; nothing
 * of them is kept among the answers of the pages.
 */
export const useReveal = (customerId: CustomerId) => {
  const [shown, setShown] = useState<Methods | null>(null);
  const command = useCommand('customers.reveal');

  useEffect(() => {
    if (shown === null) return;
    const hide = (): void => {
      setShown(null);
    };
    const timer = window.setTimeout(hide, SHOWN_SECONDS * 1000);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [shown]);

  return {
    /** Null while hidden. */
    shown,
    isAsking: command.isPending,
    reveal: async (reason: RevealReason, note = ''): Promise<Methods | null> => {
      // A failure is told by the command itself.
      const answer = await command.mutateAsync({ customerId, reason, note }).catch(() => null);
      setShown(answer?.methods ?? null);
      return answer?.methods ?? null;
    },
    hide: () => {
      setShown(null);
    },
  };
};
export type Reveal = ReturnType<typeof useReveal>;

/** The number to call: one known to be wrong only when there is no other. */
export const phoneToCall = <Method extends { readonly type: string; readonly isValid: boolean }>(
  methods: readonly Method[],
): Method | undefined => {
  const phones = methods.filter(({ type }) => type === 'mobile' || type === 'landline');
  return phones.find(({ isValid }) => isValid) ?? phones[0];
};
