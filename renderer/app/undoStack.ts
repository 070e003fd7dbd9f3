/** Something done that can be taken back: `label` says what, as in "到店 ¥88 · 王芳". */
export interface Undoable {
  readonly label: string;
  readonly undo: () => Promise<unknown>;
}

const DEEPEST = 20;

/** The last things done, latest last. Kept for the life of the window only. */
export const createUndoStack = () => {
  let entries: readonly Undoable[] = [];
  return {
    push: (entry: Undoable): void => {
      entries = [...entries, entry].slice(-DEEPEST);
    },
    /** Takes one out, the latest unless told which; null when there is none or it was taken already. */
    take: (wanted: Undoable | undefined = entries.at(-1)): Undoable | null => {
      if (wanted === undefined || !entries.includes(wanted)) return null;
      entries = entries.filter((entry) => entry !== wanted);
      return wanted;
    },
    /** Somebody else sits here now: what the last one did is not theirs to take back. */
    clear: (): void => {
      entries = [];
    },
  };
};
