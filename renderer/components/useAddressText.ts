import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

const DEBOUNCE_MILLISECONDS = 120;

/**
 * A search field whose words live in the address, so that coming back finds the same rows. `apply` puts them there once nothing more is
 * typed; the field follows when the address changes by itself, e.g. by a click in the menu.
 */
export const useAddressText = (text: string, apply: (text: string | undefined) => void) => {
  const [typed, setTyped] = useState(text);
  const [applied, setApplied] = useState(text);
  if (text !== applied) {
    setApplied(text);
    if (typed.trim() !== text) setTyped(text);
  }
  const applySoon = useDebouncedCallback((next: string) => {
    apply(next.trim() === '' ? undefined : next.trim());
  }, DEBOUNCE_MILLISECONDS);
  return {
    typed,
    type: (next: string): void => {
      setTyped(next);
      applySoon(next);
    },
  };
};
