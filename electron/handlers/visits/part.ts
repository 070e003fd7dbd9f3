import type { VisitWarning } from '../../../shared/domain/safety.ts';
import type { EarningLine } from '../../../shared/domain/loyalty/earning.ts';
import type { Purse } from '../../../shared/domain/storedValue/purse.ts';
import type { Cents, Points } from '../../../shared/types/amounts.ts';
import type { CustomerId, VisitId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { PurseAtVisit } from '../sharers/purse.ts';
import type { StoreContext } from '../context.ts';

/** A visit of a customer that is about to be written into the books, or is claimed for them. */
export interface VisitEffects {
  readonly visitId: VisitId;
  readonly customerId: CustomerId;
  readonly businessDate: LocalDate;
  /** What is bought, line by line, and what of it earns nothing: it was paid with points or out of a gift (DOMAIN "Points"). */
  readonly lines: readonly Omit<EarningLine, 'category'>[];
  readonly notEarningCents: Cents;
  readonly pointsSpent: Points;
  /** What is paid out of the purse. */
  readonly storedSpent: Purse;
  readonly storedFrom: PurseAtVisit;
  /** Who earns the points: whose purse pays, where the shop has it so (X55). */
  readonly earnerId: CustomerId;
  readonly acknowledged: readonly string[];
  /** The sale that lines come back of, when these are what is taken in exchange; null of a visit like any other. */
  readonly returnsVisitId: VisitId | null;
}

/** The same once it stands in the books. */
export interface StandingVisit extends VisitEffects {
  /** What the clerk was warned of, and went on with. */
  readonly warnings: readonly VisitWarning[];
  /** What its lines earn, whoever it is for. */
  readonly pointsEarned: Points;
}

/** A visit that is undone, or that is a walk-in's again. */
export interface EndedVisit {
  readonly visitId: VisitId;
  readonly customerId: CustomerId;
}

/** Lines of a sale that come back by a visit of its own. */
export interface ReturningVisit extends EndedVisit {
  readonly saleId: VisitId;
  readonly reason: string;
}

/**
 * One thing that a visit brings about for the customer it is of, the same whether they were named at once or claimed it later (X29). All of it
 * runs inside the transaction that writes the visit; the rows of the visit and its lines stand already.
 */
export interface VisitPart {
  readonly apply?: (context: StoreContext, visit: StandingVisit) => void;
  /** Takes back what `apply` brought about, and whatever the visit moved besides; the visit is marked as undone, or nobody's, already. */
  readonly takeBack?: (context: StoreContext, visit: EndedVisit) => void;
  /** Some or all of a sale has come back: the rows of the return stand. Undoing the return is `takeBack` with the return's own id. */
  readonly returned?: (context: StoreContext, visit: ReturningVisit) => void;
}
