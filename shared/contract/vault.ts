import { z } from 'zod';
import { plainText } from './masking.ts';
import { gate } from './operation.ts';
import { emptySchema } from './values.ts';

const passphraseSchema = z.string().min(8).max(200);
/** The twelve words as somebody typed them. */
export const recoveryCodeSchema = z.string().min(1).max(400);
/** The code as twelve words, in both languages; shown once, kept nowhere. */
export const recoveryWordsSchema = z.object({
  chinese: z.array(plainText(z.string())).length(12),
  english: z.array(plainText(z.string())).length(12),
});

/** How the store's pages are locked and who opens them (R191). */
export const vaultContract = {
  status: gate({
    permission: 'vault.unlock',
    audit: 'none',
    masks: 'none',
    input: emptySchema,
    output: z.object({
      isEncrypted: z.boolean(),
      /** Encrypted, and nobody has opened it since the program started. */
      isLocked: z.boolean(),
      /** Whether this PC's own keyring opens it. */
      opensByItself: z.boolean(),
      hasPassphrase: z.boolean(),
      /** Whether this PC has a keyring worth the name. */
      hasKeyring: z.boolean(),
      /** Names of older copies beside the store that still lie in the clear. */
      plainCopies: z.array(plainText(z.string())),
    }),
  }),
  /** Opens the store with the printed code, in either language; from then on this PC opens it by itself, if it has a keyring. */
  unlockByCode: gate({
    permission: 'vault.unlock',
    audit: 'sign_in',
    masks: 'none',
    input: z.strictObject({ code: recoveryCodeSchema }),
    output: emptySchema,
  }),
  unlockByPassphrase: gate({
    permission: 'vault.unlock',
    audit: 'sign_in',
    masks: 'none',
    input: z.strictObject({ passphrase: z.string().min(1).max(200) }),
    output: emptySchema,
  }),
  /** Locks a store that lies in the clear, in one step: before it or after it, never between. */
  encrypt: gate({
    permission: 'vault.manage',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({
      /** Needed where this PC has no keyring. */
      passphrase: passphraseSchema.nullable().default(null),
      /** Nothing but the code opens it, at each start. */
      codeOnly: z.boolean().default(false),
    }),
    output: recoveryWordsSchema,
  }),
  /** A new code for a lost sheet: the old one opens this store no more. */
  renewCode: gate({
    permission: 'vault.manage',
    audit: 'permission',
    masks: 'none',
    input: emptySchema,
    output: recoveryWordsSchema,
  }),
  setPassphrase: gate({
    permission: 'vault.manage',
    audit: 'permission',
    masks: 'none',
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: emptySchema,
  }),
  /** Deletes the older copies that `status` names. */
  removePlainCopies: gate({
    permission: 'vault.manage',
    audit: 'permission',
    masks: 'none',
    input: emptySchema,
    output: z.object({ removed: z.array(plainText(z.string())) }),
  }),
};
