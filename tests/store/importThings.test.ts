import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { thingsHandlers } from '../../electron/handlers/things.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

const customers = { form: 'customers' } as const;
const write = (...lines: string[]) => importer.write(`${lines.length}.csv`, lines.join('\n'));
const all = (sql: string): unknown[] => plainRows(importer.store.database, sql);
const create = (input: CallInput<'customers.create'>): CustomerId =>
  importer.store.command(() =>
    customersHandlers['customers.create'](importer.store.context, contract.customers.create.input.parse(input)),
  ).customerId;
const save = (input: CallInput<'things.save'>) =>
  importer.store.command(() => thingsHandlers['things.save'](importer.store.context, contract.things.save.input.parse(input)))
    .thingId;
const saveFact = (input: CallInput<'things.saveFact'>) =>
  importer.store.command(() =>
    thingsHandlers['things.saveFact'](importer.store.context, contract.things.saveFact.input.parse(input)),
  );
const facts = (): readonly string[] =>
  dumpStore(importer.store.database, {
    withoutTables: ['imports', 'import_rejected_rows', 'import_mappings', 'engine_runs', 'care_due'],
    withoutColumns: ['revision', 'changed_at'],
  });
const plates = () =>
  all(
    'SELECT customers.name, plate, things.name AS called FROM things JOIN customers ON customers.id = customer_id ORDER BY plate',
  );

describe('a list with cars and pets (R189, X20, X21)', () => {
  it('brings the car with what of it runs out, and the pet beside it', async () => {
    const file = write(
      '姓名,手机,车牌号码,车辆品牌,车架号,年检到期,车船税到期,车保养到期,保单号,截止日期,宠物名,品种,疫苗到期',
      '王芳,13800000001,粤B·12345,丰田凯美瑞,LSVAA4182E2123456,2027-03-01,2027/6/1,,PDAA001,2026年12月31日,旺财,柯基,2027-01-05',
      '李雷,13800000002,,,,,,,,,,,',
    );
    expect(await importer.run(file, customers)).toMatchObject({ added: 2, rejected: 0, ignoredColumns: [] });
    expect(all('SELECT type, name, plate, fields FROM things ORDER BY type')).toEqual([
      {
        type: 'car',
        name: '丰田凯美瑞',
        plate: '粤B12345',
        fields: JSON.stringify([
          { name: 'plate', value: '粤B12345' },
          { name: 'model', value: '丰田凯美瑞' },
          { name: 'vin', value: 'LSVAA4182E2123456' },
        ]),
      },
      { type: 'pet', name: '旺财', plate: null, fields: JSON.stringify([{ name: 'breed', value: '柯基' }]) },
    ]);
    expect(
      all(`SELECT things.type, kind, valid_until, expiring_facts.note FROM expiring_facts JOIN things ON things.id = thing_id
        ORDER BY kind`),
    ).toEqual([
      { type: 'car', kind: 'inspection', valid_until: '2027-03-01', note: null },
      { type: 'car', kind: 'insurance', valid_until: '2026-12-31', note: '保单号 PDAA001' },
      { type: 'pet', kind: 'vaccine', valid_until: '2027-01-05', note: null },
      { type: 'car', kind: 'vehicle_tax', valid_until: '2027-06-01', note: null },
    ]);
  });
  it('refuses a plate, a chassis number or a day that is none, naming the column', async () => {
    const result = await importer.run(
      write('姓名,车牌号码,车架号,年检到期', '王芳,!,,', '李雷,,123,', '韩梅,粤B12345,,soon'),
      customers,
    );
    expect(result.rejectedRows.map(({ column, code }) => [column, code])).toEqual([
      ['车牌号码', 'thing_invalid'],
      ['车架号', 'thing_invalid'],
      ['年检到期', 'date_invalid'],
    ]);
  });
});

