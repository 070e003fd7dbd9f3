import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { CallInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { call } from './client.ts';
import { onProgress } from './events.ts';

export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  /** Null while the end is not known. */
  readonly total: number | null;
}

export type JobState<Value> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: JobProgress | null }
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: AppError };

const endOf = (error: unknown): JobState<never> => {
  if (!(error instanceof AppError)) return { status: 'failed', error: new AppError('internal') };
  return error.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', error };
};

/**
 * Runs long work with progress and cancel: `job.start((jobId) => ({ jobId, file: token }))`. `start` resolves with the
 * value, or with null when it failed or was cancelled (the state says which). Leaving the page cancels it, unless it outlives the page.
 */
export const useJob = <Name extends NamesOfKind<'study'> | 'backups.restore' | 'rescue.salvage'>(
  name: Name,
  { outlivesPage = false }: { readonly outlivesPage?: boolean } = {},
) => {
  const [state, setState] = useState<JobState<OutputOf<Name>>>({ status: 'idle' });
  const running = useRef<string | null>(null);

  const cancel = useCallback(() => {
    if (running.current !== null) void call('jobs.cancel', { jobId: running.current }).catch(() => undefined);
  }, []);
  useEffect(() => (outlivesPage ? undefined : cancel), [cancel, outlivesPage]);

  useEffect(
    () =>
      onProgress(({ jobId, phase, done, total }) => {
        if (jobId === running.current) setState({ status: 'running', progress: { phase, done, total } });
      }),
    [],
  );

  const start = useCallback(
    async (makeInput: (jobId: string) => CallInput<Name>): Promise<OutputOf<Name> | null> => {
      const jobId = uuidv7();
      running.current = jobId;
      setState({ status: 'running', progress: null });
      let value: OutputOf<Name>;
      try {
        value = await call(name, makeInput(jobId));
      } catch (error) {
        if (running.current === jobId) {
          running.current = null;
          setState(endOf(error));
        }
        return null;
      }
      if (running.current === jobId) {
        running.current = null;
        setState({ status: 'done', value });
      }
      return value;
    },
    [name],
  );

  const reset = useCallback(() => {
    setState({ status: 'idle' });
  }, []);
  return { state, start, cancel, reset };
};
