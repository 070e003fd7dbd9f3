import { AppError, failure } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import { ofOtherFiles } from './storeHost.ts';
import type { Request, StoreHost } from './storeHost.ts';
import type { StoreKey } from '../vault/vault.ts';
import { withOwnThread } from './ownThread.ts';
import type { OwnThreadParts } from './ownThread.ts';

interface ClosedParts extends OwnThreadParts {
  readonly storePath: string;
  /** Opens this shop's own backups; null while the store is locked. */
  readonly storeKey: StoreKey | null;
}

/**
 * What stands in for a store that cannot be opened: every question is answered with the reason. Only backups can be looked into, on a thread
 * of their own.
 */
export const closedHost = (reason: AppError, parts: ClosedParts): StoreHost => {
  const { storePath, storeKey } = parts;
  const answer = failure(reason);
  const lookInside = async (request: Request, jobId: string | null): Promise<Envelope<unknown>> => {
    try {
      return await withOwnThread(parts, { storePath, storeKey }, (link) =>
        link.call({ type: 'call', ...request, jobId, cancelFlag: null }),
      );
    } catch (error) {
      if (error instanceof AppError) return failure(error);
      throw error;
    }
  };
  return {
    state: () => answer,
    askStore: () => Promise.resolve(answer),
    askEngine: (request, jobId) => (ofOtherFiles.has(request.name) ? lookInside(request, jobId) : Promise.resolve(answer)),
    askInternal: () => Promise.resolve(answer),
    cancel: () => false,
    close: () => Promise.resolve(),
  };
};
