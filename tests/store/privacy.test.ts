import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { exportsInternal } from '../../electron/handlers/exports.ts';
import { privacyHandlers, privacyInternal, privacyStudies } from '../../electron/handlers/privacy.ts';
import { layLabels } from '../../electron/handlers/exports/labels.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { personalTables } from '../../electron/store/personalTables.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { personalTableWords } from '../../shared/domain/privacy/tableWords.ts';
import { TRAINING_DAYS, TRAINING_VERSION } from '../../shared/domain/privacy/training.ts';
import { staffId as toStaffId } from '../../shared/types/ids.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { addDays } from '../../shared/types/time.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openEngineDesk } from '../helpers/engine.ts';
import type { EngineDesk } from '../helpers/engine.ts';
import { addLibraries, factInserts } from '../helpers/everyFact.ts';
import { TEST_TODAY, openTestStudy } from '../helpers/store.ts';
import { readZip } from '../helpers/zip.ts';

let desk: EngineDesk;
beforeEach(() => {
  desk = openEngineDesk({ today: TEST_TODAY });
});
afterEach(() => {
  desk.closeAll();
});

const create = (input: CallInput<'customers.create'>): CustomerId =>
  desk.command(
    () => customersHandlers['customers.create'](desk.context, contract.customers.create.input.parse(input)).customerId,
  );
const say = (input: Omit<CallInput<'privacy.recordConsent'>, 'on' | 'way'> & { on?: string }) =>
  desk.command(() =>
    privacyHandlers['privacy.recordConsent'](
      desk.context,
      contract.privacy.recordConsent.input.parse({ on: TEST_TODAY, way: 'in_person', ...input }),
    ),
  );
const takeBack = (consentId: ReturnType<typeof say>['consentId']): void => {
  desk.command(() => privacyHandlers['privacy.undoConsent'](desk.context, { consentId }));
};
const consents = (customerId: CustomerId) => privacyHandlers['privacy.consents'](desk.context, { customerId });
const standing = (customerId: CustomerId, purpose: string) =>
  consents(customerId).standing.find((one) => one.purpose === purpose)?.state;
const called = (): CustomerId[] => desk.today({}).rows.map(({ customerId }) => customerId);

describe('consent, with purpose and date (R190)', () => {
  it('keeps everything ever said, by whom and to which wording; the latest word stands', () => {
    const customerId = create({ name: '王芳' });
    say({ customerId, purpose: 'wechat', state: 'given', on: '2026-11-01', note: '在门口说的' });
    const { consentId } = say({ customerId, purpose: 'wechat', state: 'withdrawn', on: '2026-11-10' });
    expect(standing(customerId, 'wechat')).toBe('withdrawn');
    expect(standing(customerId, 'phone')).toBeNull();
    expect(consents(customerId).history).toMatchObject([
      { purpose: 'wechat', state: 'withdrawn', on: '2026-11-10', isUndone: false },
      { purpose: 'wechat', state: 'given', on: '2026-11-01', way: 'in_person', note: '在门口说的', wordingVersion: 1 },
    ]);
    takeBack(consentId);
    expect(standing(customerId, 'wechat')).toBe('given');
    expect(consents(customerId).history).toHaveLength(2);
    expect(failureOf(() => takeBack(consentId)).code).toBe('already_undone');
    expect(failureOf(() => say({ customerId, purpose: 'sms', state: 'given', on: '2026-11-22' })).code).toBe('bad_input');
    expect(() => plainRun(desk.database, `UPDATE consents SET state = 'given'`)).toThrow(/append-only/);
  });

  it('a withdrawal takes the person off the call list at once, and taking it back puts them on again', async () => {
    const customerId = create({ name: '王芳', phone: '13812345678' });
    desk.addBirthday(customerId, 11, 22);
    await desk.refresh();
    expect(called()).toEqual([customerId]);
    const { consentId } = say({ customerId, purpose: 'phone', state: 'withdrawn' });
    expect(called()).toEqual([]);
    expect(desk.notYetJudged()).toEqual([]);
    takeBack(consentId);
    expect(called()).toEqual([customerId]);
    // Another way of being told of offers has no part in calls; keeping records has.
    say({ customerId, purpose: 'sms', state: 'withdrawn' });
    expect(called()).toEqual([customerId]);
    say({ customerId, purpose: 'records', state: 'withdrawn' });
    expect(called()).toEqual([]);
    say({ customerId, purpose: 'records', state: 'given' });
    expect(called()).toEqual([customerId]);
  });

  it('nobody who withdrew is on a label, and how many were left out is said', async () => {
    const address = { region: '厦门', address: '中山路8号' };
    const [one, two, three] = [
      create({ name: '王芳', ...address }),
      create({ name: '李强', ...address }),
      create({ name: '陈晨', ...address }),
    ];
    say({ customerId: one, purpose: 'post', state: 'withdrawn' });
    say({ customerId: two, purpose: 'records', state: 'withdrawn' });
    const labels = await layLabels(
      desk.study.context,
      contract.exports.labels.input.parse({ selection: { filter: {}, exceptIds: [] } }),
    );
    expect(labels).toMatchObject({ people: 1, labels: 1, refused: 2 });
    expect(three).toBeDefined();
  });

  it('what is typed into the card goes into the history too, and the card keeps its fields', () => {
    const customerId = create({ name: '王芳', consentOn: '2026-01-02', consentSource: '书面' });
    desk.command(() =>
      customersHandlers['customers.update'](
        desk.context,
        contract.customers.update.input.parse({ customerId, changes: { consentWithdrawnOn: '2026-05-06' } }),
      ),
    );
    expect(consents(customerId).history.map(({ state, on, way }) => [state, on, way])).toEqual([
      ['withdrawn', '2026-05-06', 'card'],
      ['given', '2026-01-02', 'card'],
    ]);
    const { consentId } = say({ customerId, purpose: 'records', state: 'given', on: '2026-06-01' });
    expect(standing(customerId, 'records')).toBe('given');
    takeBack(consentId);
    const { fields } = customersHandlers['customers.findById'](desk.context, { customerId });
    expect(fields).toMatchObject({ consentOn: '2026-01-02', consentSource: '书面', consentWithdrawnOn: '2026-05-06' });
  });
});

