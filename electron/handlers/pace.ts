/** What the front desk may wait for a part of long work, milliseconds: well below what a person notices. */
const TURN_MILLISECONDS = 50;

/**
 * How much of long work goes into the writer's next transaction, so that each is about as long as the front desk may wait: measured by the
 * parts before it, because no two machines and no two customers are alike. The result never depends on it, only how long one part takes.
 */
export interface Pace {
  /** So many go into the next part. */
  size(): number;
  /** Runs a part of that size, and learns from how long the writer worked on it: whoever had their turn in between does not count. */
  part<T extends Timed>(work: () => Promise<T>): Promise<T>;
}

/** What the writer says of a part. */
export interface Timed {
  readonly milliseconds: number;
}

export const makePace = ({
  first,
  least,
  most,
}: {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}): Pace => {
  let size = first;
  return {
    size: () => size,
    part: async (work) => {
      const answer = await work();
      // A part that happened to be quick is no reason to take on far more.
      const fit = (size * TURN_MILLISECONDS) / Math.max(1, answer.milliseconds);
      size = Math.round(Math.min(most, Math.max(least, Math.min(fit, size * 2))));
      return answer;
    },
  };
};

/** Runs a part on the writer, and says how long it took. */
export const timed = <T extends object>(work: () => T): T & Timed => {
  const begun = performance.now();
  const answer = work();
  return { ...answer, milliseconds: performance.now() - begun };
};
