import { AppError } from '../../shared/errors.ts';

/** Work of which only one runs at a time in its thread: a second one would be read against a store that is about to change. Throws job_running. */
export const oneAtATime = (): (<T>(operation: string, work: () => Promise<T>) => Promise<T>) => {
  let isRunning = false;
  return async (operation, work) => {
    if (isRunning) throw new AppError('job_running', { operation });
    isRunning = true;
    try {
      return await work();
    } finally {
      isRunning = false;
    }
  };
};
