import { z } from 'zod';
import { permissions } from '../../shared/contract/operation.ts';
import { shopSettingsSchema } from '../../shared/contract/settings.ts';
import { roleKeySchema } from '../../shared/contract/staff.ts';
import { instantSchema, staffIdSchema } from '../../shared/contract/values.ts';
import type { Envelope } from '../../shared/errors.ts';

// What the gate knows of the people who may sit at its desks; the store tells it, without a hash.

const accessSchema = z.object({
  accounts: z.array(
    z.object({
      staffId: staffIdSchema,
      name: z.string(),
      role: roleKeySchema,
      roleName: z.string().nullable(),
      permissions: z.array(z.enum(permissions)),
      pinSetAt: instantSchema,
    }),
  ),
  hasCustomers: z.boolean(),
  hasRecoveryCode: z.boolean(),
  isWelcomeSettled: z.boolean(),
  settings: shopSettingsSchema.pick({ autoLockMinutes: true, shopName: true, language: true, colorScheme: true }),
});
export type Access = z.output<typeof accessSchema>;
export type Account = Access['accounts'][number];

/**
 * open: the people are known. locked: the store's key is missing. shut: there is no store to read (damaged, from a newer version), so
 * there is nothing to guard and somebody must be able to bring a backup back. unknown: it does not answer just now.
 */
export type AccessState = { readonly is: 'open'; readonly access: Access } | { readonly is: 'locked' | 'shut' | 'unknown' };

export interface AccessReader {
  /** Reads again only after `forget`. */
  read(): Promise<AccessState>;
  forget(): void;
}

/** Remembers what the store says of its people until something of theirs has changed. */
export const accessReader = (ask: () => Promise<Envelope<unknown>>, storeState: () => Envelope<null>): AccessReader => {
  let reading: Promise<AccessState> | null = null;
  let last: AccessState = { is: 'unknown' };

  const look = async (): Promise<AccessState> => {
    const state = storeState();
    if (!state.ok) return { is: state.error.code === 'store_locked' ? 'locked' : 'shut' };
    const answer = await ask();
    if (answer.ok) return { is: 'open', access: accessSchema.parse(answer.value) };
    // In the middle of a restart: whoever sat there sits there still, and the next call looks again.
    reading = null;
    return last;
  };
  return {
    read: async () => {
      reading ??= look();
      const started = reading;
      const found = await started;
      // A change while it was being read: what was read may be of before it.
      if (reading !== null && reading !== started) return reading;
      last = found;
      return found;
    },
    forget: () => {
      reading = null;
    },
  };
};
