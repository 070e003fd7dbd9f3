import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainRows, rows, sqlite, transaction } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { refreshSummaries } from '../../electron/store/summaries.ts';
import { contract } from '../../shared/contract.ts';
import type { CustomerId, InteractionId, PointsEntryId, VisitId } from '../../shared/types/ids.ts';
import { startDesk } from './support/deskLink.ts';
import type { DeskLink } from './support/deskLink.ts';

const WRITES = 200;
const PEOPLE = 12;
/** So many calls are under way at once: the kill always falls into some. */
const IN_FLIGHT = 6;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('visit' as const),
      who: fc.nat(),
      prices: fc.array(fc.integer({ min: 0, max: 500_00 }), { maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('adjust' as const), who: fc.nat(), points: fc.integer({ min: 1, max: 90 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('redeem' as const), who: fc.nat(), points: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('contact' as const), who: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What the desk has acknowledged, written down here, outside the process that is killed. */
interface Acknowledged {
  readonly people: CustomerId[];
  readonly visits: { id: VisitId; total: number; lines: number; earned: number }[];
  readonly undone: Set<VisitId>;
  readonly entries: { id: PointsEntryId; points: number | null }[];
  readonly reversed: Set<PointsEntryId>;
  readonly contacts: InteractionId[];
  writes: number;
}

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % Math.max(1, from.length)];

/** Asks for one write; notes what was acknowledged. A refusal (undone twice, not enough points) is an answer too. */
const write = async (desk: DeskLink, known: Acknowledged, one: Step): Promise<void> => {
  const person = 'who' in one ? pick(known.people, one.who) : undefined;
  switch (one.do) {
    case 'visit': {
      if (!person) return;
      const lines = one.prices.map((unitPriceCents) => ({ name: '剪发', quantity: 1000, unitPriceCents }));
      const answer = await desk.call('visits.record', { customerId: person, lines, note: String(lines.length) });
      if (!answer?.ok) return;
      const { visitId, totalCents, pointsEarned } = contract.visits.record.output.parse(answer.value);
      known.visits.push({ id: visitId, total: totalCents, lines: lines.length, earned: pointsEarned });
      break;
    }
    case 'undo': {
      const visit = pick(known.visits, one.which);
      if (!visit) return;
      const answer = await desk.call('visits.undo', { visitId: visit.id });
      if (!answer?.ok) return;
      known.undone.add(visit.id);
      break;
    }
    case 'adjust':
    case 'redeem': {
      if (!person) return;
      const { points } = one;
      const answer = await desk.call(`loyalty.${one.do}`, { customerId: person, points, reason: '测试' });
      if (!answer?.ok) return;
      const { entryId } = contract.loyalty.adjust.output.parse(answer.value);
      known.entries.push({ id: entryId, points: one.do === 'redeem' ? -points : points });
      break;
    }
    case 'reverse': {
      const entry = pick(
        known.entries.filter((each) => each.points !== null),
        one.which,
      );
      if (!entry) return;
      const answer = await desk.call('loyalty.reverse', { entryId: entry.id, reason: '退' });
      if (!answer?.ok) return;
      known.entries.push({ id: contract.loyalty.reverse.output.parse(answer.value).entryId, points: null });
      known.reversed.add(entry.id);
      break;
    }
    case 'contact': {
      if (!person) return;
      const answer = await desk.call('customers.recordInteraction', {
        customerId: person,
        channel: 'phone',
        direction: 'out',
        note: '',
      });
      if (!answer?.ok) return;
      known.contacts.push(contract.customers.recordInteraction.output.parse(answer.value).interactionId);
    }
  }
  known.writes += 1;
};

/** Works through the steps, some at a time, until `writesBeforeKill` are acknowledged; then kills with the rest under way. */
const workUntilKilled = async (desk: DeskLink, known: Acknowledged, steps: Step[], writesBeforeKill: number): Promise<void> => {
  let isKilled = false;
  const hand = async (): Promise<void> => {
    while (!isKilled && known.writes < writesBeforeKill) {
      const next = steps.shift();
      if (!next) return;
      await write(desk, known, next);
    }
  };
  // The first hand to see the number reached kills; the calls of the others are still out.
  try {
    await Promise.race(Array.from({ length: IN_FLIGHT }, hand));
  } finally {
    isKilled = true;
    await desk.kill();
  }
};

const addPeople = async (desk: DeskLink): Promise<CustomerId[]> => {
  const answers = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) => desk.call('customers.create', { name: `顾客${index}` })),
  );
  return answers.map((answer) => contract.customers.create.output.parse(answer?.ok ? answer.value : null).customerId);
};

