import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { binHandlers } from '../../electron/handlers/bin.ts';
import { factRecorded } from '../../electron/handlers/facts.ts';
import { auditProblems, foreignKeyProblems } from '../../electron/store/audit.ts';
import { plainRows } from '../../electron/store/database.ts';
import { mergeTables } from '../../electron/store/mergePolicy.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId, MergeId } from '../../shared/types/ids.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { dumpStore } from '../helpers/dump.ts';
import { addLibraries, factInserts, factTables } from '../helpers/everyFact.ts';
import { openMergeDesk } from '../helpers/merges.ts';
import type { MergeDesk } from '../helpers/merges.ts';

// Rows in every table that belongs to a customer; what mergeLaws.test.ts does with the desk's own facts, done with all of them.

const PEOPLE = 3;
let desk: MergeDesk;
let people: readonly CustomerId[];
const open = (): void => {
  desk = openMergeDesk();
  addLibraries(desk.database);
  people = ['王芳', '王方', '李强'].map((name) => desk.create({ name }));
};
const close = (): void => {
  desk.close();
};
const person = (index: number): CustomerId => people[index % PEOPLE] ?? expect.fail('nobody');

/** What the engine makes of the facts is the same as before only once it has been made. */
const judgeEveryone = (): void => {
  desk.command(() => {
    for (const id of people) factRecorded(desk.context, id, []);
  });
};
const facts = (): readonly string[] =>
  dumpStore(desk.database, {
    withoutTables: ['anonymous_sums', 'merges', 'merge_moves', 'customer_changes', 'duplicate_pairs'],
    withoutColumns: ['revision', 'changed_at'],
  });
const expectSound = (): void => {
  expect([...auditProblems(desk.database), ...foreignKeyProblems(desk.database)]).toEqual([]);
};

const table = fc.constantFrom(...factTables);
const fact = fc.record({
  table,
  owner: fc.nat({ max: PEOPLE - 1 }),
  other: fc.nat({ max: PEOPLE - 1 }),
  variant: fc.nat({ max: 3 }),
});
const histories = fc.array(fact, { maxLength: 40, size: 'max' });
const merges = fc.array(fc.record({ survivor: fc.nat({ max: PEOPLE - 1 }), other: fc.nat({ max: PEOPLE - 1 }) }), {
  minLength: 1,
  maxLength: 4,
  size: 'max',
});
type Fact = typeof fact extends fc.Arbitrary<infer Value> ? Value : never;

const write = (history: readonly Fact[]): void => {
  history.forEach((one, index) => {
    factInserts[one.table]?.(desk.database, {
      owner: person(one.owner),
      other: person(one.other),
      variant: one.variant,
      id: String(index + 1),
    });
  });
  judgeEveryone();
};

/** What the desk refuses (merged already, oneself) does not happen. */
const attempt = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
};
const mergeAll = (wanted: readonly { survivor: number; other: number }[]): MergeId[] =>
  wanted.flatMap(({ survivor, other }) => {
    const merged = attempt(() => desk.merge({ survivorId: person(survivor), otherId: person(other) }));
    return merged === null ? [] : [merged.mergeId];
  });

describe('rows in every table (R184)', () => {
  beforeEach(open);
  afterEach(close);

  it('are thought of: each table that a merge knows is filled here, by the desk or by the engine', () => {
    const byDesk = [
      'visits',
      'points_entries',
      'interactions',
      'contact_methods',
      'important_dates',
      'family_members',
      'customers',
    ];
    const byMerging = ['merges', 'customer_changes', 'duplicate_pairs'];
    const byEngine = mergeTables.filter(({ policy }) => policy === 'recompute').map(({ table: name }) => name);
    const thought = new Set([...factTables, ...byDesk, ...byMerging, ...byEngine]);
    expect(mergeTables.map(({ table: name }) => name).filter((name) => !thought.has(name))).toEqual([]);
  });

  test.each(factTables)('%s gets its row', (name) => {
    factInserts[name]?.(desk.database, { owner: person(0), other: person(1), variant: 0, id: '1' });
    expect(plainRows(desk.database, `SELECT * FROM "${name}"`)).not.toEqual([]);
  });
});

