import { expect, test } from 'vitest';
import { auditListSql } from '../../electron/store/auditList.ts';
import { plainRows } from '../../electron/store/database.ts';
import { auditKinds } from '../../shared/contract/operation.ts';
import { staffId } from '../../shared/types/ids.ts';
import { localDate } from '../../shared/types/time.ts';
import { openTestStore } from '../helpers/store.ts';

const somebody = staffId('01900000-0000-7000-8000-000000000001');
const day = localDate('2026-11-21');

test('every question to the audit log goes down one index and sorts nothing (R192, P13)', () => {
  const store = openTestStore();
  const questions = [undefined, null, somebody].flatMap((staff) =>
    [null, ...auditKinds].flatMap((kind) =>
      [null, day].flatMap((from) =>
        [null, { businessDate: day, sequence: 7 }].map((after) => ({ staffId: staff, kind, from, to: from, after })),
      ),
    ),
  );
  for (const question of questions) {
    const values = { staffId: somebody, kind: 'export', from: day, to: day, day, sequence: 7, limit: 200 };
    const plan = plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${auditListSql(question)}`, values);
    const [step, ...more] = plan.map(({ detail }) => detail);
    expect(more, JSON.stringify(question)).toEqual([]);
    expect(step).toMatch(/^(SEARCH|SCAN) audit_log USING INDEX audit_log_by_(day|staff|kind)/);
  }
  store.close();
});
