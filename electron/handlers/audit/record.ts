import { operations } from '../../../shared/contract.ts';
import type { AuditKind, AuditOutcome } from '../../../shared/contract/operation.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { appendAuditEntry } from '../../store/auditLog.ts';
import { findStaffById } from '../../store/staff.ts';
import type { StoreContext } from '../context.ts';
import { clearValue, figuresIn, idsAmong } from './notes.ts';
import type { AuditDetails } from './notes.ts';

/** What an entry of the audit log tells. */
export interface AuditedFact {
  /** The operation's full name, or of the program's own work one that says what it is. */
  readonly operation: string;
  /** Taken from the contract's mark when absent; what is refused without a mark counts as a matter of rights. */
  readonly kind?: AuditKind;
  readonly outcome?: AuditOutcome;
  readonly customerIds?: readonly CustomerId[];
  readonly details?: AuditDetails;
  /** Of whom a restored store may know nothing yet. */
  readonly staffName?: string | null;
}

/** What a handler says of its own command beyond the ids that went in and came out. */
interface AuditNotes {
  readonly details: AuditDetails;
  readonly customerIds: readonly CustomerId[];
  readonly outcome: AuditOutcome;
}

const kindOf = (operation: string): AuditKind => {
  const mark = operations.get(operation)?.audit ?? 'none';
  return mark === 'none' ? 'permission' : mark;
};

/** At most so many customers stand by their ids; how many there were is a count of its own. */
const MOST_CUSTOMERS = 200;

/**
 * Writes an entry of the audit log, in the transaction of what it tells (R192): neither is kept without the other. Studies call it in
 * the internal command that settles them, once a call.
 */
export const recordAudit = (context: Pick<StoreContext, 'database' | 'actor' | 'now' | 'today'>, fact: AuditedFact): void => {
  const { database, actor } = context;
  const customerIds = fact.customerIds ?? [];
  const details: AuditDetails = {
    ...fact.details,
    ...(customerIds.length > MOST_CUSTOMERS && { customers: customerIds.length }),
  };
  appendAuditEntry(database, {
    at: context.now(),
    business_date: context.today(),
    staff_id: actor.staffId,
    staff_name: actor.staffId === null ? null : (findStaffById(database, actor.staffId)?.name ?? fact.staffName ?? null),
    kind: fact.kind ?? kindOf(fact.operation),
    operation: fact.operation,
    outcome: fact.outcome ?? 'done',
    customer_ids: JSON.stringify(customerIds.slice(0, MOST_CUSTOMERS)),
    details: JSON.stringify(clearValue(details)),
  });
};

/** The entry of a command that has just run: ids from its input, ids and figures from its answer, and what its handler noted. */
export const recordCommand = (
  context: StoreContext,
  operation: string,
  input: unknown,
  output: unknown,
  notes: AuditNotes,
): void => {
  const { customerIds, others } = idsAmong(input, output);
  recordAudit(context, {
    operation,
    outcome: notes.outcome,
    customerIds: [...new Set([...customerIds, ...notes.customerIds])],
    details: { ...figuresIn(output), ...others, ...notes.details },
  });
};

/** Collects what a handler says through `context.audited`; later calls add to earlier ones. */
export const collectNotes = (): { readonly notes: AuditNotes; readonly audited: StoreContext['audited'] } => {
  let details: AuditDetails = {};
  const customerIds: CustomerId[] = [];
  let outcome: AuditOutcome = 'done';
  return {
    notes: {
      get details() {
        return details;
      },
      customerIds,
      get outcome() {
        return outcome;
      },
    },
    audited: (more, about = {}) => {
      details = { ...details, ...more };
      customerIds.push(...(about.customerIds ?? []));
      outcome = about.outcome ?? outcome;
    },
  };
};
