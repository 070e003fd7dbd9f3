import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { triesLeft, waitAfter } from '../../shared/domain/staff/lockout.ts';
import { isId } from '../../shared/types/ids.ts';
import type { CustomerId, StaffId } from '../../shared/types/ids.ts';
import { attemptsPath } from '../files/attemptsFile.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';

// Wrong PINs in a row, beside the store and not in it: bringing an older backup back does not bring tries back (S5).

const fileSchema = z.strictObject({
  format: z.literal('regulars-attempts'),
  version: z.literal(1),
  people: z.record(
    z.string().refine(isId),
    z.strictObject({ failures: z.int().min(1), waitMilliseconds: z.int().min(0).max(3_600_000) }),
  ),
});

/** A running wait is written down at least so often: killing the program does not shorten it, and lengthens it by no more. */
const WRITE_MILLISECONDS = 10_000;

interface Tries {
  readonly failures: number;
  readonly waitMilliseconds: number;
  /** When that wait was left to go, on the clock that only goes on. */
  readonly since: number;
}

/** Whose PIN it is: somebody’s who works here, or a customer’s (X53). */
type PinOwner = StaffId | CustomerId;

export interface Attempts {
  /** Milliseconds until this person may try again; 0 is now. */
  waitOf(owner: PinOwner): Promise<number>;
  /**
   * Counts a try as a wrong one, on the disk, before anything is compared: whoever pulls the plug has used it up. Returns what a wrong PIN
   * answers. Throws pin_wait while a wait runs, and what the disk refuses (disk_full, folder_readonly): no try without a count.
   */
  begin(owner: PinOwner): Promise<{ readonly triesLeft: number; readonly waitSeconds: number }>;
  /** The PIN was right, or the owner gave a new one. */
  clear(owner: PinOwner): Promise<void>;
  /** Writes down how much of the waits is left. */
  close(): Promise<void>;
}

/** Rounded up, so that nobody is told 0 and sent away. */
const secondsOf = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

/** A file that cannot be read tells nothing of who tried how often: everybody is taken for one who has used up the free tries. */
const UNREADABLE = 5;

/** Writes a new count in the place of the one it was reckoned from; false when another program has counted since. */
export type ExchangeAttempts = (before: string | null, next: string) => Promise<boolean>;

/** So often in a row another program may come first. Each time it has counted, so nobody tries more often by it. */
const MOST_ROUNDS = 50;

/**
 * The count of one store. `monotonic` in milliseconds: waits pass while the program runs, by no clock that anybody could set. `exchange` is
 * what makes counting safe where two programs guess at once.
 */
export const openAttempts = (storePath: string, monotonic: () => number, exchange: ExchangeAttempts): Attempts => {
  const path = attemptsPath(storePath);
  const people = new Map<string, Tries>();
  let everybody: Tries | null = null;
  let writtenAt = monotonic();
  let queue: Promise<unknown> = Promise.resolve();

  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => undefined);
    return result;
  };
  const remaining = ({ waitMilliseconds, since }: Tries): number => Math.max(0, waitMilliseconds - (monotonic() - since));
  const triesOf = (owner: string): Tries | null => people.get(owner) ?? everybody;

  /** Takes in what the file says that is worse than what is known: another program may have counted too. Returns what stands there. */
  const readIn = async (): Promise<string | null> => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const known = appErrorFromFile(error);
      if (known instanceof AppError && known.code === 'file_missing') return null;
      throw known;
    }
    const parsed = fileSchema.safeParse(jsonOf(text));
    if (!parsed.success) {
      everybody ??= { failures: UNREADABLE, waitMilliseconds: waitAfter(UNREADABLE), since: monotonic() };
      return text;
    }
    for (const [owner, { failures, waitMilliseconds }] of Object.entries(parsed.data.people))
      if (failures > (people.get(owner)?.failures ?? 0)) people.set(owner, { failures, waitMilliseconds, since: monotonic() });
    return text;
  };
  const textOf = (counted: ReadonlyMap<string, Tries>): string => {
    const entries = [...counted]
      .filter(([, { failures }]) => failures > 0)
      .map(([owner, tries]): [string, object] => [
        owner,
        { failures: tries.failures, waitMilliseconds: Math.ceil(remaining(tries)) },
      ]);
    const content = fileSchema.parse({ format: 'regulars-attempts', version: 1, people: Object.fromEntries(entries) });
    return `${JSON.stringify(content, null, 2)}\n`;
  };
  /** Reckons from what stands there until that could be exchanged; `reckon` may throw. */
  const put = async (reckon: () => ReadonlyMap<string, Tries>): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const standing = await readIn();
      const counted = reckon();
      if (!(await exchange(standing, textOf(counted)))) continue;
      for (const [owner, tries] of counted) people.set(owner, tries);
      writtenAt = monotonic();
      return;
    }
    throw new AppError('db_locked', {});
  };
  const putOne = (owner: PinOwner, triesAfter: (before: Tries | null) => Tries): Promise<void> =>
    put(() => new Map([...people, [owner, triesAfter(triesOf(owner))]]));
  const isWaiting = (): boolean => [...people.values()].some((tries) => remaining(tries) > 0);

  return {
    waitOf: (owner) =>
      alone(async () => {
        await readIn();
        if (isWaiting() && monotonic() - writtenAt >= WRITE_MILLISECONDS) await put(() => people).catch(() => undefined);
        const tries = triesOf(owner);
        return tries ? remaining(tries) : 0;
      }),
    begin: (owner) =>
      alone(async () => {
        let failures = 0;
        await putOne(owner, (before) => {
          const left = before ? remaining(before) : 0;
          if (left > 0) throw new AppError('pin_wait', { waitSeconds: secondsOf(left) });
          failures = (before?.failures ?? 0) + 1;
          return { failures, waitMilliseconds: waitAfter(failures), since: monotonic() };
        });
        return { triesLeft: triesLeft(failures), waitSeconds: secondsOf(waitAfter(failures)) };
      }),
    clear: (owner) => alone(() => putOne(owner, () => ({ failures: 0, waitMilliseconds: 0, since: monotonic() }))),
    close: () =>
      alone(async () => {
        if (isWaiting()) await put(() => people);
      }),
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
