import type { OutputOf } from '../../../shared/contract.ts';
import type { VisitDraft } from '../../../shared/contract/parkedVisits.ts';
import { purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useOperation } from '../../ipc/useOperation.ts';

export type SharedPurse = OutputOf<'sharers.forVisit'>['purses'][number];

/** The purses a visit can be paid from, and the one that is chosen. */
export interface VisitPurses {
  /** What is in the chosen one; null for a walk-in. */
  readonly stored: Purse | null;
  /** The most it pays, where it is somebody else's; null of their own. */
  readonly mostCents: Cents | null;
  /** Somebody else's purse that is chosen; null is their own. */
  readonly from: SharedPurse | null;
  readonly hasOwn: boolean;
  readonly others: readonly SharedPurse[];
}

/** Their own purse first, and where nothing is in it the first that somebody shares with them (X55). */
export const useVisitPurses = (
  customerId: CustomerId | null,
  own: Purse | null,
  { storedFromId, date }: Pick<VisitDraft, 'storedFromId' | 'date'>,
): VisitPurses => {
  const others =
    useOperation(
      'sharers.forVisit',
      { customerId: customerId ?? '', businessDate: date },
      { enabled: customerId !== null, keepPrevious: true },
    ).data?.purses ?? [];
  const hasOwn = own !== null && purseTotal(own) > 0;
  const chosen = others.find((purse) => purse.customerId === storedFromId);
  const from = chosen ?? (hasOwn ? null : (others[0] ?? null));
  return { stored: from ?? own, mostCents: from?.mostCents ?? null, from, hasOwn, others };
};
