import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder } from '../files/sync.ts';

// Puts one store in the place of another so that the power may fail between any two steps: what was decided is written down
// first, every step can be told from the files alone, and at the next start the rest is done.

/** What was decided. Both directions end with a whole store in its place. */
const planSchema = z.strictObject({
  /** Name of the new store's file among the content. */
  file: z.string(),
  /** Where the present store goes; null when there is none. */
  keptAs: z.string().nullable(),
  /** Whether the present store has changes that still lie in its WAL: they go where it goes. */
  hadWal: z.boolean(),
  /** Whether a sealed key comes along with the new store; absent in plans of older programs. */
  bringsKeys: z.boolean().default(false),
  /** Whether the present store has a sealed key of its own: it goes where that store goes. */
  hadKeys: z.boolean().default(false),
  /** Whether the index of the present store's WAL is kept too: of a damaged store every file is. */
  keepsIndex: z.boolean().default(false),
  direction: z.enum(['forward', 'back']),
});
export type SwapPlan = z.input<typeof planSchema>;

const keysOf = (storePath: string): string => `${storePath}.keys`;

const swapFolder = (storePath: string): string => `${storePath}.restoring`;
const planPath = (storePath: string): string => join(swapFolder(storePath), 'plan.json');

/** The folder for the copy that is to become the store; on the store's own disk, so that a rename suffices. */
export const swapContent = (storePath: string): string => join(swapFolder(storePath), 'content');

/** An empty content folder; what an undecided restore left there is only a copy. */
export const clearSwap = async (storePath: string): Promise<void> => {
  await rm(swapFolder(storePath), { recursive: true, force: true });
};

export const makeSwapContent = async (storePath: string): Promise<string> => {
  await clearSwap(storePath);
  await mkdir(swapContent(storePath), { recursive: true });
  return swapContent(storePath);
};

/** From here on the swap will be finished, now or at the next start. */
export const decideSwap = async (storePath: string, plan: SwapPlan): Promise<void> => {
  const path = planPath(storePath);
  const handle = await open(`${path}.new`, 'w');
  try {
    await handle.writeFile(JSON.stringify(plan));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
  await syncFolder(swapFolder(storePath));
  await syncFolder(dirname(storePath));
};

const moveIfThere = async (from: string, to: string): Promise<void> => {
  if (existsSync(from)) await rename(from, to);
};
const remove = (path: string): Promise<void> => rm(path, { force: true });

/** A WAL always moves before its store: the store's own file is what tells how far the swap is. */
const goForward = async (storePath: string, { file, keptAs, bringsKeys, keepsIndex }: SwapPlan): Promise<void> => {
  const incoming = join(swapContent(storePath), file);
  if (!existsSync(incoming)) return;
  if (keptAs !== null && existsSync(storePath)) {
    await moveIfThere(`${storePath}-wal`, `${keptAs}-wal`);
    await (keepsIndex === true ? moveIfThere(`${storePath}-shm`, `${keptAs}-shm`) : remove(`${storePath}-shm`));
    await rename(storePath, keptAs);
  }
  const keys = keysOf(incoming);
  if (bringsKeys === true && existsSync(keys)) {
    if (keptAs !== null) await moveIfThere(keysOf(storePath), keysOf(keptAs));
    await rename(keys, keysOf(storePath));
  }
  await moveIfThere(`${incoming}-wal`, `${storePath}-wal`);
  await rename(incoming, storePath);
};

/** The sealed key of before is back in its place, or none is. */
const takeKeysBack = async (storePath: string, { keptAs, hadKeys }: SwapPlan): Promise<void> => {
  if (hadKeys !== true) await remove(keysOf(storePath));
  else if (keptAs !== null) await moveIfThere(keysOf(keptAs), keysOf(storePath));
};

const goBack = async (storePath: string, plan: SwapPlan): Promise<void> => {
  const { keptAs, hadWal } = plan;
  if (plan.bringsKeys === true) await takeKeysBack(storePath, plan);
  const sides = [`${storePath}-wal`, `${storePath}-shm`];
  if (keptAs === null) {
    for (const path of [...sides, storePath]) await remove(path);
    return;
  }
  if (existsSync(keptAs)) {
    const isWalBack = hadWal && !existsSync(`${keptAs}-wal`) && !existsSync(storePath);
    if (!isWalBack) for (const path of [...sides, storePath]) await remove(path);
  }
  await moveIfThere(`${keptAs}-wal`, `${storePath}-wal`);
  await moveIfThere(keptAs, storePath);
};

/** Does what the plan says, however much of it is done already. */
export const carryOutSwap = async (storePath: string, plan: SwapPlan): Promise<void> => {
  await (plan.direction === 'forward' ? goForward(storePath, plan) : goBack(storePath, plan));
  await syncFolder(dirname(storePath));
};

/**
 * Finishes what the power cut off, before anything opens the store: a decided swap is carried out, an undecided one is
 * swept up. Without this the program could start with an empty store while the real one lies beside it.
 */
export const recoverSwap = async (storePath: string): Promise<void> => {
  if (!existsSync(swapFolder(storePath))) return;
  if (existsSync(planPath(storePath)))
    await carryOutSwap(storePath, planSchema.parse(JSON.parse(await readFile(planPath(storePath), 'utf8'))));
  await clearSwap(storePath);
};
