import { sql } from 'kysely';
import { commissionHelpersSchema } from '../../shared/contract/commissions.ts';
import type { CommissionEntry } from '../../shared/domain/commissions/commissions.ts';
import { usesWorth } from '../../shared/domain/loyalty/cardWorth.ts';
import { UNIT_QUANTITY, cents, quantity } from '../../shared/types/amounts.ts';
import type { Cents, Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId, ProductId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

// What staff sold and did between two days, read from the books as they stand: what was undone is not there (X69).

interface Between {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Something that was sold or done, and what a person would know it by. */
export interface CommissionItem extends CommissionEntry {
  /** The item, or the card that was used; null of a top-up. */
  readonly what: string | null;
  readonly visitId: VisitId | null;
  readonly receiptNumber: string | null;
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
}

interface Known {
  on: LocalDate;
  visitId: VisitId | null;
  receiptNumber: string | null;
  customerId: CustomerId | null;
  customerName: string | null;
  leader: StaffId | null;
}
interface LineRow extends Known {
  productId: ProductId | null;
  category: string | null;
  isService: Flag | null;
  what: string;
  quantity: Quantity;
  amountCents: Cents;
  helpers: string;
}
interface UseRow extends Known {
  productId: ProductId | null;
  category: string | null;
  what: string;
  uses: number;
  cardUses: number | null;
  priceCents: Cents;
  helpers: string;
}

const visitsBetween = sqlite
  .selectFrom('visits')
  .where('visits.business_date', '>=', parameter<LocalDate>('from'))
  .where('visits.business_date', '<=', parameter<LocalDate>('to'))
  .where('visits.undone_at', 'is', null)
  .leftJoin('customers', 'customers.id', 'visits.customer_id')
  .select([
    'visits.business_date as on',
    'visits.id as visitId',
    'visits.receipt_number as receiptNumber',
    'visits.customer_id as customerId',
    'customers.name as customerName',
  ]);
/** Who else did the line of that visit and position, in their order. */
const helpersOf = (visitId: string, position: string) =>
  sql<string>`(SELECT json_group_array(helper.staff_id ORDER BY helper.place) FROM visit_line_helpers AS helper
    WHERE helper.visit_id = ${sql.raw(visitId)} AND helper.position = ${sql.raw(position)})`.as('helpers');

// What came back is counted for whoever had sold or done it.
const lines = hotQuery<Between, LineRow>(
  visitsBetween
    .innerJoin('visit_lines as line', 'line.visit_id', 'visits.id')
    .leftJoin('visits as sale', (on) =>
      on.onRef('sale.id', '=', 'visits.returns_visit_id').on('line.returns_position', 'is not', null),
    )
    .leftJoin('products', 'products.id', 'line.product_id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('count_card_entries as used')
            .select('used.id')
            .whereRef('used.visit_id', '=', 'line.visit_id')
            .whereRef('used.line_position', '=', 'line.position')
            .where('used.kind', 'in', [sql.lit('use' as const), sql.lit('return' as const)]),
        ),
      ),
    )
    .select(['line.product_id as productId', 'line.name as what', 'line.quantity', 'line.amount_cents as amountCents'])
    .select(['products.category', 'products.is_service as isService'])
    .select(helpersOf('coalesce(sale.id, line.visit_id)', 'coalesce(line.returns_position, line.position)'))
    .select((of) => of.fn.coalesce('line.staff_id', 'sale.staff_id', 'visits.staff_id').as('leader'))
    .orderBy('visits.business_date')
    .orderBy('visits.id')
    .orderBy('line.position'),
);

