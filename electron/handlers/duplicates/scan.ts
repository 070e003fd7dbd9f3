import { setImmediate } from 'node:timers/promises';
import type { OutputOf } from '../../../shared/contract.ts';
import { collectCandidates } from '../../../shared/domain/duplicates/candidates.ts';
import { LEAST_SCORE, compareCustomers } from '../../../shared/domain/duplicates/score.ts';
import { countAllCustomers } from '../../store/engineFacts.ts';
import { nextComparables } from '../../store/comparables.ts';
import type { ComparableRow } from '../../store/comparables.ts';
import type { FoundPair } from '../../store/duplicates.ts';
import type { StudyContext } from '../context.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Customers read, and pairs compared or written, between two looks at the cancel button. */
const AT_A_TIME = 500;
const PAIRS_A_WRITE = 500;

const readEveryone = async (
  context: StudyContext,
): Promise<{ people: ComparableRow[]; crowded: number; pairs: readonly (readonly [number, number])[] }> => {
  const total = countAllCustomers(context.database);
  const candidates = collectCandidates();
  const people: ComparableRow[] = [];
  for (let after = ''; ;) {
    context.throwIfCancelled();
    const batch = nextComparables(context.database, after, AT_A_TIME);
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    for (const person of batch) {
      candidates.add(person);
      people.push(person);
    }
    context.progress('reading', Math.min(people.length, total), total);
    await setImmediate();
  }
  for (const steps = candidates.finish(); ;) {
    const step = steps.next();
    if (step.done === true) return { people, ...step.value };
    context.throwIfCancelled();
    await setImmediate();
  }
};

/**
 * Compares everyone who shares something that counts and keeps the pairs that are at least as likely one as two (R184). Pairs are
 * written as they are found; cancelled, those found so far stay. Errors: cancelled.
 */
export const scanEveryone = async (context: StudyContext): Promise<OutputOf<'duplicates.scan'>> => {
  const startedAt = context.now();
  const { people, pairs, crowded } = await readEveryone(context);
  let found = 0;
  let pending: FoundPair[] = [];
  const write = async (): Promise<void> => {
    if (pending.length === 0) return;
    const batch = pending;
    pending = [];
    await context.write('duplicates.keepPairs', { pairs: batch });
  };
  for (const [index, [oneAt, otherAt]] of pairs.entries()) {
    const [one, other] = [people[oneAt], people[otherAt]];
    if (!one || !other) continue;
    const { score, reasons } = compareCustomers(one, other);
    if (score >= LEAST_SCORE) {
      found += 1;
      pending.push({ one: one.id, other: other.id, score, reasons, fingerprint: fingerprintOf(one, other), foundAt: startedAt });
      if (pending.length >= PAIRS_A_WRITE) await write();
    }
    if (index % AT_A_TIME === 0) {
      context.throwIfCancelled();
      context.progress('comparing', index, pairs.length);
      await setImmediate();
    }
  }
  await write();
  await context.write('duplicates.finishScan', { startedAt, customers: people.length, pairs: found, crowded });
  context.progress('comparing', pairs.length, pairs.length);
  return { customers: people.length, pairs: found, crowded };
};
