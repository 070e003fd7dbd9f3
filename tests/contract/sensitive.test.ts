import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGate } from '../../electron/gate/gate.ts';
import type { Gate } from '../../electron/gate/gate.ts';
import { ownerSession } from '../../electron/gate/session.ts';
import type { Session } from '../../electron/gate/session.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { unwrap } from '../../shared/errors.ts';
import { localDate } from '../../shared/types/time.ts';
import { everyOperation, payloadsFor } from './support/payloads.ts';
import type { KnownIds } from './support/payloads.ts';
import { workers } from '../helpers/workers.ts';

// Income and education of R004: two words that stand nowhere else, and a clerk who may do everything but see them.

const SEED = 20_261_121;
const MARKS = ['MARKINCOME', 'MARKSCHOOL'];
const PAYLOADS = { shaped: 40, almost: 0, junk: 0 };
const clerk: Session = { staffId: null, permissions: permissions.filter((name) => name !== 'private.income') };
/** These end what the others would show. */
const last: ReadonlySet<string> = new Set([
  'bin.purge',
  'customers.remove',
  'bulkEdits.apply',
  'merges.merge',
  'settings.createDemo',
]);

const folder = mkdtempSync(join(tmpdir(), 'regulars-sensitive-'));
let gate: Gate;
let ids: KnownIds = {};

const asOwner = async <Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<unknown> =>
  unwrap(await gate.call(name, input, ownerSession));
const marked = (value: unknown): string[] => MARKS.filter((mark) => JSON.stringify(value).includes(mark));

const addPerson = async (name: string): Promise<string> => {
  const { customerId } = contract.customers.create.output.parse(
    await asOwner('customers.create', { name, phone: '13800001111', incomeBand: 'MARKINCOME', education: 'MARKSCHOOL' }),
  );
  await asOwner('customers.update', { customerId, changes: { incomeBand: 'MARKINCOME 2' } });
  await asOwner('customers.update', { customerId, changes: { incomeBand: 'MARKINCOME', education: null } });
  await asOwner('customers.update', { customerId, changes: { education: 'MARKSCHOOL' } });
  await asOwner('visits.record', { customerId, lines: [{ name: '龙井', quantity: 1000, unitPriceCents: 88_00 }] });
  return customerId;
};

beforeAll(async () => {
  gate = await openGate({
    storePath: join(folder, 'shop.regulars'),
    today: localDate('2026-11-21'),
    workers,
    log: { warn: () => undefined, error: () => undefined },
  });
  const people: string[] = [];
  for (const name of ['王芳', '王方', '李强', '陈晨', '张丽', '刘洋']) people.push(await addPerson(name));
  const [one = '', two = '', three = '', four = ''] = people;
  await asOwner('customers.update', { customerId: two, changes: { incomeBand: 'MARKINCOME other' } });
  const { mergeId } = contract.merges.merge.output.parse(await asOwner('merges.merge', { survivorId: one, otherId: three }));
  const second = contract.merges.merge.output.parse(await asOwner('merges.merge', { survivorId: one, otherId: four }));
  await asOwner('merges.undo', { mergeId: second.mergeId });
  await asOwner('duplicates.scan', { jobId: '00000000-0000-7000-8000-000000000001' });
  ids = {
    customerId: people,
    survivorId: people,
    otherId: people,
    oneId: people,
    customerIds: people,
    ids: people,
    exceptId: people,
    mergeId: [mergeId],
  };
});
afterAll(async () => {
  await gate.close();
  rmSync(folder, { recursive: true });
});

