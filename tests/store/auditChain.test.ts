import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordAudit } from '../../electron/handlers/audit/record.ts';
import { readAuditHead } from '../../electron/store/auditLog.ts';
import { verifyAuditLog } from '../../electron/store/auditVerify.ts';
import type { AuditVerdict } from '../../electron/store/auditVerify.ts';
import { hashOf, hashText } from '../../electron/store/auditChain.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { AuditLogTable } from '../../electron/store/schema/audit.ts';
import { openDesk } from '../helpers/desk.ts';
import type { Desk } from '../helpers/desk.ts';

const ENTRIES = 12;
let desk: Desk;

const verdict = (): AuditVerdict => verifyAuditLog(desk.database, () => undefined);
const run = (text: string, values: object = {}): number => plainRun(desk.database, text, values);
const row = (sequence: number): AuditLogTable => {
  const [found] = plainRows<AuditLogTable>(desk.database, 'SELECT * FROM audit_log WHERE sequence = @sequence', { sequence });
  return found ?? expect.fail('no such entry');
};
const COLUMNS = 'at, business_date, staff_id, staff_name, kind, operation, outcome, customer_ids, details, previous_hash, hash';

/** As somebody who has the file and the `sqlite3` command. */
const dropTriggers = (): void => {
  for (const { name } of plainRows<{ name: string }>(
    desk.database,
    `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit%'`,
  ))
    run(`DROP TRIGGER ${name}`);
};
/** Moves the entries from one on to places further on. */
const shift = (from: number, by: number): void => {
  run('UPDATE audit_log SET sequence = -(sequence + @by) WHERE sequence >= @from', { from, by });
  run('UPDATE audit_log SET sequence = -sequence WHERE sequence < 0');
};
const put = (entry: AuditLogTable): void => {
  run(
    `INSERT INTO audit_log (sequence, ${COLUMNS}) VALUES (@sequence, @at, @business_date, @staff_id, @staff_name, @kind, @operation,
     @outcome, @customer_ids, @details, @previous_hash, @hash)`,
    entry,
  );
};

beforeEach(() => {
  desk = openDesk();
  const staff = desk.addStaff('张丽');
  for (let index = 0; index < ENTRIES; index += 1)
    desk.command(() => {
      const context = { ...desk.context, actor: { staffId: index % 2 === 0 ? null : staff, permissions: [] } };
      recordAudit(context, { operation: 'loyalty.adjust', details: { points: index } });
    });
  expect(verdict()).toEqual({ entries: ENTRIES, head: hashText(readAuditHead(desk.database).hash), firstBreak: null });
  dropTriggers();
  run('SAVEPOINT whole');
});
afterEach(() => {
  desk.close();
});

const place = fc.integer({ min: 1, max: ENTRIES });
const column = fc.constantFrom(
  { set: 'at = at + 1' },
  { set: `business_date = '2020-01-01'` },
  { set: 'staff_id = NULL', unless: 'staff_id IS NULL' },
  { set: `staff_id = '01900000-0000-7000-8000-000000000001'` },
  { set: `staff_name = '别人'` },
  { set: 'staff_name = NULL', unless: 'staff_name IS NULL' },
  { set: `kind = 'export'` },
  { set: `operation = 'loyalty.redeem'` },
  { set: `outcome = 'refused'` },
  { set: `customer_ids = '["x"]'` },
  { set: `details = '{}'` },
  { set: `details = details || ' '` },
  { set: 'previous_hash = randomblob(32)' },
  { set: 'hash = randomblob(32)' },
  { set: 'sequence = sequence + 1000' },
  { set: 'sequence = -sequence' },
);

