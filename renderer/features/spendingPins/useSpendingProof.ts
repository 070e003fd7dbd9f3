import { z } from 'zod';
import type { CallInput } from '../../../shared/contract.ts';
import { signedCentsSchema } from '../../../shared/contract/values.ts';
import { useAskAgain } from '../../components/useAskAgain.ts';

export type Proof = NonNullable<CallInput<'visits.record'>['proof']>;

const neededSchema = z.object({
  reason: z.literal('spending_proof_needed'),
  ways: z.array(z.enum(['pin', 'signature'])).min(1),
  hasPin: z.boolean(),
  valueCents: signedCentsSchema,
});
type Needed = z.output<typeof neededSchema>;

const pinReasons: readonly unknown[] = ['spending_pin_wrong', 'spending_pin_wait', 'spending_pin_unset'];

/** The way on where the store asks that whoever spends proves that they may (X53). `dialog` is what `ProofDialog` takes. */
export const useSpendingProof = () =>
  useAskAgain<Needed, Proof>({
    neededOf: ({ code, details }) => (code === 'conflict' ? (neededSchema.safeParse(details).data ?? null) : null),
    isOfAnswer: ({ code, details }) => code === 'conflict' && pinReasons.includes(details['reason']),
  });
