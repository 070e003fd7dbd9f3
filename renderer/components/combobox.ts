/**
 * The ARIA pattern "editable combobox with list autocomplete" (APG): the field keeps the focus, the arrows move the active
 * row, and the field says which one it is. A native select or datalist cannot show a person in a row.
 */
export const comboboxField = (listId: string, isOpen: boolean, activeIndex: number) => ({
  role: 'combobox',
  'aria-expanded': isOpen,
  'aria-controls': listId,
  'aria-autocomplete': 'list' as const,
  'aria-activedescendant': isOpen ? optionId(listId, activeIndex) : undefined,
  autoComplete: 'off',
  spellCheck: false,
});

const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The list below the field. */
export const comboboxList = (listId: string, label: string) => ({ id: listId, role: 'listbox', 'aria-label': label });

/** One row of the list. Pressing it must not take the focus from the field. */
export const comboboxOption = (listId: string, index: number, activeIndex: number) => ({
  id: optionId(listId, index),
  role: 'option',
  'aria-selected': index === activeIndex,
  mod: { active: index === activeIndex },
  onMouseDown: (event: { preventDefault: () => void }): void => {
    event.preventDefault();
  },
});
