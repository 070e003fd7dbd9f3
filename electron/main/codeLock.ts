/** Wrong codes that are looked at before one has to wait. */
const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 30;
/** Half an hour: longer helps nobody, since ten thousand codes then take months. */
const LONGEST_WAIT_SECONDS = 1800;

export interface CodeLock {
  /** Looks at a code unless one has to wait, which a wrong one lengthens. */
  open(code: string): { isRight: boolean; waitSeconds: number };
}

/** A code that can be guessed at only slowly: five tries, then a wait that doubles with each wrong one. `now` is in milliseconds. */
export function createCodeLock(right: string, now: () => number): CodeLock {
  let wrong = 0;
  let until = 0;
  const waitSeconds = () => Math.max(0, Math.ceil((until - now()) / 1000));
  return {
    open: (code) => {
      if (waitSeconds() > 0) return { isRight: false, waitSeconds: waitSeconds() };
      if (code === right) return { isRight: true, waitSeconds: 0 };
      wrong += 1;
      if (wrong >= FREE_TRIES)
        until = now() + Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (wrong - FREE_TRIES)) * 1000;
      return { isRight: false, waitSeconds: waitSeconds() };
    },
  };
}
