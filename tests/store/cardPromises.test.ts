import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersFind } from '../../electron/handlers/customers/find.ts';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { customFieldsHandlers } from '../../electron/handlers/customFields.ts';
import { tagsHandlers } from '../../electron/handlers/tags.ts';
import { filterBasis, listIdsByFilter } from '../../electron/store/customerFilter.ts';
import { plainRows } from '../../electron/store/database.ts';
import { regionQueries } from '../../electron/store/regions.ts';
import { contract, type CallInput } from '../../shared/contract.ts';
import { localDate } from '../../shared/types/time.ts';
import type { CustomerId, TagGroupId, TagId } from '../../shared/types/ids.ts';
import { failureOf, item } from '../helpers/desk.ts';
import { openTestImporter, type TestImporter } from '../helpers/importer.ts';
import { openMergeDesk, type MergeDesk } from '../helpers/merges.ts';

let desk: MergeDesk;
let importer: TestImporter;
beforeEach(() => {
  desk = openMergeDesk();
  importer = openTestImporter();
});
afterEach(() => {
  desk.close();
  importer.close();
});

const { tags, customFields, customers } = contract;

describe('undoing an edit', () => {
  test('gives the former values and what was known of their being right; nothing is dated today (R183)', () => {
    const customerId = desk.create({ name: '王芳', address: '中山路 8 号' });
    desk.command(() => customersHandlers['customers.verifyFields'](desk.context, { customerId, fields: ['address'] }));
    const known = () => desk.card(customerId).verifications;
    const before = known();
    desk.clock.today = localDate('2027-03-01');
    const edit = desk.update({ customerId, changes: { address: '北京路 1 号', occupation: '会计' } });
    expect(known()).toContainEqual({ field: 'occupation', verifiedOn: '2027-03-01', source: 'edited' });
    desk.clock.today = localDate('2027-03-09');
    const undo = desk.update({ customerId, changes: edit.before, verifications: edit.verifications });
    expect(known()).toEqual(before);
    expect(desk.card(customerId).fields).toMatchObject({ address: '中山路 8 号', occupation: null });
    // Doing again what was undone is an undo of the undo.
    desk.update({ customerId, changes: undo.before, verifications: undo.verifications });
    expect(known()).toContainEqual({ field: 'occupation', verifiedOn: '2027-03-01', source: 'edited' });
  });
});

describe('a prospect who has bought (R017)', () => {
  const prospect = (): CustomerId =>
    importer.store.command(() =>
      customersHandlers['customers.create'](
        importer.store.context,
        customers.create.input.parse({ name: '李雷', phone: '13800000002', status: 'prospect' }),
      ),
    ).customerId;
  const status = (customerId: CustomerId) =>
    customersHandlers['customers.findById'](importer.store.context, { customerId }).fields.status;

  test('by an imported purchase is a customer, and with the import undone a prospect again (R017)', async () => {
    const customerId = prospect();
    const file = importer.write('log.csv', ['手机,日期,商品,金额', '13800000002,2026-10-01,剪发,68'].join('\n'));
    const { importId } = await importer.run(file, { form: 'purchases', matchBy: 'phone' });
    expect(status(customerId)).toBe('customer');
    expect(
      plainRows(importer.store.database, `SELECT action FROM customer_changes WHERE customer_id = @customerId`, { customerId }),
    ).toContainEqual({ action: 'converted' });
    await importer.undo(importId);
    expect(status(customerId)).toBe('prospect');
  });

  test('by a merge is a customer whatever was chosen for the status, and parted a prospect again (R017)', () => {
    const survivorId = desk.create({ name: '李雷', status: 'prospect' });
    const otherId = desk.create({ name: '李雷', status: 'customer' });
    desk.record({ customerId: otherId, lines: [item(6_800)] });
    const { mergeId } = desk.merge({ survivorId, otherId, choices: [{ field: 'status', take: 'survivor' }] });
    expect(desk.card(survivorId).fields.status).toBe('customer');
    desk.undoMerge({ mergeId });
    expect(desk.card(survivorId).fields.status).toBe('prospect');
    expect(desk.card(otherId).fields.status).toBe('customer');
  });

  test('two prospects who never bought stay one prospect (R017)', () => {
    const survivorId = desk.create({ name: '李雷', status: 'prospect' });
    const otherId = desk.create({ name: '李雷', status: 'prospect' });
    desk.merge({ survivorId, otherId });
    expect(desk.card(survivorId).fields.status).toBe('prospect');
  });
});

describe('a field of the shop’s own that is required (R009)', () => {
  const makeField = () =>
    desk.command(() =>
      customFieldsHandlers['customFields.create'](
        desk.context,
        customFields.create.input.parse({ name: '鞋码', type: 'text', isRequired: true }),
      ),
    ).fieldId;
  const save = (input: CallInput<'customFields.saveValues'>) =>
    desk.command(() => customFieldsHandlers['customFields.saveValues'](desk.context, customFields.saveValues.input.parse(input)))
      .before;

  test('nobody is entered without it, whichever way leads in, and it is not emptied; undo may', () => {
    const early = desk.create({ name: '先来的' });
    const fieldId = makeField();
    const missing = { code: 'bad_input', details: { issues: [{ path: `customFields.${fieldId}`, message: 'required' }] } };
    for (const value of [undefined, null, '', '  '])
      expect(
        failureOf(() => desk.create({ name: '王芳', ...(value !== undefined && { customFields: [{ fieldId, value }] }) })),
      ).toEqual(missing);
    desk.create({ name: '王芳', customFields: [{ fieldId, value: '38' }] });
    const before = save({ customerId: early, values: [{ fieldId, value: '40' }] });
    expect(failureOf(() => save({ customerId: early, values: [{ fieldId, value: '' }] })).details).toEqual({
      issues: [{ path: 'values.0.value', message: 'required' }],
    });
    save({ customerId: early, values: before, isUndo: true });
    expect(desk.card(early).customFields).toEqual([]);
  });

  test('once archived it is asked of nobody', () => {
    const fieldId = makeField();
    desk.command(() => customFieldsHandlers['customFields.update'](desk.context, { fieldId, changes: { isArchived: true } }));
    expect(desk.card(desk.create({ name: '王芳' })).fields.name).toBe('王芳');
  });
});

