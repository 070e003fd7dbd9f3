import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../ipc/client.ts';
import { dialogSelector, isDialogOpen } from '../components/dialogs.ts';
import { globalKeyOf, isTextField, type GlobalKey } from './keys.ts';
import { focusSearchBox } from './searchFocus.ts';
import { menuEntries } from './menuEntries.ts';
import { useCurrentCustomer } from './useCurrentCustomer.ts';
import { useUndo } from './useUndo.tsx';

/** What Escape closes by itself: a dialog, or the list or calendar of a field. */
const openLayers = `${dialogSelector}, [aria-haspopup][aria-expanded="true"], [role="combobox"][aria-expanded="true"]`;

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
        case 'lock':
          // A shop without accounts has nothing to lock.
          void call('staff.lock', {}).catch(() => undefined);
          return;
        case 'keys':
          showKeys();
          return;
        case 'back':
          if (router.history.canGoBack()) router.history.back();
      }
    };
    let isSomethingOpen = false;
    // Looked up before anyone acts on the key: a dialog that Escape closes is gone by the time the key comes back up.
    const onKeyDownFirst = (): void => {
      isSomethingOpen = document.querySelector(openLayers) !== null;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const wanted = globalKeyOf(event, isTextField(event.target));
      if (wanted === null || (isSomethingOpen && wanted.to === 'back')) return;
      if (isDialogOpen() && wanted.to !== 'lock') return;
      event.preventDefault();
      act(wanted);
    };
    window.addEventListener('keydown', onKeyDownFirst, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDownFirst, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [router, undoLast, customerId, showKeys]);
};
