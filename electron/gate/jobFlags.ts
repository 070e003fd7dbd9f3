type Flag = Int32Array<SharedArrayBuffer>;

/** A flag that a thread looks at while it works: 1 stops it. */
export const makeFlag = (): Flag => new Int32Array(new SharedArrayBuffer(4));

/** The flags of jobs under way, by the name the window gave each. */
export const jobFlags = () => {
  const flags = new Map<string, Flag>();
  return {
    /** Runs `work` so that `cancel` reaches it by its name; without a name nobody can. */
    run: async <T>(jobId: string | null, work: (flag: Flag) => Promise<T>): Promise<T> => {
      const flag = makeFlag();
      if (jobId !== null) flags.set(jobId, flag);
      try {
        return await work(flag);
      } finally {
        if (jobId !== null) flags.delete(jobId);
      }
    },
    /** Whether there was such a job. */
    cancel: (jobId: string): boolean => {
      const flag = flags.get(jobId);
      if (!flag) return false;
      Atomics.store(flag, 0, 1);
      return true;
    },
  };
};
