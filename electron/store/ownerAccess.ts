import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { hashSecret, isSecret } from './secretHash.ts';

// How the owner of a store in the clear gets back in, and whether the welcome was answered.

/** Whether there is a recovery code of the store's own, and whether the owner was welcomed. */
export const readOwnerAccess = (database: StoreDatabase): { hasRecoveryCode: boolean; isWelcomeSettled: boolean } => {
  const row = firstRow(database, sqlite.selectFrom('owner_access').select(['recovery_made_at', 'welcome_settled_at']));
  return {
    hasRecoveryCode: (row?.recovery_made_at ?? null) !== null,
    isWelcomeSettled: (row?.welcome_settled_at ?? null) !== null,
  };
};

export const settleWelcome = (database: StoreDatabase, at: Instant): void => {
  execute(database, sqlite.updateTable('owner_access').set({ welcome_settled_at: at }));
};

/** Keeps the hash of a code in place of the one before; null keeps none. */
export const setRecoveryCode = (database: StoreDatabase, code: string | null, at: Instant): void => {
  const row =
    code === null ? { recovery_hash: null, recovery_made_at: null } : { recovery_hash: hashSecret(code), recovery_made_at: at };
  execute(database, sqlite.updateTable('owner_access').set(row));
};

export const isRecoveryCode = (database: StoreDatabase, code: string): boolean => {
  const kept = firstRow(database, sqlite.selectFrom('owner_access').select('recovery_hash'))?.recovery_hash ?? null;
  return kept !== null && isSecret(code, kept);
};

/** Whether anybody is in the books yet. */
export const hasCustomers = (database: StoreDatabase): boolean =>
  firstRow(database, sqlite.selectFrom('customers').select('id').limit(1)) !== undefined;
