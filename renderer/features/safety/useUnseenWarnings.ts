import { useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '../../../shared/contract.ts';
import { visitWarningSchema } from '../../../shared/contract/safety.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';

type Warnings = OutputOf<'safety.warnings'>['warnings'];

const unseenSchema = z.object({ reason: z.literal('safety_not_acknowledged'), warnings: z.array(visitWarningSchema) });

/** What must be acknowledged first, when that is why something was refused. */
const unseenIn = (error: unknown): Warnings =>
  error instanceof AppError && error.code === 'conflict' ? (unseenSchema.safeParse(error.details).data?.warnings ?? []) : [];

interface Held {
  readonly warnings: Warnings;
  readonly goOn: (acknowledged: string[]) => void;
}

/**
 * The way on after a refusal: warnings nobody has seen are shown as they stand in the store now (X22), and once acknowledged the same is
 * asked again with their keys; any other failure is told. `dialog` is what `WarningsDialog` takes.
 */
export const useUnseenWarnings = () => {
  const showError = useErrorToast();
  const [held, setHeld] = useState<Held | null>(null);
  return {
    refused: (error: unknown, goOn: Held['goOn']): void => {
      const warnings = unseenIn(error);
      if (warnings.length > 0) setHeld({ warnings, goOn });
      else showError(error);
    },
    dialog: {
      warnings: held?.warnings ?? [],
      onGoOn: (): void => {
        setHeld(null);
        held?.goOn(held.warnings.map(({ key }) => key));
      },
      onBack: (): void => {
        setHeld(null);
      },
    },
  };
};