describe('everything about a person as a file (R190)', () => {
  it('has words for every table that refers to a customer, and for no other', () => {
    const tables = ['customers', ...new Set(personalTables(desk.database).map(({ table }) => table))].sort();
    expect(Object.keys(personalTableWords).sort()).toEqual(tables);
  });

  it('every foreign key that leads to a customer is among them: a new table is found by itself', () => {
    plainRun(desk.database, 'CREATE TABLE poems (id TEXT PRIMARY KEY, customer_id TEXT REFERENCES customers (id)) STRICT');
    plainRun(desk.database, 'CREATE TABLE verses (poem_id TEXT NOT NULL REFERENCES poems (id)) STRICT');
    const found = personalTables(desk.database).map(({ table }) => table);
    expect(found).toContain('poems');
    expect(found).toContain('verses');
    const referring = plainRows<{ name: string }>(
      desk.database,
      `SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' AND keys."table" = 'customers' AND tables.name <> 'customers'`,
    ).map(({ name }) => name);
    expect(referring.filter((name) => !found.includes(name))).toEqual([]);
  });

  it('holds a row of every one of them, the files as they are, and a page without anything that could run', async () => {
    addLibraries(desk.database);
    const customerId = create({ name: '<script>王芳</script>', phone: '13812345678', note: '靠窗' });
    const other = create({ name: '李强' });
    desk.record({ customerId, lines: [item(26_000)] });
    for (const [at, insertRow] of Object.values(factInserts).entries())
      insertRow(desk.database, { owner: customerId, other, variant: at % 2, id: String(at + 1) });
    const folder = mkdtempSync(join(tmpdir(), 'regulars-person-'));
    const path = join(folder, 'person.zip');
    const study = openTestStudy(
      desk,
      { ...exportsInternal, ...privacyInternal },
      { '0190a000-0000-7000-8000-000000000000': path },
    );
    const written = await privacyStudies['privacy.personFile'](
      study.context,
      contract.privacy.personFile.input.parse({ customerId, file: '0190a000-0000-7000-8000-000000000000' }),
    );
    const zip = await readZip(readFileSync(path));
    const read = (name: string): string => {
      const content = zip.get(name);
      if (content === undefined) throw new Error(`the file holds no ${name}`);
      return content.toString('utf8');
    };
    const { tables } = z
      .object({ tables: z.record(z.string(), z.object({ title: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })) })
      .parse(JSON.parse(read('data.json')));
    expect(Object.keys(factInserts).filter((table) => !(table in tables))).toEqual([]);
    expect(tables['customers']?.rows).toMatchObject([{ id: customerId, note: '靠窗' }]);
    expect([...zip.keys()].filter((name) => name.startsWith('files/'))).toHaveLength(written.files);
    expect(written.files).toBeGreaterThan(0);
    const page = read('index.html');
    expect(page).not.toContain('<script');
    expect(page).toContain('13812345678');
    expect(page).toContain('260.00');
    expect(plainRows(desk.database, 'SELECT kind, row_count FROM exports')).toEqual([{ kind: 'person', row_count: 1 }]);
    study.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the statement for a customer (R194)', () => {
  const statement = (
    customerId: CustomerId,
    permissions = desk.study.context.actor.permissions,
    language: 'zh-CN' | 'en' = 'zh-CN',
  ) =>
    privacyStudies['privacy.statement'](
      { ...desk.study.context, actor: { staffId: null, permissions } },
      contract.privacy.statement.input.parse({ customerId, language }),
    );

  it('R194: says points with their entries, visits, consents and what is held, in the reader’s language', async () => {
    const customerId = create({ name: '王芳', phone: '13812345678', likes: '靠窗的位置' });
    desk.record({ customerId, lines: [item(26_000, 2, '碧螺春')] });
    desk.adjust({ customerId, points: 5, reason: '开业礼' });
    say({ customerId, purpose: 'wechat', state: 'given', on: '2026-11-10' });
    say({ customerId, purpose: 'wechat', state: 'withdrawn' });
    say({ customerId, purpose: 'sms', state: 'withdrawn' });
    const { html } = await statement(customerId);
    for (const text of [
      '王芳',
      '13812345678',
      '靠窗的位置',
      '碧螺春',
      '520.00',
      '开业礼',
      '微信推送',
      '已撤回',
      '<td>不要</td>',
      '您在本店的资料',
    ])
      expect(html).toContain(text);
    const english = await statement(customerId, undefined, 'en');
    expect(english.html.replaceAll(/王芳|靠窗的位置|碧螺春|开业礼/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('R194: shows no more than whoever prints it may see', async () => {
    const customerId = create({ name: '王芳', phone: '13812345678', incomeBand: '高收入段', note: '也打 13987654321' });
    const few = desk.study.context.actor.permissions.filter((one) => one !== 'customers.phones' && one !== 'private.income');
    const { html } = await statement(customerId, few);
    expect(html).toContain('138****5678');
    for (const hidden of ['13812345678', '13987654321', '高收入段']) expect(html).not.toContain(hidden);
  });
});

describe('training on information security (R193)', () => {
  const staff = toStaffId('0190b000-0000-7000-8000-000000000000');
  const as = () => ({ ...desk.context, actor: { ...desk.context.actor, staffId: staff } });
  const read = () => desk.command(() => privacyHandlers['privacy.acknowledgeTraining'](as(), { version: TRAINING_VERSION }));

  it('R193: is confirmed by the seated person with the day, and due again after a year', () => {
    plainRun(desk.database, `INSERT INTO staff (id, name, is_active, created_at) VALUES (@staff, '小美', 1, 1)`, { staff });
    expect(privacyHandlers['privacy.training'](as(), {})).toMatchObject({ isDue: true, readOn: null });
    expect(privacyHandlers['privacy.trainingOverview'](desk.context, {}).staff).toMatchObject([{ name: '小美', isDue: true }]);
    read();
    expect(privacyHandlers['privacy.training'](as(), {})).toEqual({
      version: TRAINING_VERSION,
      readVersion: TRAINING_VERSION,
      readOn: TEST_TODAY,
      isDue: false,
    });
    // What one has read, another has not.
    expect(privacyHandlers['privacy.training'](desk.context, {}).isDue).toBe(true);
    desk.goTo(addDays(TEST_TODAY, TRAINING_DAYS));
    expect(privacyHandlers['privacy.trainingOverview'](desk.context, {}).staff).toMatchObject([
      { isDue: true, readOn: TEST_TODAY },
    ]);
    expect(
      failureOf(() => privacyHandlers['privacy.acknowledgeTraining'](as(), { version: TRAINING_VERSION + 1 })).details,
    ).toEqual({ reason: 'training_changed' });
  });
});
