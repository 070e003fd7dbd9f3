import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { customerIdSchema } from '../../../shared/contract/values.ts';
import { customerNames, listAuditEntries, subjectNames } from '../../store/auditList.ts';
import type { AuditRow } from '../../store/auditList.ts';
import type { StoreContext } from '../context.ts';

/** So many customers of an entry are named. */
const MOST_NAMED = 3;

const idsSchema = z.array(customerIdSchema);
const detailsSchema = z.record(z.string(), z.unknown());

const read = (row: AuditRow) => ({
  row,
  customerIds: idsSchema.safeParse(JSON.parse(row.customer_ids)).data ?? [],
  details: detailsSchema.safeParse(JSON.parse(row.details)).data ?? {},
});

/** Whom or what of the shop's own an entry is about. */
const subjectOf = ({ staffId, productId }: Record<string, unknown>): string | null => {
  const subject = staffId ?? productId;
  return typeof subject === 'string' ? subject : null;
};

/** Entries of the audit log with the present names of whom they concern. */
export const listAudit = (context: StoreContext, input: HandlerInput<'audit.list'>): OutputOf<'audit.list'> => {
  const rows = listAuditEntries(context.database, { ...input, staffId: input.staffId, limit: input.limit + 1 });
  const shown = rows.slice(0, input.limit).map(read);
  const people = customerNames(
    context.database,
    shown.flatMap(({ customerIds }) => customerIds.slice(0, MOST_NAMED)),
  );
  const subjects = subjectNames(
    context.database,
    shown.flatMap(({ details }) => subjectOf(details) ?? []),
  );
  const last = rows.length > input.limit ? shown.at(-1)?.row : undefined;
  return {
    entries: shown.map(({ row, customerIds, details }) => ({
      sequence: row.sequence,
      at: row.at,
      businessDate: row.business_date,
      staffId: row.staff_id,
      staffName: row.staff_name,
      kind: row.kind,
      operation: row.operation,
      outcome: row.outcome,
      customers: customerIds.slice(0, MOST_NAMED).map((id) => ({ id, name: people.get(id) ?? null })),
      customerCount: typeof details['customers'] === 'number' ? details['customers'] : customerIds.length,
      subject: subjects.get(subjectOf(details) ?? '') ?? null,
      details,
    })),
    next: last === undefined ? null : { businessDate: last.business_date, sequence: last.sequence },
  };
};
