import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CallInput } from '../../../shared/contract.ts';
import { signedCentsSchema } from '../../../shared/contract/values.ts';
import { AppError } from '../../../shared/errors.ts';
import { errorText } from '../../ipc/errorText.ts';

export type Proof = NonNullable<CallInput<'visits.record'>['proof']>;

const neededSchema = z.object({
  reason: z.literal('spending_proof_needed'),
  ways: z.array(z.enum(['pin', 'signature'])).min(1),
  hasPin: z.boolean(),
  valueCents: signedCentsSchema,
});
type Needed = z.output<typeof neededSchema>;

/** What goes wrong with a PIN is told in the dialog, which stays open. */
const pinReasons: readonly unknown[] = ['spending_pin_wrong', 'spending_pin_wait', 'spending_pin_unset'];

interface Asked {
  readonly needed: Needed;
  readonly goOn: (proof: Proof) => void;
  /** Why the last try failed. */
  readonly problem: string | null;
}

/**
 * The way on where the store asks that whoever spends proves that they may (X53): `refused` answers whether it was that, and then the same is
 * asked again with the proof. `dialog` is what `ProofDialog` takes.
 */
export const useSpendingProof = () => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  return {
    refused: (error: unknown, goOn: Asked['goOn']): boolean => {
      if (!(error instanceof AppError)) return false;
      const needed = error.code === 'conflict' ? neededSchema.safeParse(error.details).data : undefined;
      if (needed !== undefined) {
        setAsked({ needed, goOn, problem: null });
        return true;
      }
      if (error.code !== 'conflict' || !pinReasons.includes(error.details['reason'])) return false;
      // Whoever asks again may hold an older one than stands on the screen.
      setAsked((before) => before && { ...before, goOn, problem: errorText(t, error) });
      return true;
    },
    close: (): void => {
      setAsked(null);
    },
    dialog: {
      needed: asked?.needed ?? null,
      problem: asked?.problem ?? null,
      onProof: (proof: Proof): void => {
        asked?.goOn(proof);
      },
      onBack: (): void => {
        setAsked(null);
      },
    },
  };
};
