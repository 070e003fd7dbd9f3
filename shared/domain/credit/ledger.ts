import type { Cents } from '../../types/amounts.ts';
import type { CreditEntryId, VisitId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';

// On account 挂账 (X50): what a customer owes the shop. The sale is the visit; repaying 还款 is not a second one.

/**
 * What an entry of the ledger is: `charge` is what of a visit was put on account, `return` takes off what goods that came back had cost,
 * `repay` is money that came in for it, `write_off` gives up what will not come, `reverse` takes another entry back as a whole.
 */
export const creditKinds = ['charge', 'return', 'repay', 'write_off', 'reverse'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** An entry as the replay needs it. Above nothing the debt grows by it, below nothing it shrinks. */
export interface CreditEntry {
  readonly id: CreditEntryId;
  readonly kind: CreditKind;
  readonly cents: Cents;
  readonly businessDate: LocalDate;
  /** Of a charge: the last day on which it is not overdue. */
  readonly dueOn: LocalDate | null;
  readonly visitId: VisitId | null;
  /** The entry it takes back. */
  readonly reversesId: CreditEntryId | null;
  /** The charge that a return takes off. */
  readonly concernsId: CreditEntryId | null;
}