describe('a group of tags that allows one only (R009)', () => {
  const makeTags = (): { readonly groupId: TagGroupId; readonly small: TagId; readonly large: TagId } => {
    const { groupId } = desk.command(() =>
      tagsHandlers['tags.createGroup'](desk.context, tags.createGroup.input.parse({ name: '尺码', isExclusive: true })),
    );
    const [small, large] = ['S', 'L'].map(
      (name) =>
        desk.command(() => tagsHandlers['tags.createTag'](desk.context, tags.createTag.input.parse({ groupId, name }))).tagId,
    );
    if (small === undefined || large === undefined) throw new Error('no tags');
    return { groupId, small, large };
  };
  const namesOf = (customerId: CustomerId) => desk.card(customerId).tags.map(({ name }) => name);

  test('still has one after two cards are merged, the survivor’s, and both are there again when parted', () => {
    const { small, large } = makeTags();
    const survivorId = desk.create({ name: '王芳', tagIds: [small] });
    const otherId = desk.create({ name: '王芳', tagIds: [large] });
    const { mergeId } = desk.merge({ survivorId, otherId });
    expect(namesOf(survivorId)).toEqual(['S']);
    desk.undoMerge({ mergeId });
    expect([namesOf(survivorId), namesOf(otherId)]).toEqual([['S'], ['L']]);
  });

  test('takes none from a file where the card has one already, and no row that gives two', async () => {
    const { store } = importer;
    const { groupId } = store.command(() =>
      tagsHandlers['tags.createGroup'](store.context, tags.createGroup.input.parse({ name: '尺码', isExclusive: true })),
    );
    const tagId = store.command(() =>
      tagsHandlers['tags.createTag'](store.context, tags.createTag.input.parse({ groupId, name: 'S' })),
    ).tagId;
    store.command(() =>
      customersHandlers['customers.create'](
        store.context,
        customers.create.input.parse({ name: '王芳', phone: '13800000001', tagIds: [tagId] }),
      ),
    );
    const file = importer.write(
      'tags.csv',
      ['姓名,手机,标签', '王芳,13800000001,尺码:L', '李雷,13800000002,尺码:M；尺码:L'].join('\n'),
    );
    const done = await importer.run(file, { form: 'customers', matchBy: 'phone' });
    expect(done.reasons).toEqual([{ code: 'tags_exclusive', count: 1 }]);
    const perPerson = plainRows<{ name: string; tags: string }>(
      store.database,
      `SELECT customers.name, group_concat(tags.name) AS tags FROM customers
       JOIN customer_tags ON customer_tags.customer_id = customers.id JOIN tags ON tags.id = customer_tags.tag_id
       WHERE tags.group_id = @groupId GROUP BY customers.id ORDER BY customers.number`,
      { groupId },
    );
    expect(perPerson).toEqual([{ name: '王芳', tags: 'S' }]);
  });
});

describe('province, city and district (R003)', () => {
  test('are values of their own to filter by, however the region was typed (R003)', () => {
    const ids = new Map(
      ['江苏省南京市玄武区', '南京市秦淮区', '江苏 苏州', '上海市浦东新区', '城南', null].map((region) => [
        region,
        desk.create({ name: region ?? '不详', region }),
      ]),
    );
    const found = (filter: Parameters<typeof listIdsByFilter>[1]) =>
      [...ids].flatMap(([region, id]) =>
        listIdsByFilter(desk.database, filter, filterBasis(desk.context)).includes(id) ? [region] : [],
      );
    expect(found({ provinces: ['江苏省'] })).toEqual(['江苏省南京市玄武区', '南京市秦淮区', '江苏 苏州']);
    expect(found({ cities: ['南京市', '上海市'] })).toEqual(['江苏省南京市玄武区', '南京市秦淮区', '上海市浦东新区']);
    expect(found({ provinces: ['江苏省'], districts: ['秦淮区'] })).toEqual(['南京市秦淮区']);
    // '' asks for those of whom it is not said.
    expect(found({ provinces: [''] })).toEqual(['城南', null]);
    expect(found({ provinces: ['', '上海市'], cities: ['上海市'] })).toEqual(['上海市浦东新区']);
    expect(customersFind['customers.filterOptions'](desk.context, {})).toMatchObject({
      provinces: ['上海市', '江苏省'],
      cities: ['上海市', '南京市', '苏州'],
      districts: ['浦东新区', '玄武区', '秦淮区'],
    });
  });

  test('the spellings in use are read by jumping along an index, however many people have them', () => {
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${regionQueries.spellings}`).map(
      ({ detail }) => detail,
    );
    expect(plan.filter((detail) => /customers/.test(detail) && !/SEARCH .*USING COVERING INDEX/.test(detail))).toEqual([]);
  });
});
