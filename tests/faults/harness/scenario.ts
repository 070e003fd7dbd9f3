/** What every scenario is told. */
export interface Conditions {
  /** All chance in a run comes from here. */
  readonly seed: number;
  /** The numbers of the release's goals instead of the short form. */
  readonly isFull: boolean;
  /** A folder of its own, which goes when the scenario is over. */
  readonly folder: string;
  /** The library that stands between a program and the C library; null where it cannot be had. */
  readonly preload: string | null;
  readonly whyNoPreload: string | null;
  /** Says how far it is, to a person who waits. */
  readonly say: (text: string) => void;
}

/** One line of the table. */
export interface Row {
  readonly part: string;
  readonly rounds: number;
  /** What each round that failed says; empty when all held. */
  readonly failures: readonly string[];
  /** What this machine lacks; then nothing was run. */
  readonly skipped: string | null;
  /** Figures worth telling. */
  readonly note?: string;
}

export interface Scenario {
  readonly name: string;
  /** R1 to R8 and what is promised. */
  readonly says: string;
  run(conditions: Conditions): Promise<readonly Row[]>;
}

export const skippedRow = (part: string, skipped: string): Row => ({ part, rounds: 0, failures: [], skipped });

/** A row that is filled round by round. */
export const openRow = (part: string) => {
  const failures: string[] = [];
  const counted = new Map<string, number>();
  let rounds = 0;
  return {
    /** Counts a round; problems make it a failed one. `how` tells kinds of rounds apart in the note. */
    round: (name: string, problems: readonly string[], how?: string): void => {
      rounds += 1;
      if (how !== undefined) counted.set(how, (counted.get(how) ?? 0) + 1);
      if (problems.length > 0) failures.push(`${name}: ${problems.slice(0, 4).join('; ')}`);
    },
    row: (more: string[] = []): Row => {
      const notes = [...[...counted].map(([how, times]) => `${times} ${how}`), ...more];
      return { part, rounds, failures, skipped: null, ...(notes.length > 0 && { note: notes.join(', ') }) };
    },
  };
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
