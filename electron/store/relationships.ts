import type { Cents } from '../../shared/types/amounts.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { execute, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// How customers know each other (R092). A row says of `customer_id` what `other_id` is to them; it counts for both.

const ofText = `SELECT few.id, customers.name, few.kind, few.isInverse, coalesce(customer_summaries.spend_cents, 0) AS spendCents,
    customers.removed_at IS NOT NULL AS isRemoved
  FROM (SELECT other_id AS id, kind, 0 AS isInverse FROM relationships WHERE customer_id = @id
    UNION ALL SELECT customer_id, kind, 1 FROM relationships WHERE other_id = @id) AS few
  JOIN customers ON customers.id = few.id LEFT JOIN customer_summaries ON customer_summaries.customer_id = few.id
  ORDER BY customers.name_pinyin, customers.id, few.kind, few.isInverse`;

export interface RelationshipRow {
  readonly id: CustomerId;
  readonly name: string;
  readonly kind: string;
  /** 1 where the row was written down for the other one. */
  readonly isInverse: 0 | 1;
  readonly spendCents: Cents;
  readonly isRemoved: 0 | 1;
}
/** Whom a customer knows, from rows written down for either of the two. */
export const listRelationships = (database: StoreDatabase, id: CustomerId): RelationshipRow[] =>
  plainRows(database, ofText, { id });

interface Pair {
  readonly customerId: CustomerId;
  readonly otherId: CustomerId;
  readonly kind: string;
}
export const insertRelationship = (database: StoreDatabase, { customerId, otherId, kind }: Pair): void => {
  execute(database, sqlite.insertInto('relationships').values({ customer_id: customerId, other_id: otherId, kind }));
};
export const deleteRelationship = (database: StoreDatabase, { customerId, otherId, kind }: Pair): void => {
  execute(
    database,
    sqlite
      .deleteFrom('relationships')
      .where('customer_id', '=', customerId)
      .where('other_id', '=', otherId)
      .where('kind', '=', kind),
  );
};

/** The SQL of the read above, so that its plan can be asserted. */
export const relationshipQueries = { relationshipsOf: ofText };