/** Every way to tamper that one statement, or a patient hand, can take. Answers false where it would change nothing. */
const tampering = fc.oneof(
  fc.tuple(place, column).map(([sequence, { set, ...rest }]) => ({
    what: `${set} at ${sequence}`,
    work: () => {
      const unless = 'unless' in rest ? ` AND NOT (${rest.unless})` : '';
      return run(`UPDATE audit_log SET ${set} WHERE sequence = @sequence${unless}`, { sequence }) > 0;
    },
  })),
  fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(([sequence, count]) => ({
    what: `${count} deleted from ${sequence}`,
    work: () =>
      run('DELETE FROM audit_log WHERE sequence BETWEEN @sequence AND @last', { sequence, last: sequence + count - 1 }) > 0,
  })),
  place.map((sequence) => ({
    what: `${sequence} deleted and the gap closed`,
    work: () => {
      run('DELETE FROM audit_log WHERE sequence = @sequence', { sequence });
      shift(sequence + 1, -1);
      return true;
    },
  })),
  fc.tuple(place, place).map(([one, other]) => ({
    what: `${one} and ${other} change places`,
    work: () => {
      if (one === other) return false;
      run('UPDATE audit_log SET sequence = -1 WHERE sequence = @one', { one });
      run('UPDATE audit_log SET sequence = @one WHERE sequence = @other', { one, other });
      run('UPDATE audit_log SET sequence = @other WHERE sequence = -1', { other });
      return true;
    },
  })),
  fc.tuple(fc.integer({ min: 1, max: ENTRIES + 1 }), fc.boolean()).map(([sequence, isForged]) => ({
    what: `one put in at ${sequence}${isForged ? ', its hash computed' : ''}`,
    work: () => {
      const like = row(Math.min(sequence, ENTRIES));
      const previous = sequence === 1 ? new Uint8Array(32) : row(sequence - 1).hash;
      shift(sequence, 1);
      const made = { ...like, sequence, details: '{"points":999}', previous_hash: previous };
      put({ ...made, hash: isForged ? hashOf(made, previous) : like.hash });
      return true;
    },
  })),
  place.map((sequence) => ({
    what: `${sequence} rewritten with its own hash computed anew`,
    work: () => {
      const made = { ...row(sequence), details: '{"points":999}' };
      const hash = hashOf(made, made.previous_hash);
      return (
        run('UPDATE audit_log SET details = @details, hash = @hash WHERE sequence = @sequence', {
          details: made.details,
          hash,
          sequence,
        }) > 0
      );
    },
  })),
  fc
    .constantFrom('count = count - 1', 'count = count + 1', 'hash = randomblob(32)', 'hash = zeroblob(32)')
    .map((set) => ({ what: `head: ${set}`, work: () => run(`UPDATE audit_head SET ${set}`) > 0 })),
  fc.constant({ what: 'the head is gone', work: () => run('DELETE FROM audit_head') > 0 }),
);

describe('the chain of the audit log', () => {
  test('any edit, deletion, change of place or insertion of any row by raw SQL is found (S6, R192)', () => {
    let tampered = 0;
    fc.assert(
      fc.property(tampering, ({ what, work }) => {
        run('ROLLBACK TO whole');
        if (!work()) return;
        tampered += 1;
        expect(verdict().firstBreak, what).not.toBeNull();
      }),
      { seed: 20_261_122, numRuns: 1500 },
    );
    expect(tampered).toBeGreaterThan(1000);
    run('ROLLBACK TO whole');
    expect(verdict().firstBreak).toBeNull();
  });

  test.each([
    ['an edited row', `UPDATE audit_log SET details = '{}' WHERE sequence = 4`, { sequence: 4, what: 'edited' }],
    ['a missing row', 'DELETE FROM audit_log WHERE sequence = 4', { sequence: 4, what: 'missing' }],
    ['a cut tail', 'DELETE FROM audit_log WHERE sequence > 9', { sequence: 10, what: 'tail_cut' }],
    [
      'a head that was put back',
      'UPDATE audit_head SET count = 11, hash = (SELECT hash FROM audit_log WHERE sequence = 11)',
      { sequence: 12, what: 'inserted' },
    ],
    ['another head', 'UPDATE audit_head SET hash = zeroblob(32)', { sequence: 12, what: 'head_changed' }],
  ])('tells %s in one word and where (S6)', (_what, text, found) => {
    run(text);
    expect(verdict().firstBreak).toMatchObject(found);
  });

  test('tells a row put in, one moved and one left out with the gap closed apart (S6)', () => {
    const previous = row(3).hash;
    const made = { ...row(4), details: '{"points":999}', previous_hash: previous };
    shift(4, 1);
    put({ ...made, hash: hashOf(made, previous) });
    expect(verdict().firstBreak).toMatchObject({ sequence: 5, what: 'inserted' });
    run('ROLLBACK TO whole');
    run('UPDATE audit_log SET sequence = -1 WHERE sequence = 6');
    run('UPDATE audit_log SET sequence = 6 WHERE sequence = 8');
    run('UPDATE audit_log SET sequence = 8 WHERE sequence = -1');
    expect(verdict().firstBreak).toMatchObject({ sequence: 6, what: 'moved' });
    run('ROLLBACK TO whole');
    run('DELETE FROM audit_log WHERE sequence = 6');
    shift(7, -1);
    expect(verdict().firstBreak).toMatchObject({ sequence: 6, what: 'missing' });
  });
});
