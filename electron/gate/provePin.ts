import { z } from 'zod';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/contract/values.ts';
import type { StaffId } from '../../shared/types/ids.ts';
import type { Attempts } from './attempts.ts';

/** What the store answers about a secret. */
export const rightSchema = z.object({ isRight: z.boolean() });

export interface PinProver {
  readonly attempts: Attempts;
  /** Runs a command of the store's that only the gate may ask for. */
  readonly ask: (name: string, input: unknown) => Promise<Envelope<unknown>>;
  /** Writes down that somebody tried with a wrong PIN. */
  readonly noteWrongPin: (staffId: StaffId) => Promise<void>;
}

/** Throws pin_wait or pin_wrong. The try is on the disk before the PIN is looked at (S5). */
export const provePin = async ({ attempts, ask, noteWrongPin }: PinProver, staffId: StaffId, pin: string): Promise<void> => {
  const cost = await attempts.begin(staffId);
  const { isRight } = rightSchema.parse(unwrap(await ask('staff.provePin', { staffId, pin })));
  if (!isRight) {
    await noteWrongPin(staffId);
    throw new AppError('pin_wrong', { ...cost });
  }
  await attempts.clear(staffId);
};

const approvedSchema = z.object({ approval: z.object({ staffId: staffIdSchema, pin: z.string() }) });

/**
 * Where somebody else lets pass what whoever is at the desk may not do alone (R177), their PIN is proven before the store is asked: it asks for
 * no PIN itself. Throws as `provePin` does.
 */
export const proveApproval = async (prover: PinProver, input: unknown): Promise<void> => {
  const found = approvedSchema.safeParse(input).data;
  if (found !== undefined) await provePin(prover, found.approval.staffId, found.approval.pin);
};
