import { makeDemoBasket } from '../../../shared/domain/demo/history.ts';
import type { DemoVisit } from '../../../shared/domain/demo/history.ts';
import type { DemoOptions, DemoPerson } from '../../../shared/domain/demo/person.ts';
import { makeRandom } from '../../../shared/domain/demo/random.ts';
import { redemptions } from '../../../shared/domain/demo/words.ts';
import { pointsFor } from '../../../shared/domain/loyalty/points.ts';
import { priceVisit } from '../../../shared/domain/visits/pricing.ts';
import { points } from '../../../shared/types/amounts.ts';
import { pointsEntryId, visitId, visitLineId } from '../../../shared/types/ids.ts';
import type { CustomerId, ProductId, StaffId } from '../../../shared/types/ids.ts';
import { rowInserter } from '../../store/bulk.ts';
import type { DemoWriter } from './shop.ts';

/** Ids by index, as they were written. */
export interface DemoIds {
  readonly staff: readonly StaffId[];
  readonly products: readonly ProductId[];
  readonly customers: readonly CustomerId[];
}

const REDEEM_FROM_POINTS = 100;
const REDEEM_SHARE = 0.18;
const STREAM = 78;

/** Writes the visits in their order, what each earned, and now and then what was redeemed. */
export const writeTrade = (
  writer: DemoWriter,
  options: DemoOptions & { readonly pointsPerHundred: number },
  people: readonly DemoPerson[],
  visits: readonly DemoVisit[],
  ids: DemoIds,
): void => {
  const insertVisit = rowInserter(writer.database, 'visits');
  const insertLine = rowInserter(writer.database, 'visit_lines');
  const insertPoints = rowInserter(writer.database, 'points_entries');
  const balances = new Int32Array(people.length);
  for (const [visitNumber, { person: index, on, minute }] of visits.entries()) {
    const person = people[index];
    const customer = ids.customers[index];
    if (!person || customer === undefined) throw new RangeError('a visit of nobody');
    const basket = makeDemoBasket(options, person, visitNumber);
    const priced = priceVisit(basket.lines.map((line) => ({ ...line, unitCostCents: line.product.costCents, discount: null })));
    if ('path' in priced) throw new RangeError(priced.message);
    const id = visitId(writer.newId());
    const at = writer.at(on, minute);
    const staff = ids.staff[basket.staff] ?? null;
    const earned = pointsFor(priced.totalCents, options);
    const of = { customer_id: customer, at, business_date: on, staff_id: staff, import_id: null } as const;
    insertVisit({
      id,
      ...of,
      note: basket.note,
      is_purchase: basket.lines.length > 0 ? 1 : 0,
      total_cents: priced.totalCents,
      cost_cents: priced.costCents,
      item_quantity: priced.itemQuantity,
      points_earned: earned,
      satisfaction: basket.satisfaction,
      undone_at: null,
    });
    for (const [position, { line, amountCents, costCents }] of priced.lines.entries())
      insertLine({
        visit_id: id,
        position,
        id: visitLineId(writer.newId()),
        product_id: ids.products[line.productIndex] ?? null,
        name: line.product.name,
        quantity: line.quantity,
        unit_price_cents: line.unitPriceCents,
        amount_cents: amountCents,
        cost_cents: costCents,
        staff_id: staff,
      });
    const balance = (balances[index] ?? 0) + earned;
    balances[index] = balance;
    const insertEntry = (kind: 'earn' | 'redeem', change: number, reason: string | null): void => {
      insertPoints({
        id: pointsEntryId(writer.newId()),
        ...of,
        kind,
        points: points(change),
        reason,
        visit_id: kind === 'earn' ? id : null,
        reverses_id: null,
      });
    };
    if (earned > 0) insertEntry('earn', earned, null);
    if (balance >= REDEEM_FROM_POINTS) {
      const random = makeRandom(options.seed, STREAM, visitNumber);
      if (random.chance(REDEEM_SHARE)) {
        const spent = Math.floor(balance / REDEEM_FROM_POINTS) * REDEEM_FROM_POINTS;
        balances[index] = balance - spent;
        insertEntry('redeem', -spent, random.pick(redemptions));
      }
    }
  }
};