describe('income and education (R004) of a customer', () => {
  test('stand in the answers to the owner: what is looked for below is there to be found', async () => {
    const [customerId = '', other = ''] = ids['customerId'] ?? [];
    expect(marked(await asOwner('customers.findById', { customerId }))).toEqual(MARKS);
    expect(marked(await asOwner('merges.preview', { survivorId: customerId, otherId: other }))).toEqual(MARKS);
  });

  test('cannot be found out by trying a value, nor chosen at a merge', async () => {
    const customerId = await addPerson('赵敏');
    const otherId = await addPerson('赵敏敏');
    for (const incomeBand of ['MARKINCOME', 'anything'])
      expect(await gate.call('customers.update', { customerId, changes: { incomeBand } }, clerk)).toMatchObject({
        error: { code: 'not_permitted', details: { permission: 'private.income' } },
      });
    const choices = [{ field: 'incomeBand', take: 'other' }];
    expect(await gate.call('merges.merge', { survivorId: customerId, otherId, choices }, clerk)).toMatchObject({
      error: { code: 'not_permitted' },
    });
  });

  test('are lost by nobody when who may not see them merges two cards', async () => {
    const survivorId = contract.customers.create.output.parse(await asOwner('customers.create', { name: '孙小美' })).customerId;
    const otherId = await addPerson('孙小美');
    expect(await gate.call('merges.merge', { survivorId, otherId }, clerk)).toMatchObject({ ok: true });
    expect(marked(await asOwner('customers.findById', { customerId: survivorId }))).toEqual(MARKS);
  });

  test.each(['csv', 'vcf'] as const)('go into no %s file that such a person writes', async (format) => {
    await addPerson('周杰');
    const file = join(folder, `people.${format}`);
    const jobId = '00000000-0000-7000-8000-000000000002';
    const ask = (session: Session) =>
      gate.call('exports.customers', { jobId, file: gate.tokens.issue(file).token, format }, session);
    expect(await ask(clerk)).toMatchObject({ ok: true });
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('周杰');
    expect(marked(written)).toEqual([]);
  });

  test('X40: neither do a private field of the shop’s own, past illnesses and notes on health: nowhere, nor can they be asked for', async () => {
    const customerId = await addPerson('郑洁');
    const { fieldId } = contract.customFields.create.output.parse(
      await asOwner('customFields.create', {
        name: '病史',
        type: 'text',
        isSearchable: true,
        isInList: true,
        privateGroup: 'health',
      }),
    );
    const values = [{ fieldId, value: 'MARKINCOME field' }];
    await asOwner('customFields.saveValues', { customerId, values });
    for (const kind of ['allergy', 'history'] as const)
      await asOwner('safety.saveFact', {
        customerId,
        kind,
        what: kind === 'allergy' ? '酒精' : 'MARKSCHOOL illness',
        note: 'MARKINCOME note',
      });
    const unaware: Session = {
      staffId: null,
      permissions: permissions.filter((name) => !name.startsWith('private.')),
    };
    const file = join(folder, 'private.csv');
    const calls = (): readonly [OperationName, unknown][] => [
      ['customers.findById', { customerId }],
      ['customers.list', { withMore: true, limit: 200 }],
      ['customers.listByFilter', { withMore: true, limit: 200, filter: {} }],
      ['customers.timeline', { customerId }],
      ['customFields.list', {}],
      ['customers.filterOptions', {}],
      ['safety.warnings', { customerId, productIds: [] }],
      ['exports.customers', { file: gate.tokens.issue(file).token, format: 'csv', ownFields: true }],
    ];
    const told = async (session: Session): Promise<string[]> => {
      const answers = await Promise.all(
        calls().map(async ([name, input]) => JSON.stringify(await gate.call(name, input, session))),
      );
      return [...answers, readFileSync(file, 'utf8')];
    };
    expect((await told(ownerSession)).filter((text) => text.includes('MARKINCOME field')).length).toBeGreaterThanOrEqual(4);
    const seen = await told(unaware);
    expect(marked(seen)).toEqual([]);
    expect(seen.filter((text) => text.includes(fieldId))).toEqual([]);
    // What a visit can harm by is known to whoever serves.
    expect(seen[0]).toContain('酒精');
    const refused = { error: { code: 'not_permitted', details: { permission: 'private.health' } } };
    expect(await gate.call('customFields.saveValues', { customerId, values }, unaware)).toMatchObject(refused);
    const filter = { custom: [{ test: 'text_has', fieldId, text: 'MARK' }] };
    await asOwner('customers.listByFilter', { filter: { custom: [{ test: 'text_has', fieldId, text: 'MARK' }] } });
    expect(await gate.call('customers.listByFilter', { filter }, unaware)).toMatchObject(refused);
    for (const session of [ownerSession, unaware])
      expect(await gate.call('customers.search', { text: 'MARKINCOME field' }, session)).toMatchObject({ value: { hits: [] } });
  });

  // Last: what is drawn may leave the shop with required fields, or without people.
  test('are in no answer of any operation to whoever may not see them', async () => {
    const asked = everyOperation.flatMap((operation) => payloadsFor(operation, ids, SEED, PAYLOADS));
    const [survivorId = '', otherId = '', , , fifth = ''] = ids['customerId'] ?? [];
    // Drawn ones are seldom whole enough to be done.
    asked.unshift(
      { name: 'customers.update', input: { customerId: fifth, changes: { note: '爱喝茶' } } },
      { name: 'merges.merge', input: { survivorId, otherId } },
    );
    const order = [...asked.filter(({ name }) => !last.has(name)), ...asked.filter(({ name }) => last.has(name))];
    const telling: unknown[] = [];
    const answered = new Set<string>();
    for (const { name, input } of order) {
      const answer = await gate.call(name, input, clerk);
      if (answer.ok) answered.add(name);
      if (marked(answer).length > 0 && marked(input).length === 0) telling.push({ name, input });
    }
    expect(telling).toEqual([]);
    expect([...answered]).toEqual(
      expect.arrayContaining([
        'customers.findById',
        'customers.list',
        'customers.search',
        'customers.timeline',
        'customers.update',
        'customers.findDuplicates',
        'merges.preview',
        'merges.merge',
        'merges.list',
        'duplicates.list',
        'bulkEdits.preview',
        'care.overview',
      ]),
    );
  });
});
