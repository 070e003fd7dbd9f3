import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** The number under which a customer is called: the first choice, else the oldest. `column` holds their id in the query around it. */
export const phoneOf = (column: string): RawBuilder<string | null> =>
  sql<string | null>`(SELECT contact_methods.value FROM contact_methods
    WHERE contact_methods.customer_id = ${sql.ref(column)} AND contact_methods.type IN ('mobile', 'landline')
    ORDER BY contact_methods.is_primary DESC, contact_methods.created_at, contact_methods.id LIMIT 1)`;
