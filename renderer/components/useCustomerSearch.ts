import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { OutputOf } from '../../shared/contract.ts';
import { operationQuery, useOperation } from '../ipc/useOperation.ts';

export type SearchHit = OutputOf<'customers.search'>['hits'][number];

const DEBOUNCE_MILLISECONDS = 40;
const MOST_HITS = 10;

interface CustomerSearchOptions {
  /** A person was chosen; `withShift` when Shift was held. */
  readonly onChoose: (hit: SearchHit, withShift: boolean) => void;
  /** Nobody matches and the person presses Enter all the same. */
  readonly onNobody?: (text: string) => void;
  /** Whom the empty field offers. */
  readonly offered?: readonly SearchHit[];
  /** Escape in an empty field. */
  readonly onLeave?: () => void;
}

/**
 * The one way to find a customer, behind the search box and the picker: text, at most ten hits, the row the arrows are on.
 * Enter never chooses from the answer to an older text: it waits for the answer to what stands in the field.
 */
export const useCustomerSearch = ({ onChoose, onNobody, offered = [], onLeave }: CustomerSearchOptions) => {
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [activeIndex, setActiveIndex] = useState(0);
  /** The text for which the inactive customers are shown too. */
  const [shownInactiveFor, setShownInactiveFor] = useState<string | null>(null);
  const wanted = text.trim();
  const [debounced] = useDebouncedValue(wanted, DEBOUNCE_MILLISECONDS);
  const answer = useOperation(
    'customers.search',
    { text: debounced, limit: MOST_HITS, ...(shownInactiveFor === debounced && { withInactive: true }) },
    { enabled: debounced !== '', keepPrevious: true },
  );
  const hits = wanted === '' ? offered : (answer.data?.hits ?? []);
  const inactiveLeftOut = wanted === '' || shownInactiveFor === wanted ? 0 : (answer.data?.inactiveLeftOut ?? 0);
  /** The row after the hits, while there is one, shows the inactive. */
  const rowCount = hits.length + (inactiveLeftOut > 0 ? 1 : 0);
  const refusedCard = wanted === '' ? null : (answer.data?.refusedCard ?? null);
  const isCurrent = debounced === wanted && !answer.isPlaceholderData && !answer.isFetching;

  const clear = (): void => {
    setText('');
    setActiveIndex(0);
  };

  const showInactive = (): void => {
    setShownInactiveFor(wanted);
  };

  const chooseAt = async (index: number, withShift: boolean): Promise<void> => {
    if (wanted === '') {
      const recent = offered[index];
      if (recent !== undefined) onChoose(recent, withShift);
      return;
    }
    const current = isCurrent
      ? { hits, inactiveLeftOut, refusedCard }
      : await queryClient.fetchQuery(operationQuery('customers.search', { text: wanted, limit: MOST_HITS }));
    // Told below the field; nobody is chosen or made by it.
    if (current.refusedCard !== null) return;
    const hit = current.hits[isCurrent ? index : 0];
    if (hit === undefined && current.inactiveLeftOut > 0) showInactive();
    else if (hit === undefined) onNobody?.(wanted);
    else onChoose(hit, withShift);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that ends a pinyin composition belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    const move = (step: number): void => {
      event.preventDefault();
      if (rowCount > 0) setActiveIndex((index) => (index + step + rowCount) % rowCount);
    };
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        return;
      case 'ArrowUp':
        move(-1);
        return;
      case 'Enter':
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        void chooseAt(activeIndex, event.shiftKey).catch(() => undefined);
        return;
      case 'Escape':
        // An empty field has no use for it: the form or the dialog around it closes.
        if (text === '' && onLeave === undefined) return;
        event.preventDefault();
        if (text === '') onLeave?.();
        else clear();
    }
  };

  return {
    text,
    setText: (next: string): void => {
      setText(next);
      setActiveIndex(0);
    },
    clear,
    hits,
    inactiveLeftOut,
    showInactive,
    rowCount,
    activeIndex: Math.min(activeIndex, Math.max(rowCount - 1, 0)),
    setActiveIndex,
    /** True once the answer to the text in the field says that nobody matches. */
    isNobody: wanted !== '' && isCurrent && rowCount === 0 && refusedCard === null,
    /** The text is the number of a card that opens nobody's any more. */
    refusedCard: isCurrent ? refusedCard : null,
    onKeyDown,
  };
};
