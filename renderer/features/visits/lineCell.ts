import type { LineField } from './lines.ts';

/** The id of the entry field below the lines. */
export const entryId = 'visit-entry';

/** The id of one field of one line, so that a key can move the cursor there. */
export const cellId = (key: string, field: LineField): string => `visit-${key}-${field}`;

/** Puts the cursor into a field of the form after the next drawing, and selects what is there. */
export const focusField = (id: string): void => {
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  });
};
