import { sql } from 'kysely';
import type { EarlierLine } from '../../shared/domain/visits/usualItems.ts';
import type { Cents, Quantity } from '../../shared/types/amounts.ts';
import type { CustomerId, ProductId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** Only the latest visits are looked at, so that the answer costs the same after ten years. */
const VISITS_LOOKED_AT = 100;

interface LineRow {
  product_id: ProductId | null;
  name: string;
  quantity: Quantity;
  unit_price_cents: Cents | null;
  cost_cents: Cents | null;
  product_name: string | null;
  product_price: Cents | null;
  product_cost: Cents | null;
}

const latestLines = hotQuery<{ customerId: CustomerId }, LineRow>(
  sqlite
    .selectFrom((inner) =>
      inner
        .selectFrom('visits')
        .select(['id', 'at'])
        .where('customer_id', '=', parameter<CustomerId>('customerId'))
        .where('undone_at', 'is', null)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(sql.lit(VISITS_LOOKED_AT))
        .as('latest'),
    )
    .innerJoin('visit_lines as line', 'line.visit_id', 'latest.id')
    .leftJoin('products as product', (join) =>
      join.onRef('product.id', '=', 'line.product_id').on('product.is_active', '=', sql.lit(1)),
    )
    .select([
      'line.product_id',
      'line.name',
      'line.quantity',
      'line.unit_price_cents',
      'line.cost_cents',
      'product.name as product_name',
      'product.price_cents as product_price',
      'product.cost_cents as product_cost',
    ])
    .orderBy('latest.at', 'desc')
    .orderBy('latest.id', 'desc')
    .orderBy('line.position'),
);

/** The lines of a customer's latest visits, newest first, with the product as it is now where it is still sold. */
export const listLatestLines = (database: StoreDatabase, customerId: CustomerId): EarlierLine<ProductId>[] =>
  latestLines.rows(database, { customerId }).map((row) => ({
    name: row.name,
    quantity: row.quantity,
    unitPriceCents: row.unit_price_cents,
    costCents: row.cost_cents,
    productId: row.product_id,
    product:
      row.product_name === null || row.product_price === null
        ? null
        : { name: row.product_name, priceCents: row.product_price, costCents: row.product_cost },
  }));

export const latestLinesSql = latestLines.sql;
