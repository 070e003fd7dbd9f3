import { AppError } from '../../shared/errors.ts';
import { lockStore } from '../store/lockStore.ts';
import type { StudyContext } from './context.ts';

/** What the gate asks a thread of its own to do with a copy that is to become the store. */
export const vaultInternalStudies = {
  'vault.lockPages': (context: StudyContext): Promise<null> => {
    if (context.storeKey === null) throw new AppError('internal', {});
    lockStore(context.storePath, context.storeKey);
    return Promise.resolve(null);
  },
} as const;
