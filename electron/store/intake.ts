import { sql } from 'kysely';
import { intakeFieldSchema } from '../../shared/contract/intakeFields.ts';
import type { IntakeField } from '../../shared/contract/intakeFields.ts';
import type { CustomerId, IntakeId, ProposalId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, plainRows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What customers were asked to type on the facing window, and what they typed (X39).

/** An asking that nobody has answered or withdrawn yet. */
export interface OpenIntake {
  readonly id: IntakeId;
  readonly customerId: CustomerId | null;
  readonly fields: readonly IntakeField[];
}

const openOne = hotQuery<Record<never, never>, { id: IntakeId; customer_id: CustomerId | null; fields: string }>(
  sqlite.selectFrom('intakes').select(['id', 'customer_id', 'fields']).where('closed_at', 'is', null).limit(sql.lit(1)),
);
export const findOpenIntake = (database: StoreDatabase): OpenIntake | undefined => {
  const row = openOne.first(database, {});
  if (!row) return undefined;
  return { id: row.id, customerId: row.customer_id, fields: intakeFieldSchema.array().parse(JSON.parse(row.fields)) };
};

export const insertIntake = (
  database: StoreDatabase,
  intake: OpenIntake & { readonly at: Instant; readonly staffId: StaffId | null },
): void => {
  const { id, customerId, fields, at, staffId } = intake;
  execute(
    database,
    sqlite
      .insertInto('intakes')
      .values({ id, customer_id: customerId, fields: JSON.stringify(fields), opened_at: at, staff_id: staffId }),
  );
};

/** Nobody is asked any more; false when nobody was. */
export const closeIntakes = (database: StoreDatabase, at: Instant): boolean =>
  execute(database, sqlite.updateTable('intakes').set({ closed_at: at }).where('closed_at', 'is', null)) > 0;

export interface ProposalRow {
  readonly id: ProposalId;
  readonly customer_id: CustomerId | null;
  readonly at: Instant;
  readonly business_date: LocalDate;
  readonly details: string;
  readonly status: 'waiting' | 'accepted' | 'rejected';
  readonly decided_at: Instant | null;
  readonly decision: string | null;
}

export const insertProposal = (
  database: StoreDatabase,
  proposal: {
    readonly id: ProposalId;
    readonly intakeId: IntakeId;
    readonly customerId: CustomerId | null;
    readonly at: Instant;
    readonly on: LocalDate;
    readonly details: object;
  },
): void => {
  const { id, intakeId, customerId, at, on, details } = proposal;
  const row = { id, intake_id: intakeId, customer_id: customerId, at, business_date: on };
  execute(
    database,
    sqlite.insertInto('profile_proposals').values({ ...row, details: JSON.stringify(details), status: 'waiting' }),
  );
};

const COLUMNS = 'id, customer_id, at, business_date, details, status, decided_at, decision';
/** Pages of the three orders in which proposals are read. */
export const proposalPages = {
  waiting: `SELECT ${COLUMNS} FROM profile_proposals WHERE status = 'waiting' ORDER BY at, id LIMIT @limit OFFSET @offset`,
  decided: `SELECT ${COLUMNS} FROM profile_proposals WHERE status <> 'waiting' ORDER BY decided_at DESC, id DESC LIMIT @limit OFFSET @offset`,
  ofCustomer: `SELECT ${COLUMNS} FROM profile_proposals WHERE customer_id = @customerId ORDER BY at DESC, id DESC LIMIT @limit OFFSET @offset`,
};
export const listProposals = (
  database: StoreDatabase,
  order: keyof typeof proposalPages,
  values: { readonly offset: number; readonly limit: number; readonly customerId?: CustomerId },
): ProposalRow[] => plainRows(database, proposalPages[order], values);

const countQueries = {
  waiting: `SELECT count(*) AS total FROM profile_proposals WHERE status = 'waiting'`,
  decided: `SELECT count(*) AS total FROM profile_proposals WHERE status <> 'waiting'`,
  ofCustomer: `SELECT count(*) AS total FROM profile_proposals WHERE customer_id = @customerId`,
};
export const countProposals = (
  database: StoreDatabase,
  which: keyof typeof countQueries,
  values: { readonly customerId?: CustomerId } = {},
): number => plainRows<{ total: number }>(database, countQueries[which], values)[0]?.total ?? 0;

const waitingOf = hotQuery<{ customerId: CustomerId }, { total: number }>(
  sqlite
    .selectFrom('profile_proposals')
    .select((proposal) => proposal.fn.countAll<number>().as('total'))
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('status', '=', sql.lit('waiting')),
);
/** What a customer typed and nobody has looked at yet. */
export const countWaitingProposals = (database: StoreDatabase, customerId: CustomerId): number =>
  waitingOf.first(database, { customerId })?.total ?? 0;

const byId = hotQuery<{ id: ProposalId }, ProposalRow>(
  sqlite
    .selectFrom('profile_proposals')
    .select(['id', 'customer_id', 'at', 'business_date', 'details', 'status', 'decided_at', 'decision'])
    .where('id', '=', parameter<ProposalId>('id')),
);
export const findProposal = (database: StoreDatabase, id: ProposalId): ProposalRow | undefined => byId.first(database, { id });

/** Writes what became of a proposal, or with 'waiting' that it is open again. */
export const settleProposal = (
  database: StoreDatabase,
  settled: {
    readonly id: ProposalId;
    readonly customerId: CustomerId | null;
    readonly status: ProposalRow['status'];
    readonly at: Instant | null;
    readonly decision: object | null;
    readonly staffId: StaffId | null;
  },
): void => {
  const { id, customerId, status, at, decision, staffId } = settled;
  execute(
    database,
    sqlite
      .updateTable('profile_proposals')
      .set({
        customer_id: customerId,
        status,
        decided_at: at,
        decision: decision === null ? null : JSON.stringify(decision),
        staff_id: staffId,
      })
      .where('id', '=', id),
  );
};

/** The SQL of the reads above, so that their plans can be asserted. */
export const intakeQueries = { openOne: openOne.sql, waitingOf: waitingOf.sql, byId: byId.sql, ...proposalPages };
