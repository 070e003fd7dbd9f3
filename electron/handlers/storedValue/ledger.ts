import { addPurses, covers, purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import { AppError } from '../../../shared/errors.ts';
import { MAX_CENTS } from '../../../shared/types/amounts.ts';
import { storedValueEntryId } from '../../../shared/types/ids.ts';
import type { StoredValueEntryId } from '../../../shared/types/ids.ts';
import { rightAfter } from '../../../shared/types/time.ts';
import { appendStoredValueEntry, findStoredValueLedger } from '../../store/storedValue.ts';
import type { NewStoredValueEntry } from '../../store/storedValue.ts';
import type { StoreContext } from '../context.ts';

type Wanted = Pick<NewStoredValueEntry, 'customerId' | 'kind' | 'principalCents' | 'giftCents'> &
  Partial<
    Pick<NewStoredValueEntry, 'method' | 'reason' | 'visitId' | 'reversesId' | 'concernsId' | 'businessDate' | 'cameOn'>
  > & {
    /** What the shop gives by itself, when it is due: by nobody's hand. */
    readonly isByItself?: boolean;
  };

/** Why a balance does not cover what is taken: there is not enough, or what is taken back has been spent since. */
type Shortage = 'not_enough_stored_value' | 'stored_value_spent';

const requireCover = (balance: Purse, change: Purse, shortage: Shortage): void => {
  if (!covers(balance, change)) throw new AppError('conflict', { reason: shortage, ...balance });
  if (purseTotal(addPurses(balance, change)) > MAX_CENTS) throw new AppError('conflict', { reason: 'stored_value_out_of_range' });
};

/**
 * Appends one row to the ledger of stored value, by whoever is at the desk, now; with a clock that went back, right after the last row, because
 * their order is what the lots follow from. Never without cover: throws conflict (not_enough_stored_value, or stored_value_spent for what is
 * taken back), and stored_value_out_of_range for a balance that no screen could hold. The caller refreshes the summary.
 */
export const appendStoredValue = (context: StoreContext, { isByItself = false, ...wanted }: Wanted): StoredValueEntryId => {
  const { balance, lastAt } = findStoredValueLedger(context.database, wanted.customerId);
  requireCover(balance, wanted, wanted.kind === 'reverse' ? 'stored_value_spent' : 'not_enough_stored_value');
  const id = storedValueEntryId(context.newId());
  appendStoredValueEntry(context.database, {
    method: null,
    reason: null,
    visitId: null,
    reversesId: null,
    concernsId: null,
    cameOn: null,
    businessDate: context.today(),
    ...wanted,
    id,
    at: rightAfter(lastAt, context.now()),
    staffId: isByItself ? null : context.actor.staffId,
    importId: null,
  });
  return id;
};
