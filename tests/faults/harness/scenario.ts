/** What every scenario is told. */
export interface Conditions {
  /** All chance in a run comes from here. */
  readonly seed: number;
  /** The numbers of the release's goals instead of the short form. */
  readonly isFull: boolean;
  /** Whether a round is this process's to run: a long scenario is dealt out among several (--jobs). */
  readonly isMine: (round: number) => boolean;
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
  /** How many rounds ended which way. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Figures worth telling. */
  readonly notes: readonly string[];
}

export interface Scenario {
  readonly name: string;
  /** R1 to R8 and what is promised. */
  readonly says: string;
  /** Deals its rounds out by `isMine`; another is run whole by one process. */
  readonly isDealt?: true;
  run(conditions: Conditions): Promise<readonly Row[]>;
}

export const skippedRow = (part: string, skipped: string): Row => ({
  part,
  rounds: 0,
  failures: [],
  skipped,
  kinds: {},
  notes: [],
});

/** A row that is filled round by round. */
export const openRow = (part: string) => {
  const failures: string[] = [];
  const counted = new Map<string, number>();
  let rounds = 0;
  return {
    /** Counts a round; problems make it a failed one. `how` tells kinds of rounds apart. */
    round: (name: string, problems: readonly string[], how?: string): void => {
      rounds += 1;
      if (how !== undefined) counted.set(how, (counted.get(how) ?? 0) + 1);
      if (problems.length > 0) failures.push(`${name}: ${problems.slice(0, 4).join('; ')}`);
    },
    row: (notes: readonly string[] = []): Row => ({
      part,
      rounds,
      failures,
      skipped: null,
      kinds: Object.fromEntries(counted),
      notes,
    }),
  };
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
