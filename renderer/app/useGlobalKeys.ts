import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { globalKeyOf, isTextField, type GlobalKey } from './keys.ts';
import { focusSearchBox } from './searchFocus.ts';
import { menuEntries } from './menuEntries.ts';
import { useCurrentCustomer } from './useCurrentCustomer.ts';
import { useUndo } from './useUndo.tsx';

/** The keys that work everywhere. A page that uses one itself calls preventDefault on it. */
export const useGlobalKeys = (showKeys: () => void): void => {
  const router = useRouter();
  const { undoLast } = useUndo();
  const customerId = useCurrentCustomer();

  useEffect(() => {
    const act = (wanted: GlobalKey): void => {
      switch (wanted.to) {
        case 'search':
          focusSearchBox();
          return;
        case 'visit':
          void router.navigate({ to: '/visit', search: customerId === null ? {} : { customerId } });
          return;
        case 'newCustomer':
          void router.navigate({ to: '/customers/new', search: {} });
          return;
        case 'today':
          void router.navigate({ to: '/today', search: {} });
          return;
        case 'menu': {
          const entry = menuEntries[wanted.index];
          if (entry !== undefined) void router.navigate({ to: entry.to });
          return;
        }
        case 'undo':
          undoLast();
          return;
        case 'keys':
          showKeys();
          return;
        case 'back':
          if (router.history.canGoBack()) router.history.back();
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const wanted = globalKeyOf(event, isTextField(event.target));
      if (wanted === null) return;
      // An open dialog or list closes first; it listens on its own.
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
      event.preventDefault();
      act(wanted);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [router, undoLast, customerId, showKeys]);
};
