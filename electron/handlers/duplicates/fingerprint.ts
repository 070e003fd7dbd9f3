import { createHash } from 'node:crypto';
import { comparedText } from '../../../shared/domain/duplicates/score.ts';
import type { Comparable } from '../../../shared/domain/duplicates/score.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findComparables } from '../../store/comparables.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { orderedPair } from '../../store/duplicates.ts';

/** Of everything that counts of two customers, the smaller id first. Another one means that either has changed (X38). */
export const fingerprintOf = (one: Comparable, other: Comparable): string =>
  createHash('sha256').update(comparedText(one)).update('\n').update(comparedText(other)).digest('hex');

/** The fingerprint of two customers as they are stored; empty when one of them is not there. */
export const pairFingerprint = (database: StoreDatabase, oneId: CustomerId, otherId: CustomerId): string => {
  const ids = orderedPair(oneId, otherId);
  const [one, other] = findComparables(database, [ids.one, ids.other]);
  return one && other ? fingerprintOf(one, other) : '';
};
