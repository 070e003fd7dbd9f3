import { existsSync } from 'node:fs';
import { unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import { carryOutSwap, clearSwap, decideSwap } from './storeSwap.ts';
import type { SwapPlan } from './storeSwap.ts';

export interface SwapSteps {
  readonly storePath: string;
  /** Closes both workers and their files. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<Envelope<null>>;
}

/**
 * Puts the proven content of the swap folder in the store's place while nobody has either open; the present store is kept under `keptAs`.
 * Whatever fails, the former store is back in its place and open again.
 */
export const swapStores = async (
  { storePath, stop, start }: SwapSteps,
  file: string,
  keptAs: string | null,
  { bringsKeys = false, keepsIndex = false }: { readonly bringsKeys?: boolean; readonly keepsIndex?: boolean } = {},
): Promise<void> => {
  await stop();
  const [hadWal, hadKeys] = [existsSync(`${storePath}-wal`), existsSync(`${storePath}.keys`)];
  const plan: SwapPlan = { file, keptAs, hadWal, bringsKeys, hadKeys, keepsIndex, direction: 'forward' };
  try {
    await decideSwap(storePath, plan);
    await carryOutSwap(storePath, plan);
    unwrap(await start());
    await clearSwap(storePath).catch(() => undefined);
  } catch (error) {
    await stop();
    const back: SwapPlan = { ...plan, direction: 'back' };
    await decideSwap(storePath, back).catch(() => undefined);
    // Should this fail too, the plan stays where it is and is carried out at the next start.
    await carryOutSwap(storePath, back);
    await clearSwap(storePath).catch(() => undefined);
    await start();
    throw error;
  }
};