/** The file itself, what was acknowledged, and everything else that was written: whole, or not there at all. */
const audit = (database: StoreDatabase, known: Acknowledged): void => {
  expect(database.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.connection.pragma('foreign_key_check')).toEqual([]);

  const visits = new Map(rows(database, sqlite.selectFrom('visits').selectAll()).map((row) => [row.id, row]));
  const entries = rows(database, sqlite.selectFrom('points_entries').selectAll());
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  for (const visit of known.visits)
    expect(visits.get(visit.id)).toMatchObject({
      total_cents: visit.total,
      points_earned: visit.earned,
      note: String(visit.lines),
    });
  for (const id of known.undone) expect(visits.get(id)?.undone_at).not.toBeNull();
  for (const { id, points } of known.entries)
    expect(entryById.get(id)).toMatchObject(points === null ? { kind: 'reverse' } : { points });
  for (const id of known.reversed) expect(entries.filter((entry) => entry.reverses_id === id)).toHaveLength(1);
  const contacts = new Set(rows(database, sqlite.selectFrom('interactions').select('id')).map((row) => row.id));
  for (const id of known.contacts) expect(contacts.has(id)).toBe(true);

  // Acknowledged or not: no visit without all its lines and points, no undo without its reversal, and no summary that is off.
  const lines = rows(database, sqlite.selectFrom('visit_lines').select(['visit_id', 'amount_cents']));
  for (const visit of visits.values()) {
    const own = lines.filter((line) => line.visit_id === visit.id);
    expect(own).toHaveLength(Number(visit.note));
    expect(own.reduce((sum, line) => sum + line.amount_cents, 0)).toBe(visit.total_cents);
    const caused = entries.filter((entry) => entry.visit_id === visit.id).map((entry) => entry.points);
    const earned = visit.points_earned > 0 ? [visit.points_earned] : [];
    const takenBack = visit.undone_at === null ? [] : earned.map((points) => 0 - points);
    expect(caused.sort((left, right) => right - left)).toEqual([...earned, ...takenBack]);
  }
  const balances = plainRows<{ kept: number; summed: number }>(
    database,
    `SELECT points_balance AS kept, (SELECT coalesce(sum(points), 0) FROM points_entries e WHERE e.customer_id = s.customer_id) AS summed
     FROM customer_summaries s`,
  );
  expect(balances.length).toBeGreaterThanOrEqual(known.people.length);
  for (const { kept, summed } of balances) expect(kept).toBe(summed);
  expect(transaction(database, () => refreshSummaries(database, known.people))).toBe(0);
};

const auditFile = (path: string, known: Acknowledged): void => {
  const database = openStore(path);
  try {
    audit(database, known);
  } finally {
    closeStore(database);
  }
};

test.each([1, 2, 3])(
  `killed three times during ${WRITES} mixed writes, nothing acknowledged is lost and nothing is half done (seed %i)`,
  async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'regulars-killed-'));
    const path = join(folder, 'shop.regulars');
    try {
      const steps = fc.sample(step, { seed, numRuns: WRITES * 4 });
      const [first = 0, second = 0] = fc.sample(fc.integer({ min: 1, max: WRITES / 2 }), { seed, numRuns: 2 });
      const known: Acknowledged = {
        people: [],
        visits: [],
        undone: new Set(),
        entries: [],
        reversed: new Set(),
        contacts: [],
        writes: 0,
      };
      const desk = await startDesk(path);
      known.people.push(...(await addPeople(desk)));
      await workUntilKilled(desk, known, steps, first);
      auditFile(path, known);
      for (const until of [first + second, WRITES]) {
        await workUntilKilled(await startDesk(path), known, steps, until);
        auditFile(path, known);
      }
      expect(known.writes).toBeGreaterThanOrEqual(WRITES);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
