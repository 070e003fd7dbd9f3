import type { Selectable } from 'kysely';
import { requirementsSchema } from '../../shared/contract/interests.ts';
import type { ExportedCustomer } from '../../shared/domain/exports/columns.ts';
import type { PackedExpiring, PackedPatchTest, PackedSafetyFact } from '../../shared/domain/exports/packed.ts';
import type { CustomerId, ExpiringFactId, ThingId } from '../../shared/types/ids.ts';
import { plainRows } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { listPeriods } from './expiringFacts.ts';
import type { Schema } from './schema.ts';
import { storedThing, type ThingRow } from './things.ts';

/** Rows by the customer they belong to. */
export const byCustomer = <Row extends { readonly customer_id: CustomerId }>(
  found: readonly Row[],
): ((id: CustomerId) => readonly Row[]) => {
  const grouped = new Map<CustomerId, Row[]>();
  for (const row of found) {
    const own = grouped.get(row.customer_id);
    if (own) own.push(row);
    else grouped.set(row.customer_id, [row]);
  }
  return (id) => grouped.get(id) ?? [];
};

type Facts = Pick<ExportedCustomer, 'things' | 'expiring' | 'interests' | 'safetyFacts' | 'patchTests'>;
type Owned<Fact> = Fact & { readonly customer_id: CustomerId };

const named = '(SELECT value FROM json_each(@ids))';

/** What people have, want and must beware of, for a file: a handful of queries however many they are. Taken away facts stay behind. */
export const exportedFactsOf = (database: StoreDatabase, ids: readonly CustomerId[]): ((id: CustomerId) => Facts) => {
  const values = { ids: JSON.stringify(ids) };
  const read = <Row>(text: string): Row[] => plainRows<Row>(database, text, values);
  const thingsOf = byCustomer(
    read<ThingRow>(`SELECT * FROM things WHERE customer_id IN ${named} AND removed_at IS NULL ORDER BY customer_id, id`),
  );
  const facts = read<
    Owned<Pick<PackedExpiring, 'kind' | 'label' | 'leadDays' | 'note'>> & { id: ExpiringFactId; thing_id: ThingId | null }
  >(
    `SELECT fact.customer_id, fact.id, fact.thing_id, fact.kind, fact.label, fact.lead_days AS leadDays, fact.note
     FROM expiring_facts AS fact LEFT JOIN things ON things.id = fact.thing_id
     WHERE fact.customer_id IN ${named} AND fact.removed_at IS NULL AND things.removed_at IS NULL ORDER BY fact.id`,
  );
  const periods = new Map<string, PackedExpiring['periods'][number][]>(facts.map(({ id }) => [id, []]));
  for (const { factId, renewedOn, validUntil } of listPeriods(
    database,
    facts.map(({ id }) => id),
  ))
    periods.get(factId)?.unshift({ renewedOn, validUntil });
  const factsOf = byCustomer(facts);
  const interestsOf = byCustomer(
    read<Selectable<Schema['interests']> & { product: string | null }>(
      `SELECT interests.*, products.name AS product FROM interests LEFT JOIN products ON products.id = interests.product_id
       WHERE customer_id IN ${named} AND removed_at IS NULL ORDER BY interests.at, interests.id`,
    ),
  );
  const safetyOf = byCustomer(
    read<Owned<PackedSafetyFact>>(
      `SELECT customer_id, kind, what, severity, since_on AS sinceOn, ended_on AS endedOn, source, note FROM safety_facts
       WHERE customer_id IN ${named} AND removed_at IS NULL ORDER BY created_at, id`,
    ),
  );
  const testsOf = byCustomer(
    read<Owned<PackedPatchTest>>(
      `SELECT customer_id, what, products.name AS product, result, done_on AS doneOn, valid_days AS validDays,
         reading_due_on AS readingDueOn, patch_tests.note
       FROM patch_tests LEFT JOIN products ON products.id = patch_tests.product_id
       WHERE customer_id IN ${named} AND removed_at IS NULL ORDER BY patch_tests.created_at, patch_tests.id`,
    ),
  );
  return (id) => {
    const things = thingsOf(id).map(storedThing);
    return {
      things: things.map(({ type, name, fields, birthDate, note, retired }) => ({
        type,
        name,
        fields,
        birthDate,
        note,
        retired,
      })),
      expiring: factsOf(id).map(({ id: factId, thing_id: thingId, kind, label, leadDays, note }) => ({
        kind,
        label,
        leadDays,
        note,
        thing: thingId === null ? null : things.findIndex((thing) => thing.id === thingId) + 1,
        periods: periods.get(factId) ?? [],
      })),
      interests: interestsOf(id).map((row) => ({
        kind: row.kind,
        name: row.name,
        on: row.business_date,
        product: row.product,
        note: row.note,
        wantedBy: row.wanted_by,
        state: row.state,
        settledOn: row.settled_on,
        requirements: requirementsSchema.parse(JSON.parse(row.requirements)),
      })),
      safetyFacts: safetyOf(id),
      patchTests: testsOf(id),
    };
  };
};
