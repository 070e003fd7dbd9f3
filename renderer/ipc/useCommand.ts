import { useMutation } from '@tanstack/react-query';
import type { CallInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { useErrorToast } from '../app/useErrorToast.tsx';
import { call } from './client.ts';

export type WritingName = NamesOfKind<'command'> | NamesOfKind<'gate'> | Exclude<NamesOfKind<'shell'>, 'shell.startState'>;

interface CommandOptions {
  /** The caller shows the failure itself, e.g. beside the form's fields (see formErrors). */
  readonly quiet?: boolean;
  /** The answer is a secret: it is gone once the caller has reset the command or left the page. */
  readonly isSecret?: boolean;
}

/**
 * Runs a command: `const record = useCommand('visits.record'); await record.mutateAsync(input)`. A failure is told in a
 * toast unless `quiet`, and still rejects.
 */
export const useCommand = <Name extends WritingName>(name: Name, { quiet = false, isSecret = false }: CommandOptions = {}) => {
  const showError = useErrorToast();
  return useMutation<OutputOf<Name>, AppError, CallInput<Name>>({
    mutationKey: [name],
    ...(isSecret && { gcTime: 0 }),
    mutationFn: (input) => call(name, input),
    onError: (error) => {
      if (!quiet) showError(error);
    },
  });
};
