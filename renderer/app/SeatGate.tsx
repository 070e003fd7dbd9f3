import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../shared/contract.ts';
import { LockScreen } from '../features/staff/LockScreen.tsx';
import { WelcomePage } from '../features/staff/WelcomePage.tsx';
import { router } from './routes.tsx';
import { useSession } from './session.ts';
import { useActivity } from './useActivity.ts';
import { forgetUndo } from './useUndo.tsx';

/** What is of the shop and of nobody in particular stays when somebody else sits down. */
const impersonal: readonly unknown[] = ['staff.session', 'settings.get', 'shell.startState', 'vault.status'];

/**
 * Lets the pages in for whoever sits at the desk. Locked, they stay as they are beneath the lock screen: the same person finds what was typed;
 * for anybody else everything starts anew, and nothing that was read before is shown.
 */
export const SeatGate = ({ children }: { readonly children: ReactNode }) => {
  const queryClient = useQueryClient();
  const session = useSession();
  const isLocked = session?.isLocked ?? false;
  const present = session?.staff?.staffId ?? null;
  /** For whom the pages stand; undefined before the first. */
  const [shownFor, setShownFor] = useState<string | null | undefined>(undefined);
  const [wasLocked, setWasLocked] = useState(false);
  const [words, setWords] = useState<OutputOf<'staff.makeOwner'>['words']>(null);
  useActivity(session !== undefined && session.hasAccounts && !isLocked);
  if (isLocked && !wasLocked) setWasLocked(true);
  /** Somebody else has unlocked: what stands there is not theirs. */
  const mustStartAnew = wasLocked && !isLocked && shownFor !== undefined && shownFor !== present;

  useLayoutEffect(() => {
    if (session === undefined || isLocked) return;
    if (mustStartAnew) {
      forgetUndo();
      queryClient.removeQueries({ predicate: ({ queryKey }) => !impersonal.includes(queryKey[0]) });
      void router.navigate({ to: '/today', search: {} });
    }
    if (wasLocked) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'staff.session' });
    // The pages come back in a render of their own, once nothing of the former person is left for them to show.
    queueMicrotask(() => {
      setWasLocked(false);
      setShownFor(present);
    });
  }, [session, isLocked, wasLocked, mustStartAnew, present, queryClient]);

  if (session === undefined) return null;
  if (session.isFirstStart || words !== null)
    return <WelcomePage words={words} onWords={setWords} onDone={() => setWords(null)} />;
  return (
    <>
      {shownFor !== undefined && !mustStartAnew && children}
      {isLocked && <LockScreen session={session} lastStaffId={shownFor ?? null} />}
    </>
  );
};
