import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { CallInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { call } from './client.ts';

/** Operations that only read, and may therefore be cached and read again. */
export type ReadingName = NamesOfKind<'query'> | 'shell.startState';

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

/** Reads an operation and reads it again whenever an event says that it changed. */
export const useOperation = <Name extends ReadingName>(name: Name, input: CallInput<Name>, options: OperationOptions = {}) =>
  useQuery<OutputOf<Name>, AppError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
