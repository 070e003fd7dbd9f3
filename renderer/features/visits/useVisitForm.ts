import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { Thing } from '../../../shared/contract/things.ts';
import { draftOf, faultsOf, lineOf, totalOf, type LineDraft, type LineField, type LineSource } from './lines.ts';

/** What the form holds besides the person, so that it survives choosing another person. */
export interface VisitDraft {
  readonly lines: readonly LineDraft[];
  readonly staffId: string | null;
  readonly note: string;
  /** A past business day; null is now. */
  readonly date: LocalDate | null;
  /** What the visit was for; undefined until someone chose: then the only thing there is. */
  readonly thingId?: string | null | undefined;
}

export const emptyDraft: VisitDraft = { lines: [], staffId: null, note: '', date: null };

/** What follows to another person: their things are others. */
export const forAnyone = ({ lines, staffId, note, date }: VisitDraft): VisitDraft => ({
  lines: lines.map(({ thingId: _thingId, ...line }) => line),
  staffId,
  note,
  date,
});

/** Whether leaving would lose something typed. */
export const isWorthKeeping = ({ lines, note }: VisitDraft): boolean => lines.length > 0 || note.trim() !== '';

/** The fields of the visit and what is right and wrong about them. */
export const useVisitForm = (initial: VisitDraft, things: readonly Thing[]) => {
  const [draft, setDraft] = useState(initial);
  const [only] = things;
  const offered = things.length === 1 && only !== undefined ? only.id : null;
  const thingId = draft.thingId === undefined ? offered : draft.thingId;
  // Faults show once a save was tried, or a field was left; not while the first figure is being typed.
  const [isChecked, setIsChecked] = useState(false);

  const change = (changes: Partial<VisitDraft>): void => {
    setDraft((before) => ({ ...before, ...changes }));
  };
  /** Adds a line and returns its key. */
  const addLine = (source: LineSource): string => {
    const key = uuidv7();
    setDraft((before) => ({ ...before, lines: [...before.lines, draftOf(key, source)] }));
    return key;
  };
  const changeLine = (key: string, field: LineField, text: string): void => {
    setDraft((before) => ({
      ...before,
      // A product under another name is no longer that product.
      lines: before.lines.map((line) =>
        line.key === key ? { ...line, [field]: text, ...(field === 'name' ? { productId: null } : {}) } : line,
      ),
    }));
  };
  const chooseThing = (key: string, chosen: string | null): void => {
    setDraft((before) => ({
      ...before,
      lines: before.lines.map((line) => (line.key === key ? { ...line, thingId: chosen } : line)),
    }));
  };
  const removeLine = (key: string): void => {
    setDraft((before) => ({ ...before, lines: before.lines.filter((line) => line.key !== key) }));
  };

  const firstFault = draft.lines.flatMap((line) => faultsOf(line).map((field) => ({ key: line.key, field })))[0] ?? null;
  const lines = draft.lines.flatMap((line) => lineOf(line, thingId) ?? []);
  return {
    draft,
    change,
    addLine,
    changeLine,
    removeLine,
    things,
    thingId,
    chooseThing,
    total: totalOf(draft.lines),
    lines,
    firstFault,
    isChecked,
    check: (): void => {
      setIsChecked(true);
    },
  };
};

export type VisitForm = ReturnType<typeof useVisitForm>;
