import { customersWithWrongTier } from './auditTiers.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { schemaVersion } from './dataVersion.ts';

// What proves a store: SQLite's own checks, and that every running figure is the sum of its facts.

/** At most this many findings of one kind: one is enough to refuse a file, a thousand help nobody. */
const MOST_FINDINGS = 20;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs a check that a damaged file may break off in the middle: then that is the finding. */
const finding = (what: string, check: () => readonly string[]): readonly string[] => {
  try {
    return check();
  } catch (error) {
    return [`${what}: could not be read to its end (${messageOf(error)})`];
  }
};

const pragmaProblems = (database: StoreDatabase, pragma: 'integrity_check' | 'quick_check'): readonly string[] =>
  finding('integrity', () =>
    plainRows<Record<string, unknown>>(database, `PRAGMA ${pragma}(${MOST_FINDINGS})`)
      .map((row) => String(Object.values(row)[0]))
      .filter((text) => text !== 'ok')
      .map((text) => `integrity: ${text}`),
  );

/** Every page, every index entry against its row, every NOT NULL and CHECK. Reads the whole file. */
export const integrityProblems = (database: StoreDatabase): readonly string[] => pragmaProblems(database, 'integrity_check');

/** The pages without the indexes: some times faster, for a first look. */
export const quickProblems = (database: StoreDatabase): readonly string[] => pragmaProblems(database, 'quick_check');

/** Rows that refer to a row that is not there. */
export const foreignKeyProblems = (database: StoreDatabase): readonly string[] =>
  finding('foreign keys', () =>
    plainRows<{ child: string; parent: string; total: number }>(
      database,
      `SELECT "table" AS child, parent, count(*) AS total FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2`,
    ).map(({ child, parent, total }) => `foreign keys: ${total} in ${child} refer to a missing row of ${parent}`),
  );

/** One law of the books: the customers (or visits) that break it. */
interface Audit {
  readonly name: string;
  readonly says: string;
  /** The version of the schema from which there is what it reads; absent: from the first. A backup may be older. */
  readonly since?: number;
  /** Selects `number`, by which a person finds the one concerned. */
  readonly sql: string;
}

