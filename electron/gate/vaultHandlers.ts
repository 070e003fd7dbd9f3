import { AppError, unwrap } from '../../shared/errors.ts';
import type { HandlerInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import { encryptStore, plainCopies, removePlainCopies } from './encryptStore.ts';
import type { Lock } from './lock.ts';
import type { Log, WorkerEntries } from './storeHost.ts';
import type { SwapSteps } from './swapStores.ts';

type VaultName = Extract<NamesOfKind<'gate'>, `vault.${string}`>;

export interface VaultParts {
  readonly lock: Lock;
  readonly swapSteps: SwapSteps;
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly onOpened: () => void;
  /** The store's own code has taken over: one that lies in it is worth nothing any more. */
  readonly onEncrypted: () => Promise<void>;
}

/** The lock's operations: they run in the gate, for while the store is locked nobody else is there. */
export const vaultHandlers = (
  parts: VaultParts,
): { readonly [Name in VaultName]: (input: HandlerInput<Name>) => Promise<OutputOf<Name>> } => {
  const { lock, swapSteps, workers, log, onOpened, onEncrypted } = parts;
  const { storePath } = swapSteps;
  let isBusy = false;

  /** One at a time: two people at two keyboards must not make two keys. */
  const alone = async <T>(operation: VaultName, work: () => Promise<T>): Promise<T> => {
    if (isBusy) throw new AppError('job_running', { operation });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
  const open = (operation: VaultName, unlock: () => Promise<void>): Promise<Record<string, never>> =>
    alone(operation, async () => {
      if (!lock.isLocked()) return {};
      await unlock();
      unwrap(await swapSteps.start());
      onOpened();
      return {};
    });

  return {
    'vault.status': () =>
      Promise.resolve({
        isEncrypted: !lock.isPlain(),
        isLocked: lock.isLocked(),
        opensByItself: lock.opensByItself(),
        hasPassphrase: lock.hasPassphrase(),
        hasKeyring: lock.hasKeyring,
        plainCopies: plainCopies(storePath),
      }),
    'vault.unlockByCode': ({ code }) => open('vault.unlockByCode', () => lock.openByCode(code)),
    'vault.unlockByPassphrase': ({ passphrase }) => open('vault.unlockByPassphrase', () => lock.openByPassphrase(passphrase)),
    'vault.encrypt': (ways) =>
      alone('vault.encrypt', async () => {
        if (!lock.isPlain()) throw new AppError('conflict', { reason: 'store_encrypted' });
        const words = await lock.make(ways);
        const key = lock.key();
        if (!key) throw new AppError('internal', {});
        await encryptStore(swapSteps, key, workers, log);
        await onEncrypted();
        onOpened();
        return words;
      }),
    'vault.renewCode': () => alone('vault.renewCode', () => lock.renewCode()),
    'vault.setPassphrase': ({ passphrase }) =>
      alone('vault.setPassphrase', async () => {
        await lock.setPassphrase(passphrase);
        return {};
      }),
    'vault.removePlainCopies': () =>
      alone('vault.removePlainCopies', async () => ({ removed: await removePlainCopies(storePath) })),
  };
};
