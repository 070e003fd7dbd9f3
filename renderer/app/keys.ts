/** What a key press asks of the frame; null is none of the frame's business. */
export type GlobalKey =
  | { readonly to: 'search' | 'visit' | 'newCustomer' | 'today' | 'undo' | 'back' | 'keys' | 'lock' }
  | { readonly to: 'menu'; readonly index: number };

/** The parts of a KeyboardEvent that decide. `code` too: a Chinese input method reports other letters for `/` and `?`. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const functionKeys: Readonly<Record<string, GlobalKey>> = {
  F2: { to: 'visit' },
  F3: { to: 'newCustomer' },
  F4: { to: 'today' },
  Escape: { to: 'back' },
};

const withControl = (press: KeyPress, isTyping: boolean): GlobalKey | null => {
  if (press.code === 'KeyK') return { to: 'search' };
  if (press.code === 'KeyL') return { to: 'lock' };
  // In a field Ctrl+Z takes back typing, as everywhere.
  return press.code === 'KeyZ' && !press.shiftKey && !isTyping ? { to: 'undo' } : null;
};

/** Which of the frame's keys was pressed; `isTyping` when a text field has the focus. */
export const globalKeyOf = (press: KeyPress, isTyping: boolean): GlobalKey | null => {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (press.altKey) return digit !== undefined && !press.ctrlKey ? { to: 'menu', index: Number(digit) - 1 } : null;
  if (press.ctrlKey || press.metaKey) return withControl(press, isTyping);
  const named = functionKeys[press.key];
  if (named !== undefined) return press.shiftKey ? null : named;
  if (isTyping || press.code !== 'Slash') return null;
  return press.shiftKey ? { to: 'keys' } : { to: 'search' };
};

/** Whether typing goes into the element, so that plain letters and digits are no commands. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable) ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type));
