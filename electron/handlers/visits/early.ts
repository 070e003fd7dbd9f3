import type { NewVisitLine } from '../../../shared/contract/visitLines.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { findTierOf } from '../../store/customerTiers.ts';
import { findNotPublic } from '../../store/products.ts';
import { listTiers } from '../../store/tiers.ts';
import type { BaseContext } from '../context.ts';
import { refuseField } from '../refuseField.ts';

const buysEarly = ({ database }: BaseContext, customerId: CustomerId | null): boolean => {
  const held = customerId === null ? null : findTierOf(database, customerId);
  return held !== null && listTiers(database).some((tier) => tier.id === held.tier_id && tier.buysEarly);
};

/**
 * What is not for everybody yet is sold only to whom their tier lets buy early, and to them from its early day on (R082). Throws bad_input with the
 * line: not_public_yet for those without the right, not_early_yet for those with it.
 */
export const requirePublic = (
  context: BaseContext,
  visit: {
    readonly customerId: CustomerId | null;
    readonly lines: readonly NewVisitLine[];
    readonly on: LocalDate;
    readonly path: string;
  },
): void => {
  const { customerId, lines, on, path } = visit;
  const early = findNotPublic(
    context.database,
    lines.flatMap(({ productId }) => productId ?? []),
    on,
  );
  if (early.length === 0) return;
  const mayBuy = buysEarly(context, customerId);
  for (const [index, { productId }] of lines.entries()) {
    const found = early.find(({ id }) => id === productId);
    if (found === undefined) continue;
    if (!mayBuy || found.earlyFrom === null) refuseField(`${path}.${index}.name`, 'not_public_yet');
    if (found.earlyFrom !== null && found.earlyFrom > on) refuseField(`${path}.${index}.name`, 'not_early_yet');
  }
};
