import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
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
  const take = async (byTab: boolean): Promise<void> => {
    let current = options;
    let index = shownIndex;
    if (!isCurrent && text.trim() !== '') {
      const { rows } = await queryClient.fetchQuery(operationQuery('products.list', search(wanted)));
      current = entryOptions(text, rows, plainName);
      index = 0;
    }
    const option = current[index];
    if (option === undefined) return;
    clear();
    onTake(option, byTab);
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
        else void take(false).catch(() => undefined);
        return;
      case 'Tab':
        if (isEmpty || event.shiftKey) return;
        event.preventDefault();
        void take(true).catch(() => undefined);
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
    /** Takes what stands in the field as a line, as Enter would; does nothing when the field is empty. */
    settle: async (): Promise<void> => {
      if (text.trim() !== '') await take(false);
    },
  };
};

export type LineEntryState = ReturnType<typeof useLineEntry>;
