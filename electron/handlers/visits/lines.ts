import type { NewVisitLine } from '../../../shared/contract/visitLines.ts';
import { priceVisit } from '../../../shared/domain/visits/pricing.ts';
import type { Discount, PricedLine, PricedVisit } from '../../../shared/domain/visits/pricing.ts';
import type { EarnedPoints } from '../../../shared/domain/loyalty/earning.ts';
import { points } from '../../../shared/types/amounts.ts';
import { visitLineId } from '../../../shared/types/ids.ts';
import type { CustomerId, ThingId, VisitId } from '../../../shared/types/ids.ts';
import type { Flag } from '../../store/schema.ts';
import type { StoredVisitLine } from '../../store/visits.ts';
import type { LineHelper } from '../../store/visitStaff.ts';
import type { StoreContext } from '../context.ts';
import { requireProducts, requireStaff } from '../references.ts';
import { requireThing } from '../things/owned.ts';
import { refuseField } from '../refuseField.ts';

/** Throws not_found unless everything the lines name is there; what a line was for must be the customer's own. */
export const requireNamed = (context: StoreContext, customerId: CustomerId | null, lines: readonly NewVisitLine[]): void => {
  requireStaff(
    context,
    lines.flatMap(({ staff }) => staff.map(({ staffId }) => staffId)),
  );
  requireProducts(
    context,
    lines.map(({ productId }) => productId),
  );
  const things = new Set(lines.map(({ thingId }) => thingId).filter((thingId): thingId is ThingId => thingId !== null));
  // One no longer served may still stand on a visit entered later.
  if (customerId !== null) for (const thingId of things) requireThing(context, customerId, thingId);
};

/** What the lines come to; throws bad_input with the field that asks for too much. `path` is where the lines stand in the input. */
export const priced = (
  lines: readonly NewVisitLine[],
  discount: Discount | null = null,
  path = 'lines',
): PricedVisit<NewVisitLine> => {
  const result = priceVisit(lines, discount);
  return 'message' in result ? refuseField(result.path.replace(/^lines/, path), result.message) : result;
};

const flag = (value: boolean | null): Flag | null => (value === null ? null : value ? 1 : 0);
const textOrNone = (text: string): string | null => (text === '' ? null : text);

/** Lines as they go into the books, from a position on, with what each earned; and who helped with which. */
export const storedLines = (
  context: StoreContext,
  visitId: VisitId,
  lines: readonly PricedLine<NewVisitLine>[],
  earned: EarnedPoints['lines'],
  from = 0,
): { readonly lines: StoredVisitLine[]; readonly helpers: LineHelper[] } => ({
  lines: lines.map(({ line, discountCents, shareCents, amountCents, costCents }, index) => ({
    id: visitLineId(context.newId()),
    visitId,
    position: from + index,
    productId: line.productId,
    name: line.name,
    quantity: line.quantity,
    unitPriceCents: line.unitPriceCents,
    discountCents,
    shareCents,
    amountCents,
    costCents,
    staffId: line.staff[0]?.staffId ?? null,
    isRequested: flag(line.staff[0]?.isRequested ?? null),
    thingId: line.thingId,
    returnsPosition: null,
    serialNumber: textOrNone(line.serialNumber),
    specification: textOrNone(line.specification),
    startedAt: line.startedAt,
    stoppedAt: line.stoppedAt,
    pointsEarned: earned[index]?.points ?? points(0),
    earningRuleId: earned[index]?.rule?.id ?? null,
  })),
  helpers: lines.flatMap(({ line }, index) =>
    line.staff.slice(1).map(({ staffId, isRequested }, place) => ({
      visitId,
      position: from + index,
      place,
      staffId,
      isRequested: flag(isRequested),
    })),
  ),
});
