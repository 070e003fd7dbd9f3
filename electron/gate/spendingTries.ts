import { z } from 'zod';
import { AppError, failure } from '../../shared/errors.ts';
import type { AppErrorCode, Envelope } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { isId, customerId as toCustomerId } from '../../shared/types/ids.ts';
import type { Attempts } from './attempts.ts';

// Wrong spending PINs in a row cost waits as those of staff do (X53, S5): counted on the disk before the store compares, one count a customer.

const ofCustomer = z.string().refine(isId).transform(toCustomerId);
const withProof = z.object({ customerId: ofCustomer, proof: z.object({ way: z.literal('pin') }) });
const withCurrent = z.object({ customerId: ofCustomer, currentPin: z.string() });

/** By operation, where a PIN of a customer comes in. */
const guesses: Readonly<Record<string, z.ZodType<{ readonly customerId: CustomerId }>>> = {
  'visits.record': withProof,
  'loyalty.redeem': withProof,
  'rewards.redeem': withProof,
  'storedValue.refund': withProof,
  'storedValue.transfer': withProof,
  'spendingPins.set': withCurrent,
  'spendingPins.remove': withCurrent,
};

/** The store looks at the PIN before all else: what it refuses with one of these, it refuses with the right PIN. */
const afterThePin: readonly AppErrorCode[] = [
  'bad_input',
  'conflict',
  'not_enough_points',
  'not_found',
  'not_permitted',
  'already_undone',
];

const isWrongPin = (envelope: Envelope<unknown>): boolean =>
  !envelope.ok && envelope.error.code === 'conflict' && envelope.error.details['reason'] === 'spending_pin_wrong';

/** Tells what was tried in vain. */
type NoteWrong = (customerId: CustomerId) => Promise<void>;

/**
 * Asks the store, counting the try where a spending PIN is in the input. A wrong one is answered with what it costs: conflict
 * (spending_pin_wrong with triesLeft, or spending_pin_wait with waitSeconds); while a wait runs nothing is asked at all.
 */
export const askCountingTries = async (
  attempts: Attempts,
  { name, input }: { readonly name: string; readonly input: unknown },
  ask: () => Promise<Envelope<unknown>>,
  noteWrong: NoteWrong,
): Promise<Envelope<unknown>> => {
  const guess = guesses[name]?.safeParse(input).data;
  if (guess === undefined) return ask();
  const { customerId } = guess;
  const cost = await attempts.begin(customerId).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'pin_wait'
      ? new AppError('conflict', { reason: 'spending_pin_wait', ...error.details })
      : error;
  });
  const envelope = await ask();
  if (isWrongPin(envelope)) {
    await noteWrong(customerId);
    const reason = cost.triesLeft > 0 ? 'spending_pin_wrong' : 'spending_pin_wait';
    return failure(new AppError('conflict', { reason, ...cost }));
  }
  if (envelope.ok || afterThePin.includes(envelope.error.code)) await attempts.clear(customerId);
  return envelope;
};
