import { useSyncExternalStore } from 'react';
import type { CallInput } from '../../../shared/contract.ts';

type Selection = NonNullable<CallInput<'exports.customers'>['selection']>;

/** Who is to be exported, as chosen on another page; null is everyone. */
export interface ChosenPeople {
  readonly selection: Selection;
  readonly count: number;
}

let chosen: ChosenPeople | null = null;
const listeners = new Set<() => void>();

/** Called by the list before it leads to the exports page: a choice of thousands does not fit into an address. */
export const choosePeople = (people: ChosenPeople | null): void => {
  chosen = people;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Who was chosen, for as long as the window lives. */
export const useChosenPeople = (): ChosenPeople | null => useSyncExternalStore(subscribe, () => chosen);

const everyone: Selection = { filter: {}, exceptIds: [] };
export const selectionOf = (people: ChosenPeople | null): Selection => people?.selection ?? everyone;
