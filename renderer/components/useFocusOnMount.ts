import { useEffect, useRef } from 'react';

/** Puts the cursor into a field when the page opens by a key: `<TextInput ref={useFocusOnMount()} />`. */
export const useFocusOnMount = <Field extends HTMLElement = HTMLInputElement>(isWanted = true) => {
  const ref = useRef<Field>(null);
  useEffect(() => {
    if (isWanted) ref.current?.focus();
  }, [isWanted]);
  return ref;
};
