import { sql } from 'kysely';
import { overdueOf, replayCredit } from '../../shared/domain/credit/replay.ts';
import type { OwnCreditTerms } from '../../shared/domain/credit/terms.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CreditEntryId, CustomerId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { listCreditInOrder } from './credit.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// What follows from the ledger and is kept with the summary: what each customer owes, and which charges are open. And what is set for one.

interface OfCustomer {
  customerId: CustomerId;
}
interface ChargeRow {
  entry_id: CreditEntryId;
  customer_id: CustomerId;
  open_cents: Cents;
  due_on: LocalDate;
}

const concerned = hotQuery<{ customerIds: string }, { customer_id: CustomerId }>(
  sqlite
    .selectFrom(sql<{ value: CustomerId }>`json_each(${parameter<string>('customerIds')})`.as('json_each'))
    .select('json_each.value as customer_id')
    .where((where) =>
      where.or([
        where.exists(where.selectFrom('credit_entries').select('id').whereRef('customer_id', '=', 'json_each.value')),
        where.exists(where.selectFrom('credit_debts').select('owed_cents').whereRef('customer_id', '=', 'json_each.value')),
      ]),
    ),
);
const debtOf = hotQuery<OfCustomer, { owed_cents: Cents }>(
  sqlite.selectFrom('credit_debts').select('owed_cents').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const keepDebt = hotQuery<{ customer_id: CustomerId; owed_cents: Cents }>(
  sqlite
    .insertInto('credit_debts')
    .values({ customer_id: parameter('customer_id'), owed_cents: parameter('owed_cents') })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({ owed_cents: row.ref('excluded.owed_cents') })),
    ),
);
const forgetDebt = hotQuery<OfCustomer>(
  sqlite.deleteFrom('credit_debts').where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const chargesOf = hotQuery<OfCustomer, ChargeRow>(
  sqlite
    .selectFrom('credit_open_charges')
    .selectAll()
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .orderBy('due_on')
    .orderBy('open_cents'),
);
const keepCharge = hotQuery<ChargeRow>(
  sqlite
    .insertInto('credit_open_charges')
    .values({
      entry_id: parameter('entry_id'),
      customer_id: parameter('customer_id'),
      open_cents: parameter('open_cents'),
      due_on: parameter('due_on'),
    })
    .onConflict((conflict) =>
      conflict.column('entry_id').doUpdateSet((row) => ({
        customer_id: row.ref('excluded.customer_id'),
        open_cents: row.ref('excluded.open_cents'),
      })),
    ),
);
const forgetCharge = hotQuery<{ entryId: CreditEntryId; customerId: CustomerId }>(
  sqlite
    .deleteFrom('credit_open_charges')
    .where('entry_id', '=', parameter<CreditEntryId>('entryId'))
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);

const refreshOne = (database: StoreDatabase, customerId: CustomerId): void => {
  const entries = listCreditInOrder(database, customerId);
  const { owedCents, charges } = replayCredit(entries);
  if (entries.length === 0) forgetDebt.run(database, { customerId });
  else keepDebt.run(database, { customer_id: customerId, owed_cents: owedCents });
  const before = new Map(chargesOf.rows(database, { customerId }).map((row) => [row.entry_id, row]));
  for (const { entryId, dueOn, openCents } of charges) {
    if (before.get(entryId)?.open_cents !== openCents)
      keepCharge.run(database, { entry_id: entryId, customer_id: customerId, open_cents: openCents, due_on: dueOn });
    before.delete(entryId);
  }
  // One that went over to another customer is theirs by now.
  for (const entryId of before.keys()) forgetCharge.run(database, { entryId, customerId });
};

/** Works out anew what these customers owe, after their ledgers have changed. */
export const refreshCredit = (database: StoreDatabase, customerIds: readonly CustomerId[]): void => {
  for (const { customer_id: customerId } of concerned.rows(database, { customerIds: JSON.stringify(customerIds) }))
    refreshOne(database, customerId);
};

/** What a customer owes now, and what of it is past its day since when. */
export const findDebt = (
  database: StoreDatabase,
  customerId: CustomerId,
  today: LocalDate,
): { readonly owedCents: Cents; readonly overdueCents: Cents; readonly overdueSince: LocalDate | null } => {
  const open = chargesOf.rows(database, { customerId }).map((row) => ({ dueOn: row.due_on, openCents: row.open_cents }));
  const [oldest] = open;
  return {
    owedCents: debtOf.first(database, { customerId })?.owed_cents ?? cents(0),
    overdueCents: overdueOf(open, today),
    overdueSince: oldest !== undefined && oldest.dueOn < today ? oldest.dueOn : null,
  };
};

const termsOf = hotQuery<OfCustomer, OwnCreditTerms>(
  sqlite
    .selectFrom('credit_terms')
    .select(['limit_cents as limitCents', 'term_days as termDays'])
    .where('customer_id', '=', parameter<CustomerId>('customerId')),
);
const keepTerms = hotQuery<OfCustomer & OwnCreditTerms>(
  sqlite
    .insertInto('credit_terms')
    .values({ customer_id: parameter('customerId'), limit_cents: parameter('limitCents'), term_days: parameter('termDays') })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((row) => ({
        limit_cents: row.ref('excluded.limit_cents'),
        term_days: row.ref('excluded.term_days'),
      })),
    ),
);
const forgetTerms = hotQuery<OfCustomer>(
  sqlite.deleteFrom('credit_terms').where('customer_id', '=', parameter<CustomerId>('customerId')),
);