describe('a sheet of things, one a row (R189, X20)', () => {
  it('finds the owner by phone and brings each thing once; a second car is a second thing of the same person', async () => {
    const owner = create({ name: '王芳', phone: '13800000001' });
    const before = facts();
    const file = write(
      '手机,车牌号码,车型,年检到期',
      '13800000001,粤B11111,凯美瑞,2027-01-01',
      '13800000001,粤B22222,卡罗拉,2027-02-01',
      '13800000001,粤B11111,凯美瑞,2027-01-01',
    );
    const { importId, ...result } = await importer.run(file, { ...customers, onNew: 'skip' });
    expect(result).toMatchObject({ added: 0, updated: 2, skipped: 1, rejected: 0 });
    expect(plates()).toEqual([
      { name: '王芳', plate: '粤B11111', called: '凯美瑞' },
      { name: '王芳', plate: '粤B22222', called: '卡罗拉' },
    ]);
    expect(thingsHandlers['things.ofCustomer'](importer.store.context, { customerId: owner }).facts).toHaveLength(2);
    expect(await importer.undo(importId)).toMatchObject({ customersRemoved: 0, valuesKept: 0 });
    expect(facts()).toEqual(before);
  });
  it('brings its owners along where they are not here, by card or number', async () => {
    await importer.run(
      write('会员卡号,姓名,宠物名,宠物种类', '8001,王芳,旺财,狗', '8001,王芳,咪咪,猫', '8002,李雷,豆豆,兔子'),
      customers,
    );
    expect(
      all(
        'SELECT customers.name AS owner, things.name FROM things JOIN customers ON customers.id = customer_id ORDER BY things.name',
      ),
    ).toEqual([
      { owner: '王芳', name: '咪咪' },
      { owner: '王芳', name: '旺财' },
      { owner: '李雷', name: '豆豆' },
    ]);
    expect(all('SELECT count(*) AS people FROM customers')).toEqual([{ people: 2 }]);
  });
  it('updates the thing that is here, by plate, and lengthens what runs out; undo gives both back (S7)', async () => {
    const owner = create({ name: '王芳', phone: '13800000001' });
    const thingId = save({ customerId: owner, type: 'car', name: '白车', fields: [{ name: 'plate', value: '粤B11111' }] });
    saveFact({ customerId: owner, thingId, kind: 'inspection', validUntil: '2026-12-01' });
    const before = facts();
    const file = write('手机,车牌号码,车身颜色,年检到期', '13800000001,粤b 11111,白色,2027-12-01');
    const { importId, ...result } = await importer.run(file, customers);
    expect(result).toMatchObject({ added: 0, updated: 1 });
    const known = thingsHandlers['things.ofCustomer'](importer.store.context, { customerId: owner });
    expect(known.things).toMatchObject([
      {
        name: '白车',
        fields: [
          { name: 'plate', value: '粤B11111' },
          { name: 'colour', value: '白色' },
        ],
      },
    ]);
    expect(known.facts).toMatchObject([{ validUntil: '2027-12-01', periods: [{}, {}] }]);
    expect(await importer.undo(importId)).toMatchObject({ valuesKept: 0 });
    expect(facts()).toEqual(before);
  });
  it('leaves known people’s things alone when told to', async () => {
    create({ name: '王芳', phone: '13800000001' });
    await importer.run(write('手机,车牌号码', '13800000001,粤B11111'), { ...customers, onExisting: 'skip' });
    expect(plates()).toEqual([]);
  });
  it('what somebody has gone on with since stays when the import is taken back, and is counted', async () => {
    const owner = create({ name: '王芳', phone: '13800000001' });
    const { importId } = await importer.run(write('手机,车牌号码,年检到期', '13800000001,粤B11111,2027-01-01'), customers);
    const [fact] = thingsHandlers['things.ofCustomer'](importer.store.context, { customerId: owner }).facts;
    if (!fact) throw new Error('no fact');
    importer.store.command(() =>
      thingsHandlers['things.renew'](
        importer.store.context,
        contract.things.renew.input.parse({ customerId: owner, factId: fact.id, validUntil: '2028-01-01' }),
      ),
    );
    expect(await importer.undo(importId)).toMatchObject({ valuesKept: 2 });
    expect(plates()).toHaveLength(1);
  });
});
