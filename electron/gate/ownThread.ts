import { unwrap } from '../../shared/errors.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { StoreKey } from '../vault/vault.ts';
import type { Log, WorkerEntries } from './storeHost.ts';
import { linkWorker } from './workerLink.ts';
import type { WorkerLink } from './workerLink.ts';

export interface OwnThreadParts {
  readonly workers: WorkerEntries;
  readonly log: Log;
  readonly onEvent: (event: AppEvent) => void;
}

/** Works with a thread of its own that has a file for its store which nobody else has open. Throws what keeps it from starting. */
export const withOwnThread = async <T>(
  { workers, log, onEvent }: OwnThreadParts,
  store: { readonly storePath: string; readonly storeKey: StoreKey | null },
  work: (link: WorkerLink) => Promise<T>,
): Promise<T> => {
  const link = linkWorker(
    workers.engine,
    { ...store, isShared: false, today: null },
    {
      onMessage: (message) => {
        if (message.type === 'log') log[message.level](message.text);
        else if (message.type === 'event') onEvent(message.event);
      },
      onDeath: () => undefined,
    },
  );
  try {
    unwrap(await link.ready);
    return await work(link);
  } finally {
    await link.close();
  }
};
