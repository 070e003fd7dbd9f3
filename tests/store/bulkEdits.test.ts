import { fc, test as property } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bulkEditsHandlers, bulkEditsInternal, bulkEditsStudies } from '../../electron/handlers/bulkEdits.ts';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { bulkEditQueries } from '../../electron/store/bulkEdits.ts';
import { bulkValueQueries } from '../../electron/store/bulkValues.ts';
import { factRecorded } from '../../electron/handlers/facts.ts';
import { addTagToCustomer, listTagsOfCustomer, removeTagFromCustomer } from '../../electron/store/customerTags.ts';
import { insertCustomField, findCustomField, setCustomValue } from '../../electron/store/customFields.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { insertStaff } from '../../electron/store/staff.ts';
import { findOrCreateTag } from '../../electron/store/tags.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput, OutputOf } from '../../shared/contract.ts';
import type { BulkAction } from '../../shared/contract/bulkEdits.ts';
import { customFieldId, customerId, staffId } from '../../shared/types/ids.ts';
import type { BulkEditId, CustomerId, TagId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import { dumpStore } from '../helpers/dump.ts';
import { TEST_TODAY, openTestStore, openTestStudy } from '../helpers/store.ts';
import type { TestStore, TestStudy } from '../helpers/store.ts';

let store: TestStore;
let study: TestStudy;
const open = (): void => {
  store = openTestStore({ onDisk: true });
  study = openTestStudy(store, bulkEditsInternal);
};
const close = (): void => {
  study.close();
  store.close();
};
beforeEach(open);
afterEach(close);

const clerks = [1, 2].map((number) => staffId(`00000000-0000-7000-8000-00000000000${number}`));
const fieldId = customFieldId('00000000-0000-7000-8000-0000000000f1');

interface Library {
  readonly tags: readonly TagId[];
}

const prepare = (): Library => {
  const { database, context } = store;
  for (const [index, id] of clerks.entries()) insertStaff(database, { id, name: `店员${index}`, at: instant(0) });
  const newId = (): string => context.newId();
  const tags = ['冷色', '暖色', '短发'].map(
    (name, index) => findOrCreateTag(database, { groupName: index < 2 ? '色调' : '发型', name, newId }).tagId,
  );
  plainRun(database, `UPDATE tag_groups SET is_exclusive = 1 WHERE name = '色调'`);
  insertCustomField(database, {
    id: fieldId,
    name: '鞋码',
    type: 'number',
    group_name: '',
    position: 0,
    is_required: 0,
    is_searchable: 0,
    is_in_list: 1,
  });
  return { tags };
};

const personArbitrary = fc.record({
  ownerId: fc.option(fc.constantFrom(...clerks)),
  region: fc.option(fc.constantFrom('杭州', '宁波')),
  source: fc.option(fc.constantFrom('路过', '朋友')),
  status: fc.constantFrom('prospect', 'customer', 'lost'),
  isVip: fc.boolean(),
  doNotContact: fc.boolean(),
  tag: fc.option(fc.nat(2)),
  hasLast: fc.boolean(),
  size: fc.option(fc.integer({ min: 36, max: 38 })),
});
type Person = typeof personArbitrary extends fc.Arbitrary<infer P> ? P : never;

const create = (input: CallInput<'customers.create'>): CustomerId =>
  customerId(customersHandlers['customers.create'](store.context, contract.customers.create.input.parse(input)).customerId);

const add = ({ tags }: Library, person: Person, index: number): CustomerId => {
  const { tag, hasLast, size, ...fields } = person;
  const id = create({ name: `顾客${index}`, ...fields });
  const held = new Set([...(tag === null ? [] : [tag]), ...(hasLast ? [2] : [])]);
  for (const which of held) {
    const tagId = tags[which];
    if (tagId !== undefined)
      addTagToCustomer(store.database, {
        customerId: id,
        tagId,
        source: 'survey',
        taggedOn: TEST_TODAY,
        staffId: null,
        importId: null,
      });
  }
  const field = findCustomField(store.database, fieldId);
  if (field && size !== null) setCustomValue(store.database, id, field, size);
  // What follows from a tag (how complete the card is) is judged with it, as at the desk.
  store.command(() => factRecorded(store.context, id, []));
  return id;
};

const actionArbitrary = ({ tags }: Library): fc.Arbitrary<BulkAction> =>
  fc.oneof(
    fc.record({ kind: fc.constantFrom('add_tag' as const, 'remove_tag' as const), tagId: fc.constantFrom(...tags) }),
    fc.record({ kind: fc.constant('set_owner' as const), ownerId: fc.option(fc.constantFrom(...clerks)) }),
    fc.record({ kind: fc.constant('set_region' as const), region: fc.option(fc.constantFrom('杭州', '温州')) }),
    fc.record({ kind: fc.constant('set_source' as const), source: fc.option(fc.constantFrom('路过', '传单')) }),
    fc.record({
      kind: fc.constant('set_status' as const),
      status: fc.constantFrom('prospect' as const, 'customer' as const, 'lost' as const),
    }),
    fc.record({ kind: fc.constant('set_vip' as const), isVip: fc.boolean() }),
    fc.record({ kind: fc.constant('set_do_not_contact' as const), doNotContact: fc.boolean() }),
    fc.record({
      kind: fc.constant('set_custom_field' as const),
      fieldId: fc.constant(fieldId),
      value: fc.option(fc.integer({ min: 36, max: 38 })),
    }),
    fc.constant({ kind: 'remove' as const }),
  );

type Selection = CallInput<'bulkEdits.apply'>['selection'];
const inputOf = (selection: Selection, action: BulkAction) => contract.bulkEdits.apply.input.parse({ selection, action });
const preview = (selection: Selection, action: BulkAction): Promise<OutputOf<'bulkEdits.preview'>> =>
  bulkEditsStudies['bulkEdits.preview'](study.context, inputOf(selection, action));
const apply = (selection: Selection, action: BulkAction): Promise<OutputOf<'bulkEdits.apply'>> =>
  bulkEditsStudies['bulkEdits.apply'](study.context, inputOf(selection, action));
const undo = (bulkEditId: BulkEditId | null): Promise<OutputOf<'bulkEdits.undo'>> => {
  if (bulkEditId === null) throw new Error('nothing was edited');
  return bulkEditsStudies['bulkEdits.undo'](study.context, contract.bulkEdits.undo.input.parse({ bulkEditId }));
};

/** All facts; what counts edits and what tells of them is more after an edit and its undoing. */
const facts = (): readonly string[] =>
  dumpStore(store.database, {
    withoutTables: ['bulk_edits', 'customer_changes'],
    withoutColumns: ['revision', 'changed_at', 'judged_on', 'as_of'],
  });

describe('X36 a change to many at once', () => {
  property.prop(
    {
      people: fc.array(personArbitrary, { minLength: 1, maxLength: 8 }),
      picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
      byFilter: fc.boolean(),
      seed: fc.integer(),
    },
    { numRuns: 50 },
  )('is what the preview said, and undone leaves everything as it was', async ({ people, picks, byFilter, seed }) => {
    close();
    open();
    const library = prepare();
    const ids = people.map((person, index) => add(library, person, index));
    const before = facts();
    const [action] = fc.sample(actionArbitrary(library), { seed, numRuns: 1 });
    if (!action) throw new Error('no action');
    const named = picks.map((pick) => ids[pick % ids.length]).filter((id) => id !== undefined);
    const selection: Selection = byFilter
      ? { filter: { statuses: ['customer', 'lost'] }, exceptIds: named.slice(0, 1) }
      : { ids: named };
    const seen = await preview(selection, action);
    expect(facts()).toEqual(before);
    const done = await apply(selection, action);
    expect(done.changed).toBe(seen.changing);
    expect(seen.selected).toBe(seen.changing + seen.alreadySo);
    if (done.bulkEditId === null) return;
    if (action.kind !== 'remove') expect((await preview({ ids }, action)).alreadySo).toBeGreaterThanOrEqual(done.changed);
    const undone = await undo(done.bulkEditId);
    expect(undone).toEqual({ restored: done.changed, left: 0 });
    expect(facts()).toEqual(before);
    await expect(undo(done.bulkEditId)).rejects.toMatchObject({ code: 'already_undone' });
  });

  test('leaves on undo what has changed since, and says how many', async () => {
    prepare();
    const ids = ['甲', '乙', '丙'].map((name) => create({ name, region: '杭州' }));
    const { bulkEditId } = await apply({ ids }, { kind: 'set_region', region: '宁波' });
    const [first, second] = ids;
    if (!first || !second) throw new Error('nobody');
    store.command(() =>
      customersHandlers['customers.update'](
        store.context,
        contract.customers.update.input.parse({ customerId: first, changes: { region: '温州' } }),
      ),
    );
    expect(await undo(bulkEditId)).toEqual({ restored: 2, left: 1 });
    const regionOf = (id: CustomerId): unknown =>
      plainRows<{ region: string }>(store.database, 'SELECT region FROM customers WHERE id = @id', { id })[0]?.region;
    expect(regionOf(first)).toBe('温州');
    expect(regionOf(second)).toBe('杭州');
    const [edit] = bulkEditsHandlers['bulkEdits.list'](store.context, { offset: 0, limit: 10 }).rows;
    expect(edit).toMatchObject({ changed: 3, left: 1, isFinished: true });
  });

  test('gives a tag of a group of which one is had: the other gives way, and comes back with its source and day', async () => {
    const { tags } = prepare();
    const [cold, warm] = tags;
    if (!cold || !warm) throw new Error('no tags');
    const id = create({ name: '甲' });
    addTagToCustomer(store.database, {
      customerId: id,
      tagId: cold,
      source: 'membership',
      taggedOn: TEST_TODAY,
      staffId: null,
      importId: null,
    });
    const seen = await preview({ ids: [id] }, { kind: 'add_tag', tagId: warm });
    expect(seen.sample).toEqual([expect.objectContaining({ name: '甲', before: '冷色', after: '暖色' })]);
    const { bulkEditId } = await apply({ ids: [id] }, { kind: 'add_tag', tagId: warm });
    expect(listTagsOfCustomer(store.database, id).map(({ name }) => name)).toEqual(['暖色']);
    await undo(bulkEditId);
    expect(listTagsOfCustomer(store.database, id)).toEqual([expect.objectContaining({ name: '冷色', source: 'membership' })]);
  });

  test('does not give back a tag that was given again meanwhile, nor one that is no longer in the library', async () => {
    const { tags } = prepare();
    const [, , short] = tags;
    if (!short) throw new Error('no tag');
    const ids = ['甲', '乙'].map((name) => create({ name }));
    const give = (id: CustomerId): boolean =>
      addTagToCustomer(store.database, {
        customerId: id,
        tagId: short,
        source: 'survey',
        taggedOn: TEST_TODAY,
        staffId: null,
        importId: null,
      });
    ids.forEach(give);
    const { bulkEditId } = await apply({ ids }, { kind: 'remove_tag', tagId: short });
    const [first, second] = ids;
    if (!first || !second) throw new Error('nobody');
    give(first);
    expect(await undo(bulkEditId)).toEqual({ restored: 1, left: 1 });
    const again = await apply({ ids }, { kind: 'remove_tag', tagId: short });
    for (const id of ids) removeTagFromCustomer(store.database, id, short);
    plainRun(store.database, 'DELETE FROM tags WHERE id = @short', { short });
    expect(await undo(again.bulkEditId)).toEqual({ restored: 0, left: 2 });
  });

  test('stands on the timeline of each, with the former value', async () => {
    prepare();
    const id = create({ name: '甲', region: '杭州' });
    await apply({ ids: [id] }, { kind: 'set_region', region: null });
    expect(
      plainRows(store.database, `SELECT fields, before FROM customer_changes WHERE customer_id = @id AND action = 'edited'`, {
        id,
      }),
    ).toEqual([{ fields: '["region"]', before: '{"region":"杭州"}' }]);
  });

  test('to nobody is no edit', async () => {
    prepare();
    const id = create({ name: '甲' });
    expect(await apply({ ids: [id] }, { kind: 'set_vip', isVip: false })).toEqual({
      bulkEditId: null,
      changed: 0,
      isFinished: true,
    });
    expect(bulkEditsHandlers['bulkEdits.list'](store.context, { offset: 0, limit: 10 }).total).toBe(0);
  });

  test('stopped midway ends where it is and is undone like any other', async () => {
    prepare();
    const ids = Array.from({ length: 230 }, (_, index) => create({ name: `顾客${index}` }));
    const { write } = study.context;
    let writes = 0;
    const stopping: TestStudy['context'] = {
      ...study.context,
      write: async (name, input) => {
        writes += 1;
        if (writes === 2) study.cancel();
        return write(name, input);
      },
    };
    const done = await bulkEditsStudies['bulkEdits.apply'](stopping, inputOf({ ids }, { kind: 'set_vip', isVip: true }));
    expect(done).toMatchObject({ changed: 25, isFinished: false });
    const again = openTestStudy(store, bulkEditsInternal);
    const bulkEditId = done.bulkEditId;
    if (bulkEditId === null) throw new Error('nothing was edited');
    expect(await bulkEditsStudies['bulkEdits.undo'](again.context, { bulkEditId })).toEqual({ restored: 25, left: 0 });
    again.close();
    expect(plainRows(store.database, 'SELECT DISTINCT is_vip FROM customers')).toEqual([{ is_vip: 0 }]);
  });

  test('tells the screens once for each transaction, with everyone it changed', async () => {
    prepare();
    const ids = Array.from({ length: 3 }, (_, index) => create({ name: `顾客${index}` }));
    store.events.length = 0;
    await apply({ ids }, { kind: 'set_vip', isVip: true });
    const changes = store.events.filter(({ topics }) => topics.includes('customers'));
    expect(changes).toHaveLength(1);
    expect(changes[0]?.customerIds?.toSorted()).toEqual(ids.toSorted());
  });

  test('finds by what is typed too', async () => {
    prepare();
    create({ name: '王芳' });
    create({ name: '李雷' });
    expect(await preview({ filter: { text: 'wangf' } }, { kind: 'set_vip', isVip: true })).toMatchObject({
      selected: 1,
      changing: 1,
    });
  });

  test.each([
    [{ kind: 'set_owner', ownerId: clerks[0] ?? null }, 'not_found'],
    [{ kind: 'set_custom_field', fieldId: customFieldId('00000000-0000-7000-8000-0000000000f9'), value: 1 }, 'not_found'],
  ] as const)('refuses %o, which names nobody and nothing', async (action, code) => {
    const id = create({ name: '甲' });
    await expect(apply({ ids: [id] }, action)).rejects.toMatchObject({ code });
  });

  test('refuses a value that is none of the field, and the bin to whoever may not remove', async () => {
    prepare();
    const id = create({ name: '甲' });
    await expect(apply({ ids: [id] }, { kind: 'set_custom_field', fieldId, value: '大' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const actor = { staffId: null, permissions: ['customers.read', 'customers.write'] as const };
    await expect(
      bulkEditsStudies['bulkEdits.apply']({ ...study.context, actor }, inputOf({ ids: [id] }, { kind: 'remove' })),
    ).rejects.toMatchObject({ code: 'not_permitted' });
  });

  test.each([
    ['the former values', bulkEditQueries.nextRows],
    ['a column', bulkValueQueries.column('region')],
    ['names', bulkValueQueries.names],
    ['tags', bulkValueQueries.tags],
  ])('reads %s by keys', (_, sql) => {
    const named = Object.fromEntries(Array.from(sql.matchAll(/@(\w+)/g), (match): [string, number] => [match[1] ?? '', 1]));
    const steps = store.database.connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(named);
    expect(steps.map(({ detail }) => detail).filter((step) => step.startsWith('SCAN') && !step.includes('given'))).toEqual([]);
  });
});
