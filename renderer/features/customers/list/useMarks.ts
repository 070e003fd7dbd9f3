import { useCallback, useMemo, useState } from 'react';
import type { CallInput } from '../../../../shared/contract.ts';

export type Selection = CallInput<'bulkEdits.apply'>['selection'];

type Marks =
  { readonly kind: 'named'; readonly ids: ReadonlySet<string> } | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

const nobody: Marks = { kind: 'named', ids: new Set() };

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** Who is marked to be changed together: some by name, or all that the list shows except some. Another list has other marks. */
export const useMarks = (listKey: string, total: number) => {
  const [kept, setKept] = useState<{ readonly listKey: string; readonly marks: Marks }>({ listKey, marks: nobody });
  const marks = kept.listKey === listKey ? kept.marks : nobody;
  const change = useCallback(
    (next: (marks: Marks) => Marks) => {
      setKept((before) => ({ listKey, marks: next(before.listKey === listKey ? before.marks : nobody) }));
    },
    [listKey],
  );
  const toggle = useCallback(
    (id: string) => {
      change((before) =>
        before.kind === 'all'
          ? { kind: 'all', except: toggled(before.except, id) }
          : { kind: 'named', ids: toggled(before.ids, id) },
      );
    },
    [change],
  );
  const add = useCallback(
    (ids: readonly string[]) => {
      change((before) =>
        before.kind === 'all'
          ? { kind: 'all', except: new Set([...before.except].filter((id) => !ids.includes(id))) }
          : { kind: 'named', ids: new Set([...before.ids, ...ids]) },
      );
    },
    [change],
  );
  const markAll = useCallback(() => {
    change(() => ({ kind: 'all', except: new Set() }));
  }, [change]);
  const clear = useCallback(() => {
    change(() => nobody);
  }, [change]);
  const count = marks.kind === 'all' ? Math.max(0, total - marks.except.size) : marks.ids.size;
  return useMemo(
    () => ({
      count,
      has: (id: string): boolean => (marks.kind === 'all' ? !marks.except.has(id) : marks.ids.has(id)),
      toggle,
      add,
      markAll,
      clear,
      /** The people meant, as the contract names them. */
      selectionOf: (filter: Extract<Selection, { filter: unknown }>['filter']): Selection =>
        marks.kind === 'all' ? { filter, exceptIds: [...marks.except] } : { ids: [...marks.ids] },
    }),
    [count, marks, toggle, add, markAll, clear],
  );
};
export type ListMarks = ReturnType<typeof useMarks>;
