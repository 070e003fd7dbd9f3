import { useEffect, useRef, type KeyboardEvent } from 'react';
import { clamp } from './geometry.ts';

/** Up and Down walk a table's rows. The table has the focus as soon as there is something in it. */
export const useListKeys = (count: number, index: number, onIndex: (index: number) => void, isFilled: boolean) => {
  const list = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (isFilled) list.current?.focus();
  }, [isFilled]);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== list.current || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    onIndex(clamp(index + (event.key === 'ArrowDown' ? 1 : -1), 0, Math.max(0, count - 1)));
  };
  return { list, onKeyDown };
};
