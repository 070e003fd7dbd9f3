import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { v7 as uuidv7 } from 'uuid';
import type { CallInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { call } from './client.ts';

/** Operations that only read, and may therefore be cached and read again. */
export type ReadingName =
  | NamesOfKind<'query'>
  | 'shell.startState'
  | 'vault.status'
  | 'backups.targets'
  | 'backups.lastRestore'
  | 'rescue.report'
  | 'staff.session';

interface OperationOptions {
  /** False waits, e.g. until a customer is chosen. */
  readonly enabled?: boolean;
  /** Keeps showing the last answer while the next one comes, so that nothing blinks as one types. */
  readonly keepPrevious?: boolean;
  /** Reads again after this many milliseconds; false never does. */
  readonly refetchInterval?: number | false;
}

/** The cached reading of an operation: for `queryClient.fetchQuery`, `getQueryData` and the like. */
export const operationQuery = <Name extends ReadingName>(name: Name, input: CallInput<Name>) =>
  queryOptions<OutputOf<Name>, AppError>({ queryKey: [name, input], queryFn: () => call(name, input) });

/** Studies that only read and answer within a moment; what is no longer wanted is cancelled. */
type ReadingStudy =
  | 'customers.listByFilter'
  | 'tiers.preview'
  | 'referrals.conversion'
  | 'pointsFiles.previewRows'
  | 'forecast.get'
  | 'reminderRules.preview'
  | 'ownSegments.counts'
  | 'ownSegments.people'
  | 'risk.list'
  | 'movement.table'
  | 'movement.people'
  | 'settings.previewMoves';

/** The cached reading of a study: like `operationQuery`, on the thread for long work. */
export const studyQuery = <Name extends ReadingStudy, Input extends object>(
  name: Name,
  input: Input,
  read: (input: Input & { readonly jobId: string }) => Promise<OutputOf<Name>>,
) =>
  queryOptions<OutputOf<Name>, AppError>({
    queryKey: [name, input],
    queryFn: async ({ signal }) => {
      const jobId = uuidv7();
      signal.addEventListener('abort', () => void call('jobs.cancel', { jobId }).catch(() => undefined));
      return read({ ...input, jobId });
    },
  });

/** Reads an operation and reads it again whenever an event says that it changed. */
export const useOperation = <Name extends ReadingName>(name: Name, input: CallInput<Name>, options: OperationOptions = {}) =>
  useQuery<OutputOf<Name>, AppError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