describe('the laws of merging over every table (R184)', () => {
  property.prop([histories, merges], { numRuns: 40 })('merged and undone, every table is as before', (history, wanted) => {
    open();
    write(history);
    const before = facts();
    const done = mergeAll(wanted);
    expectSound();
    for (const mergeId of done.toReversed()) desk.undoMerge({ mergeId });
    expect(facts()).toEqual(before);
    expectSound();
    close();
  });

  property.prop([histories, merges, fc.array(fc.nat({ max: 3 }), { maxLength: 12, size: 'max' })], { numRuns: 25 })(
    'undone in any order, what is refused changes nothing, and in the end every table is as before',
    (history, wanted, order) => {
      open();
      write(history);
      const before = facts();
      const done = mergeAll(wanted);
      for (const index of order) {
        const mergeId = done[index];
        const present = dumpStore(desk.database);
        // Refused: a later merge stands in the way, it is undone already, or there never was one.
        if (mergeId === undefined || attempt(() => desk.command(() => desk.undoMerge({ mergeId }))) === null)
          expect(dumpStore(desk.database)).toEqual(present);
      }
      for (const mergeId of done.toReversed()) attempt(() => desk.undoMerge({ mergeId }));
      expect(facts()).toEqual(before);
      expectSound();
      close();
    },
  );

  property.prop([histories, merges], { numRuns: 25 })(
    'and whoever is purged then takes everything along, and nothing of anybody else',
    (history, wanted) => {
      open();
      const outsider = desk.create({ name: '陈晨' });
      desk.record({ customerId: outsider, lines: [item(100)] });
      const { entryId } = desk.adjust({ customerId: outsider, points: 5, reason: '补' });
      write(history);
      mergeAll(wanted);
      const present = plainRows<{ id: CustomerId }>(desk.database, 'SELECT id FROM customers WHERE removed_at IS NULL')
        .map(({ id }) => id)
        .filter((id) => id !== outsider);
      for (const id of present) desk.remove(id);
      desk.command(() => binHandlers['bin.purge'](desk.context, { customerIds: [...present] }));
      expectSound();
      expect(plainRows(desk.database, 'SELECT id FROM customers')).toEqual([{ id: outsider }]);
      expect(desk.entries({ customerId: outsider, limit: 10, offset: 0 }).rows.map(({ id }) => id)).toContain(entryId);
      const left = dumpStore(desk.database, { withoutTables: ['merges'] });
      for (const id of people) expect(left.filter((row) => row.includes(id))).toEqual([]);
      close();
    },
  );
});

describe('a visit line for a served thing (X20, X37)', () => {
  beforeEach(open);
  afterEach(close);

  it('does not hold its person back: whoever had it served can be deleted for good', () => {
    factInserts['visit_lines']?.(desk.database, { owner: person(0), other: person(1), variant: 0, id: '1' });
    expect(plainRows(desk.database, 'SELECT thing_id FROM visit_lines')).toEqual([{ thing_id: 'thing-1' }]);
    desk.remove(person(0));
    desk.command(() => binHandlers['bin.purge'](desk.context, { customerIds: [person(0)] }));
    expect(plainRows(desk.database, 'SELECT 1 FROM visit_lines UNION ALL SELECT 1 FROM things')).toEqual([]);
    expectSound();
  });

  it('stays, without the thing, when the thing alone is deleted', () => {
    factInserts['visit_lines']?.(desk.database, { owner: person(0), other: person(1), variant: 0, id: '1' });
    desk.database.connection.exec('DELETE FROM things');
    expect(plainRows(desk.database, 'SELECT thing_id, name FROM visit_lines')).toEqual([{ thing_id: null, name: '洗车' }]);
    judgeEveryone();
    expectSound();
  });
});

describe('a chain of merges (R184)', () => {
  beforeEach(open);
  afterEach(close);

  it('tells on both timelines who was merged with whom, by whom, and leads to the merge', () => {
    const staffId = desk.addStaff('张丽');
    const context = { ...desk.context, actor: { ...desk.context.actor, staffId } };
    Object.assign(desk.context, context);
    const [one, two] = [person(0), person(1)];
    const { mergeId } = desk.merge({ survivorId: one, otherId: two });
    desk.undoMerge({ mergeId });
    const told = (id: CustomerId) =>
      desk
        .timeline({ customerId: id, kinds: ['change'] })
        .entries.filter(({ change }) => change?.merge)
        .map(({ change, staffName }) => [change?.action, change?.merge, staffName]);
    const ofOne = { id: mergeId, isSurvivor: true, otherId: two, otherName: '王方' };
    const ofTwo = { id: mergeId, isSurvivor: false, otherId: one, otherName: '王芳' };
    expect(told(one)).toEqual([
      ['merge_undone', ofOne, '张丽'],
      ['merged', ofOne, '张丽'],
    ]);
    expect(told(two)).toEqual([
      ['merge_undone', ofTwo, '张丽'],
      ['merged', ofTwo, '张丽'],
    ]);
  });

  it('is said in the history: which can be undone, which waits for a later one, which never again', () => {
    const [one, two, three] = [person(0), person(1), person(2)];
    const first = desk.merge({ survivorId: one, otherId: two }).mergeId;
    const second = desk.merge({ survivorId: three, otherId: one }).mergeId;
    const states = () => Object.fromEntries(desk.history().map(({ id, state }) => [id, state]));
    expect(states()).toEqual({ [first]: 'blocked', [second]: 'undoable' });
    desk.undoMerge({ mergeId: second });
    expect(states()).toEqual({ [first]: 'undoable', [second]: 'undone' });
    desk.remove(one);
    desk.command(() => binHandlers['bin.purge'](desk.context, { customerIds: [one] }));
    expect(states()).toEqual({ [first]: 'erased', [second]: 'undone' });
    expect(failureOf(() => desk.undoMerge({ mergeId: first })).details).toEqual({ reason: 'merge_side_erased' });
  });
});