const audits: readonly Audit[] = [
  {
    name: 'summary missing',
    says: 'customers without a running summary',
    sql: `SELECT customers.number FROM customers
      LEFT JOIN customer_summaries ON customer_summaries.customer_id = customers.id
      WHERE customer_summaries.customer_id IS NULL`,
  },
  {
    name: 'points',
    says: 'customers whose balance is not the sum of their points entries',
    sql: `SELECT customers.number FROM customers
      JOIN customer_summaries AS summary ON summary.customer_id = customers.id
      LEFT JOIN (SELECT customer_id, sum(points) AS balance FROM points_entries GROUP BY customer_id) AS ledger
        ON ledger.customer_id = customers.id
      WHERE summary.points_balance <> ifnull(ledger.balance, 0)`,
  },
  {
    name: 'visits',
    says: 'customers whose running summary is not the sum of their visits',
    sql: `SELECT customers.number FROM customers
      JOIN customer_summaries AS summary ON summary.customer_id = customers.id
      LEFT JOIN (
        SELECT customer_id, count(*) AS visit_count,
          count(DISTINCT CASE WHEN is_purchase = 1 THEN business_date END) AS purchase_day_count,
          sum(total_cents) AS spend_cents, sum(ifnull(cost_cents, 0)) AS cost_cents, sum(item_quantity) AS item_quantity,
          min(business_date) AS first_visit_on, max(business_date) AS last_visit_on,
          max(CASE WHEN is_purchase = 1 THEN business_date END) AS last_purchase_on
        FROM visits WHERE undone_at IS NULL GROUP BY customer_id
      ) AS facts ON facts.customer_id = customers.id
      WHERE summary.visit_count <> ifnull(facts.visit_count, 0)
        OR summary.purchase_day_count <> ifnull(facts.purchase_day_count, 0)
        OR summary.spend_cents <> ifnull(facts.spend_cents, 0)
        OR summary.cost_cents <> ifnull(facts.cost_cents, 0)
        OR summary.item_quantity <> ifnull(facts.item_quantity, 0)
        OR summary.first_visit_on IS NOT facts.first_visit_on
        OR summary.last_visit_on IS NOT facts.last_visit_on
        OR summary.last_purchase_on IS NOT facts.last_purchase_on`,
  },
  {
    name: 'contacts',
    says: 'customers whose last contact is not the last of their visits and of the contacts that reached them',
    sql: `SELECT customers.number FROM customers
      JOIN customer_summaries AS summary ON summary.customer_id = customers.id
      LEFT JOIN (
        SELECT customer_id, max(business_date) AS last_on FROM interactions
        WHERE undone_at IS NULL AND coalesce(outcome, '') NOT IN ('no_answer', 'busy', 'wrong_number') GROUP BY customer_id
      ) AS facts ON facts.customer_id = customers.id
      WHERE summary.last_interaction_on IS NOT nullif(max(ifnull(summary.last_visit_on, ''), ifnull(facts.last_on, '')), '')`,
  },
  {
    name: 'visit lines',
    says: 'visits whose total is not the sum of their lines (customer numbers)',
    sql: `SELECT customers.number FROM (
        SELECT visit_id, sum(amount_cents) AS amount FROM visit_lines GROUP BY visit_id
      ) AS lines
      JOIN visits ON visits.id = lines.visit_id
      JOIN customers ON customers.id = visits.customer_id
      WHERE visits.total_cents <> lines.amount`,
  },
  {
    name: 'payments',
    since: 400,
    says: 'visits paid with points that are not in the ledger, or with more than they come to (customer numbers)',
    sql: `SELECT customers.number FROM visit_payments AS paid
      JOIN visits ON visits.id = paid.visit_id
      JOIN customers ON customers.id = visits.customer_id
      WHERE paid.method = 'points' AND (
        paid.points IS NOT (SELECT 0 - ifnull(sum(points), 0) FROM points_entries WHERE visit_id = visits.id
          AND (kind = 'redeem' OR (kind = 'return' AND points > 0)))
        OR (paid.cents > 0 AND paid.cents > visits.total_cents))`,
  },
  {
    name: 'count cards',
    since: 440,
    says: 'customers with a count card of which less than nothing is left, or something else is kept than its ledger says',
    sql: `SELECT customers.number FROM count_cards AS card
      JOIN (SELECT card_id, sum(uses) AS left FROM count_card_entries GROUP BY card_id) AS ledger ON ledger.card_id = card.id
      JOIN customers ON customers.id = card.customer_id
      LEFT JOIN open_count_cards AS open ON open.card_id = card.id
      WHERE card.uses IS NOT NULL AND (ledger.left < 0 OR (open.card_id IS NOT NULL AND open.uses_left IS NOT ledger.left))`,
  },
  {
    name: 'coupons',
    since: 455,
    says: 'customers with a coupon of which less than nothing is left, or something else is kept than its ledger says',
    sql: `SELECT customers.number FROM coupons
      LEFT JOIN (SELECT coupon_id, sum(uses) AS left FROM coupon_entries GROUP BY coupon_id) AS ledger
        ON ledger.coupon_id = coupons.id
      JOIN customers ON customers.id = coupons.customer_id
      WHERE coupons.uses_left < 0 OR coupons.uses_left IS NOT ifnull(ledger.left, 0)`,
  },
  {
    name: 'stored value',
    since: 430,
    says: 'customers whose stored value is not the sum of their entries or of what is left of what came in, or is below nothing',
    sql: `SELECT customers.number FROM customers
      LEFT JOIN stored_value_balances AS balance ON balance.customer_id = customers.id
      LEFT JOIN (SELECT customer_id, sum(principal_cents) AS principal, sum(gift_cents) AS gift
        FROM stored_value_entries GROUP BY customer_id) AS ledger ON ledger.customer_id = customers.id
      LEFT JOIN (SELECT customer_id, sum(principal_cents) AS principal, sum(gift_cents) AS gift
        FROM stored_value_lots GROUP BY customer_id) AS lots ON lots.customer_id = customers.id
      WHERE ifnull(balance.principal_cents, 0) <> ifnull(ledger.principal, 0)
        OR ifnull(balance.gift_cents, 0) <> ifnull(ledger.gift, 0)
        OR ifnull(balance.principal_cents, 0) <> ifnull(lots.principal, 0)
        OR ifnull(balance.gift_cents, 0) <> ifnull(lots.gift, 0)`,
  },
  {
    name: 'on account',
    since: 470,
    says: 'customers whose debt is not the sum of their entries or of their open charges, or is below nothing',
    sql: `SELECT customers.number FROM customers
      LEFT JOIN credit_debts AS debt ON debt.customer_id = customers.id
      LEFT JOIN (SELECT customer_id, sum(cents) AS owed FROM credit_entries GROUP BY customer_id) AS ledger
        ON ledger.customer_id = customers.id
      LEFT JOIN (SELECT customer_id, sum(open_cents) AS open FROM credit_open_charges GROUP BY customer_id) AS charges
        ON charges.customer_id = customers.id
      WHERE ifnull(debt.owed_cents, 0) <> ifnull(ledger.owed, 0) OR ifnull(debt.owed_cents, 0) <> ifnull(charges.open, 0)`,
  },
  {
    name: 'kept goods',
    since: 504,
    says: 'customers with something kept of which another quantity is left than its movements say',
    sql: `SELECT customers.number FROM kept_goods AS kept
      JOIN customers ON customers.id = kept.customer_id
      LEFT JOIN (SELECT kept_id, sum(quantity) AS left FROM kept_entries GROUP BY kept_id) AS ledger ON ledger.kept_id = kept.id
      WHERE kept.left_quantity <> ifnull(ledger.left, 0)`,
  },
  {
    name: 'pending points',
    since: 508,
    says: 'customers with pending points of which something else is kept than their ledger says, or less than nothing is left',
    sql: `SELECT customers.number FROM pending_points_entries AS lot
      JOIN (SELECT lot_id, sum(points) AS left FROM pending_points_entries GROUP BY lot_id) AS ledger ON ledger.lot_id = lot.id
      JOIN customers ON customers.id = lot.customer_id
      LEFT JOIN open_pending_points AS open ON open.lot_id = lot.id
      WHERE ledger.left < 0 OR ledger.left <> ifnull(open.remaining, 0)`,
  },
  {
    name: 'points by file',
    since: 550,
    says: 'customers with a row of a file of points whose entry is of other points or of somebody else, or stands though it was taken back',
    sql: `SELECT customers.number FROM points_file_rows AS row
      JOIN customers ON customers.id = row.customer_id
      JOIN points_entries AS entry ON entry.id = row.entry_id
      WHERE entry.points <> row.points OR entry.customer_id <> row.customer_id
        OR (row.state = 'back' AND NOT EXISTS (SELECT 1 FROM points_entries AS later WHERE later.reverses_id = entry.id))`,
  },
  {
    name: 'visits on account',
    since: 470,
    says: 'visits whose part on account is not what they moved in the ledger (customer numbers)',
    sql: `SELECT customers.number FROM visits
      JOIN customers ON customers.id = visits.customer_id
      LEFT JOIN visit_payments AS paid ON paid.visit_id = visits.id AND paid.method = 'account'
      LEFT JOIN (SELECT visit_id, sum(cents) AS moved FROM credit_entries WHERE visit_id IS NOT NULL GROUP BY visit_id) AS ledger
        ON ledger.visit_id = visits.id
      WHERE ifnull(ledger.moved, 0) <> iif(visits.undone_at IS NULL, ifnull(paid.cents, 0), 0)`,
  },
  {
    name: 'cards with money',
    since: 520,
    says: 'cards with money on them of which less than nothing is left, or something else is kept than their ledger says (names of the cards)',
    sql: `SELECT card.name AS number FROM value_cards AS card
      LEFT JOIN (SELECT card_id, sum(cents) AS left FROM value_card_entries GROUP BY card_id) AS ledger ON ledger.card_id = card.id
      WHERE card.left_cents < 0 OR card.left_cents <> ifnull(ledger.left, 0)`,
  },
  {
    name: 'visits paid with cards',
    since: 520,
    says: 'visits whose part paid with cards is not what they moved in the ledgers (numbers of their receipts)',
    sql: `SELECT visits.receipt_number AS number FROM visits
      LEFT JOIN visit_payments AS paid ON paid.visit_id = visits.id AND paid.method = 'value_card'
      LEFT JOIN (SELECT visit_id, 0 - sum(cents) AS moved FROM value_card_entries WHERE visit_id IS NOT NULL GROUP BY visit_id) AS ledger
        ON ledger.visit_id = visits.id
      WHERE ifnull(ledger.moved, 0) <> iif(visits.undone_at IS NULL, ifnull(paid.cents, 0), 0)`,
  },
  {
    name: 'payments from the purse',
    since: 530,
    says: 'visits paid with stored value that is not in the ledger, or with more than they come to (customer numbers)',
    sql: `SELECT customers.number FROM visit_payments AS paid
      JOIN visits ON visits.id = paid.visit_id
      JOIN customers ON customers.id = visits.customer_id
      -- Whose purse it was has been erased with their ledger.
      WHERE paid.method = 'stored' AND NOT EXISTS (
        SELECT 1 FROM shared_spendings WHERE visit_id = visits.id AND entry_id IS NULL) AND (
        paid.cents IS NOT (SELECT 0 - ifnull(sum(principal_cents + gift_cents), 0) FROM stored_value_entries
          WHERE visit_id = visits.id AND kind IN ('spend', 'return'))
        OR (paid.cents > 0 AND paid.cents > visits.total_cents))`,
  },
];

