import type { CustomerId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';

interface Two {
  readonly survivorId: CustomerId;
  readonly otherId: CustomerId;
}

const ordered = ({ survivorId, otherId }: Two) =>
  survivorId < otherId ? { one: survivorId, other: otherId } : { one: otherId, other: survivorId };

/** The pair, should it be known, is settled by a merge. */
export const markPairMerged = (database: StoreDatabase, pair: Two, at: Instant): void => {
  plainRun(database, `UPDATE duplicate_pairs SET state = 'merged', decided_at = @at WHERE one_id = @one AND other_id = @other`, {
    ...ordered(pair),
    at,
  });
};

/** The merge was undone: the pair is a question again. */
export const reopenPair = (database: StoreDatabase, pair: Two): void => {
  plainRun(
    database,
    `UPDATE duplicate_pairs SET state = 'open', decided_at = NULL WHERE one_id = @one AND other_id = @other AND state = 'merged'`,
    ordered(pair),
  );
};