const uses = hotQuery<Between, UseRow>(
  visitsBetween
    .innerJoin('count_card_entries as entry', 'entry.visit_id', 'visits.id')
    .innerJoin('count_cards as card', 'card.id', 'entry.card_id')
    .leftJoin('count_card_entries as first', 'first.id', 'entry.concerns_id')
    .leftJoin('visit_lines as line', (on) =>
      on
        .on('line.visit_id', '=', sql<VisitId>`coalesce(first.visit_id, entry.visit_id)`)
        .on('line.position', '=', sql<number>`coalesce(first.line_position, entry.line_position)`),
    )
    .leftJoin('products', 'products.id', 'line.product_id')
    .where('entry.kind', 'in', [sql.lit('use' as const), sql.lit('return' as const)])
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM count_card_entries AS later WHERE later.reverses_id = entry.id)`)
    .leftJoin('visits as sale', 'sale.id', 'first.visit_id')
    .select(['line.product_id as productId', 'card.name as what', 'products.category'])
    .select(['entry.uses', 'card.uses as cardUses', 'card.price_cents as priceCents'])
    .select(helpersOf('line.visit_id', 'line.position'))
    .select((of) => of.fn.coalesce('line.staff_id', 'sale.staff_id', 'visits.staff_id').as('leader'))
    .orderBy('visits.business_date')
    .orderBy('visits.id')
    .orderBy('entry.position'),
);

const topUps = hotQuery<Between, Known & { principalCents: Cents }>(
  sqlite
    .selectFrom('stored_value_entries as entry')
    .innerJoin('customers', 'customers.id', 'entry.customer_id')
    .where('entry.business_date', '>=', parameter<LocalDate>('from'))
    .where('entry.business_date', '<=', parameter<LocalDate>('to'))
    .where('entry.method', 'is not', null)
    .where('entry.kind', '=', sql.lit('top_up' as const))
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM stored_value_entries AS later WHERE later.reverses_id = entry.id)`)
    .select(['entry.business_date as on', 'entry.customer_id as customerId', 'customers.name as customerName'])
    .select(['entry.principal_cents as principalCents', 'entry.staff_id as leader'])
    .select([sql<null>`NULL`.as('visitId'), sql<null>`NULL`.as('receiptNumber')])
    .orderBy('entry.business_date')
    .orderBy('entry.at')
    .orderBy('entry.id'),
);

const known = ({ on, visitId, receiptNumber, customerId, customerName }: Known) => ({
  on,
  visitId,
  receiptNumber,
  customerId,
  customerName,
});
const everybody = ({ leader, helpers }: Pick<LineRow, 'leader' | 'helpers'>): StaffId[] => {
  const others = commissionHelpersSchema.parse(JSON.parse(helpers)).filter((one) => one !== leader);
  return leader === null ? others : [leader, ...others];
};

/** Everything sold, done and topped up between two days, both among them, the earliest first within each kind. */
export const listCommissionItems = (database: StoreDatabase, between: Between): CommissionItem[] => [
  ...lines.rows(database, between).map((row) => ({
    ...known(row),
    kind: row.isService === 1 ? ('service' as const) : ('sale' as const),
    productId: row.productId,
    category: row.category,
    quantity: row.quantity,
    baseCents: row.amountCents,
    staffIds: everybody(row),
    what: row.what,
  })),
  ...uses.rows(database, between).map((row) => {
    const worth = row.cardUses === null ? cents(0) : usesWorth(row.priceCents, Math.abs(row.uses), row.cardUses);
    return {
      ...known(row),
      kind: 'card_use' as const,
      productId: row.productId,
      category: row.category,
      quantity: quantity(0 - row.uses * UNIT_QUANTITY),
      baseCents: cents(row.uses > 0 ? 0 - worth : worth),
      staffIds: everybody(row),
      what: row.what,
    };
  }),
  ...topUps.rows(database, between).map((row) => ({
    ...known(row),
    kind: 'top_up' as const,
    productId: null,
    category: null,
    quantity: quantity(UNIT_QUANTITY),
    baseCents: row.principalCents,
    staffIds: row.leader === null ? [] : [row.leader],
    what: null,
  })),
];

/** The SQL of the reads above, so that their plans can be asserted. */
export const commissionQueries = { lines: lines.sql, uses: uses.sql, topUps: topUps.sql };