/** What is set for one customer. */
export const findOwnTerms = (database: StoreDatabase, customerId: CustomerId): OwnCreditTerms =>
  termsOf.first(database, { customerId }) ?? { limitCents: null, termDays: null };

export const putOwnTerms = (database: StoreDatabase, customerId: CustomerId, terms: OwnCreditTerms): void => {
  if (terms.limitCents === null && terms.termDays === null) forgetTerms.run(database, { customerId });
  else keepTerms.run(database, { customerId, ...terms });
};

const openBetween = hotQuery<{ from: LocalDate | ''; until: LocalDate }, { open: Cents | null }>(
  sqlite
    .selectFrom('credit_open_charges')
    .where('due_on', '>', parameter<LocalDate>('from'))
    .where('due_on', '<=', parameter<LocalDate>('until'))
    .select(({ fn }) => fn.sum<Cents | null>('open_cents').as('open')),
);

/** What is open of charges due after a day, or ever, and up to another. */
export const sumDueBetween = (database: StoreDatabase, from: LocalDate | null, until: LocalDate): Cents =>
  openBetween.first(database, { from: from ?? '', until })?.open ?? cents(0);

const owing = sqlite.selectFrom('credit_debts as debt').where('debt.owed_cents', '>', sql.lit(cents(0)));
const debtors = hotQuery<object, { customers: number }>(owing.select(({ fn }) => fn.countAll<number>().as('customers')));

export interface DebtorRow {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly number: string;
  readonly removedAt: Instant | null;
  readonly owedCents: Cents;
  /** By when the oldest of it was to be paid. */
  readonly oldestDueOn: LocalDate | null;
  readonly overdueCents: Cents | null;
}
const debtorPage = hotQuery<{ limit: number; offset: number; today: LocalDate }, DebtorRow>(
  owing
    .innerJoin('customers', 'customers.id', 'debt.customer_id')
    .select((of) => [
      'debt.customer_id as customerId',
      'customers.name',
      'customers.number',
      'customers.removed_at as removedAt',
      'debt.owed_cents as owedCents',
      of
        .selectFrom('credit_open_charges')
        .select((charge) => charge.fn.min<LocalDate | null>('due_on').as('oldest'))
        .whereRef('credit_open_charges.customer_id', '=', 'debt.customer_id')
        .as('oldestDueOn'),
      of
        .selectFrom('credit_open_charges')
        .select((charge) => charge.fn.sum<Cents | null>('open_cents').as('overdue'))
        .whereRef('credit_open_charges.customer_id', '=', 'debt.customer_id')
        .where('due_on', '<', parameter<LocalDate>('today'))
        .as('overdueCents'),
    ])
    .orderBy('debt.owed_cents', 'desc')
    .orderBy('debt.customer_id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset'))
    .$castTo<DebtorRow>(),
);

/** How many customers owe the shop something. */
export const countDebtors = (database: StoreDatabase): number => debtors.first(database, {})?.customers ?? 0;

/** Who owes the shop, the largest debt first. */
export const listDebtors = (
  database: StoreDatabase,
  values: { readonly limit: number; readonly offset: number; readonly today: LocalDate },
): { readonly total: number; readonly rows: readonly DebtorRow[] } => ({
  total: countDebtors(database),
  rows: debtorPage.rows(database, values),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const creditDebtQueries = {
  concerned: concerned.sql,
  debtOf: debtOf.sql,
  chargesOf: chargesOf.sql,
  termsOf: termsOf.sql,
  openBetween: openBetween.sql,
  debtors: debtors.sql,
};
export const debtorPageSql = debtorPage.sql;