const EXAMPLES = ', for example ';

/** The sentence of a broken law, with how many break it and some of them. */
const told = (name: string, total: number, says: string, examples: readonly string[]): string =>
  `${name}: ${total} ${says}${EXAMPLES}${examples.slice(0, 3).join(', ')}`;

/** The sentence alone, for keeping: customers' numbers in it would outlive their erasure (R190). */
export const withoutExamples = (problem: string): string => problem.split(EXAMPLES, 1)[0] ?? problem;

/** The version from which there are tiers. */
const TIERS_SINCE = 425;

/** Which tier somebody has follows from their steps in a way that no SQL says. */
const tierProblems = (database: StoreDatabase): readonly string[] =>
  finding('tiers', () => {
    if (schemaVersion(database) < TIERS_SINCE) return [];
    const broken = customersWithWrongTier(database);
    return broken.length === 0
      ? []
      : [told('tiers', broken.length, 'customers whose tier does not follow from its steps', broken)];
  });

/** The laws of the books, recounted over everyone: ledger = balance, facts = summary, lines = visit, steps = tier. */
export const auditProblems = (database: StoreDatabase): readonly string[] => [
  ...audits.flatMap(({ name, says, since = 0, sql }) =>
    finding(name, () => {
      if (schemaVersion(database) < since) return [];
      const broken = plainRows<{ number: string; total: number }>(
        database,
        `SELECT number, count(*) OVER () AS total FROM (${sql}) LIMIT 3`,
      );
      const [first] = broken;
      return first === undefined
        ? []
        : [
            told(
              name,
              first.total,
              says,
              broken.map(({ number }) => number),
            ),
          ];
    }),
  ),
  ...tierProblems(database),
];
