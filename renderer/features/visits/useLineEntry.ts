import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { operationQuery, useOperation } from '../../ipc/useOperation.ts';
import { entryOptions, productSearchText, usualSource, type EntryOption, type UsualItem } from './entryOptions.ts';

const DEBOUNCE_MILLISECONDS = 40;
const MOST_PRODUCTS = 6;

interface LineEntryOptions {
  readonly usual: readonly UsualItem[];
  /** An option was taken; `byTab` when the clerk goes on to its quantity. */
  readonly onTake: (option: EntryOption, byTab: boolean) => void;
  /** Enter in the empty field: the bill is complete. */
  readonly onFinish: () => void;
}

/**
 * The entry field: text, what it could mean, the row the arrows are on. Arrow down in the empty field offers the usual items.
 * As in the search box, Enter waits for the answer to what stands in the field.
 */
export const useLineEntry = ({ usual, onTake, onFinish }: LineEntryOptions) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [activeIndex, setActiveIndex] = useState(0);
  const [hasFocus, setHasFocus] = useState(false);
  const [isBrowsing, setIsBrowsing] = useState(false);
  const wanted = productSearchText(text);
  const [debounced] = useDebouncedValue(wanted, DEBOUNCE_MILLISECONDS);
  const search = (name: string) => ({ text: name, limit: MOST_PRODUCTS });
  const answer = useOperation('products.list', search(debounced), { enabled: debounced !== '', keepPrevious: true });

  const plainName = t('visits.plainItem');
  const isCurrent = debounced === wanted && !answer.isPlaceholderData && !answer.isFetching;
  const usualOptions = usual.map((item, index): EntryOption => ({
    key: `usual-${index}`,
    source: usualSource(item),
    isFreeText: false,
  }));
  const options = text.trim() === '' ? (isBrowsing ? usualOptions : []) : entryOptions(text, answer.data?.rows ?? [], plainName);
  const shownIndex = Math.min(activeIndex, Math.max(options.length - 1, 0));

  const clear = (): void => {
    setText('');
    setActiveIndex(0);
    setIsBrowsing(false);
  };
  /** What was typed last and still waits for its answer, so that nothing after it overtakes it. */
  const taking = useRef<Promise<void> | null>(null);
  const takeLater = async (typed: string, byTab: boolean, before: Promise<void> | null): Promise<void> => {
    await before;
    try {
      const { rows } = await queryClient.fetchQuery(operationQuery('products.list', search(productSearchText(typed))));
      const [option] = entryOptions(typed, rows, plainName);
      if (option !== undefined) onTake(option, byTab);
    } catch {
      setText((present) => (present === '' ? typed : present));
    }
  };
  /** Takes what the field means. The field is free at once: a second Enter must not take the same text twice. */
  const take = (byTab: boolean): void => {
    if (isCurrent || text.trim() === '') {
      const option = options[shownIndex];
      if (option === undefined) return;
      clear();
      onTake(option, byTab);
      return;
    }
    clear();
    const work = takeLater(text, byTab, taking.current).then(() => {
      if (taking.current === work) taking.current = null;
    });
    taking.current = work;
  };

  const move = (step: number): void => {
    if (options.length > 0) setActiveIndex((shownIndex + step + options.length) % options.length);
    else if (text === '' && step > 0 && usual.length > 0) setIsBrowsing(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isEmpty = text.trim() === '' && !isBrowsing;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
        return;
      case 'Enter':
        event.preventDefault();
        if (isEmpty) onFinish();
        else take(false);
        return;
      case 'Tab':
        if (isEmpty || event.shiftKey) return;
        event.preventDefault();
        take(true);
        return;
      case 'Escape':
        if (isEmpty) return;
        event.preventDefault();
        clear();
    }
  };

  return {
    text,
    setText: (next: string): void => {
      setText(next);
      setActiveIndex(0);
      setIsBrowsing(false);
    },
    options,
    activeIndex: shownIndex,
    setActiveIndex,
    isOpen: hasFocus && options.length > 0,
    setHasFocus,
    choose: (option: EntryOption): void => {
      clear();
      onTake(option, false);
    },
    onKeyDown,
    /** Whether something typed is not a line yet. */
    isTyping: (): boolean => text.trim() !== '' || taking.current !== null,
    /** Takes what stands in the field as a line, as Enter would, and waits until it is one. */
    settle: async (): Promise<void> => {
      if (text.trim() !== '') take(false);
      await taking.current;
    },
  };
};

export type LineEntryState = ReturnType<typeof useLineEntry>;
