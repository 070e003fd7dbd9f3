import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { auditProblems, foreignKeyProblems, integrityProblems } from '../../electron/store/audit.ts';
import { plainRows } from '../../electron/store/database.ts';
import { closeStore, openStore } from '../../electron/store/open.ts';
import { contract } from '../../shared/contract.ts';
import type { Envelope } from '../../shared/errors.ts';
import { startDesk } from './support/deskLink.ts';
import { closeAll, makeTestFolder, openTestGate } from './support/gate.ts';

const VISITS = 60;
const PRICE = 88_00;

afterEach(() => closeAll());

test('two programs that record visits on one card at once lose nothing: what was acknowledged is there, what was not says that the store is busy (R1)', async () => {
  const storePath = join(makeTestFolder(), 'shop.regulars');
  const window = await openTestGate(storePath);
  const { customerId } = await window.call('customers.create', { name: '王芳' });
  const other = await startDesk(storePath);
  const visit = (note: string) => ({ customerId, note, lines: [{ name: '剪发', quantity: 1000, unitPriceCents: PRICE }] });

  // Each as fast as it can; the other's answers are not waited for.
  const answers: (Envelope<unknown> | null)[] = [];
  const work = async (record: (note: string) => Promise<Envelope<unknown> | null>, who: string): Promise<void> => {
    for (let number = 0; number < VISITS; number += 1) answers.push(await record(`${who} ${number}`));
  };
  await Promise.all([
    work((note) => window.ask('visits.record', visit(note)), 'window'),
    work((note) => other.call('visits.record', visit(note)), 'other'),
  ]);
  expect(answers).toHaveLength(2 * VISITS);
  const acknowledged = answers.flatMap((answer) =>
    answer?.ok === true ? [contract.visits.record.output.parse(answer.value).visitId] : [],
  );
  const codes = new Set(answers.flatMap((answer) => (answer?.ok === false ? [answer.error.code] : [])));
  expect([...codes].filter((code) => code !== 'db_locked')).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(VISITS);

  const card = contract.customers.findById.output.parse(await window.call('customers.findById', { customerId }));
  expect(card.summary).toMatchObject({ visitCount: acknowledged.length, spendCents: acknowledged.length * PRICE });
  await other.kill();
  await window.gate.close();
  const store = openStore(storePath);
  try {
    const ids = plainRows<{ id: string }>(store, 'SELECT id FROM visits').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(acknowledged.toSorted());
    expect([...integrityProblems(store), ...foreignKeyProblems(store), ...auditProblems(store)]).toEqual([]);
  } finally {
    closeStore(store);
  }
});
