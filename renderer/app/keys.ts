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

/** The keys of the menu's entries in their order, with Alt: as they follow one another on the keyboard. */
export const menuKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='] as const;
const menuKeyOf = (code: string): string | undefined => {
  if (code === 'Minus' || code === 'NumpadSubtract') return '-';
  if (code === 'Equal') return '=';
  return /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
};

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
  if (press.altKey) {
    const index = menuKeys.findIndex((key) => key === menuKeyOf(press.code));
    return index >= 0 && !press.ctrlKey ? { to: 'menu', index } : null;
  }
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
