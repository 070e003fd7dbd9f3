import { useEffect, useEffectEvent, useState } from 'react';
import { isTextField } from '../../app/keys.ts';
import { isDialogOpen } from '../../components/dialogs.ts';

/**
 * Which row of a list is read beside it: Up and Down walk, and the figures 1 to 3 do what the page says for that row. When the row
 * goes (it is settled), the one that takes its place is next.
 */
export const useWalk = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  act: (key: string, row: Row) => void,
): { readonly row: Row | null; readonly choose: (row: Row) => void } => {
  const [chosen, setChosen] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const found = rows.findIndex((row) => keyOf(row) === chosen?.key);
  const index = found === -1 ? Math.min(chosen?.index ?? 0, Math.max(0, rows.length - 1)) : found;
  const row = rows[index] ?? null;
  const choose = (next: Row): void => {
    setChosen({ key: keyOf(next), index: rows.indexOf(next) });
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTextField(event.target) || isDialogOpen()) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = rows[index + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next === undefined) return;
      event.preventDefault();
      choose(next);
    } else if (/^[1-3]$/.test(event.key) && row !== null) {
      event.preventDefault();
      setChosen({ key: keyOf(row), index });
      act(event.key, row);
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
  return { row, choose };
};
