import type { CustomerId } from '../../shared/types/ids.ts';

/** Rows by whose they are, in their order. */
export const groupBy = <Row extends { readonly customer_id: CustomerId }>(rows: readonly Row[]): Map<CustomerId, Row[]> => {
  const groups = new Map<CustomerId, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.customer_id);
    if (known) known.push(row);
    else groups.set(row.customer_id, [row]);
  }
  return groups;
};
