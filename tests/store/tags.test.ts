import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { tagsHandlers } from '../../electron/handlers/tags.ts';
import { customerTagQueries, listTagsOfCustomers } from '../../electron/store/customerTags.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { binnedBearersSql, findOrCreateTag } from '../../electron/store/tags.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { tagSourceSchema, tradeSchema } from '../../shared/contract/tags.ts';
import type { CustomerId, TagChangeId, TagGroupId, TagId } from '../../shared/types/ids.ts';
import { instant, localDate } from '../../shared/types/time.ts';
import { failureOf, openDesk, type Desk } from '../helpers/desk.ts';
import { TEST_NOW } from '../helpers/store.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const { tags } = contract;
const createGroup = (name: string, isExclusive = false): TagGroupId =>
  desk.command(() => tagsHandlers['tags.createGroup'](desk.context, tags.createGroup.input.parse({ name, isExclusive }))).groupId;
const createTag = (groupId: TagGroupId, name: string): TagId =>
  desk.command(() => tagsHandlers['tags.createTag'](desk.context, tags.createTag.input.parse({ groupId, name }))).tagId;
const tag = (input: CallInput<'tags.tagCustomer'>) =>
  tags.tagCustomer.output.parse(
    desk.command(() => tagsHandlers['tags.tagCustomer'](desk.context, tags.tagCustomer.input.parse(input))),
  ).before;
const list = (input: CallInput<'tags.list'> = {}) =>
  tags.list.output.parse(tagsHandlers['tags.list'](desk.context, tags.list.input.parse(input))).rows;
const merge = (tagId: TagId, intoId: TagId) => desk.command(() => tagsHandlers['tags.merge'](desk.context, { tagId, intoId }));
const undo = (changeId: TagChangeId) => desk.command(() => tagsHandlers['tags.undoChange'](desk.context, { changeId }));
const addPreset = (input: CallInput<'tags.addPreset'>) =>
  desk.command(() => tagsHandlers['tags.addPreset'](desk.context, tags.addPreset.input.parse(input)));
const card = (customerId: CustomerId) =>
  contract.customers.findById.output.parse(customersHandlers['customers.findById'](desk.context, { customerId }));
const namesOf = (customerId: CustomerId) => card(customerId).tags.map(({ name }) => name);

/** The whole library and everyone's tags, the journal aside. */
const everything = () => ({
  groups: plainRows(desk.database, 'SELECT * FROM tag_groups ORDER BY id'),
  tags: plainRows(desk.database, 'SELECT * FROM tags ORDER BY id'),
  bearers: plainRows<{ customer_id: CustomerId; tag_id: TagId }>(
    desk.database,
    'SELECT * FROM customer_tags ORDER BY customer_id, tag_id',
  ),
});

const expectCountsRight = (): void => {
  const wrong = plainRows(
    desk.database,
    `SELECT id FROM tags WHERE customer_count <> (SELECT count(*) FROM customer_tags WHERE tag_id = tags.id)`,
  );
  expect(wrong).toEqual([]);
  const shown = new Map(list({ includeArchived: true, limit: 200 }).map(({ id, customerCount }) => [id, customerCount]));
  const present = plainRows<{ id: TagId; count: number }>(
    desk.database,
    `SELECT tags.id, count(customers.id) AS count FROM tags LEFT JOIN customer_tags ON tag_id = tags.id
     LEFT JOIN customers ON customers.id = customer_id AND removed_at IS NULL GROUP BY tags.id`,
  );
  expect(new Map(present.map(({ id, count }) => [id, count]))).toEqual(shown);
};

describe('tags of a customer (R005, R010)', () => {
  test('R010 every tag keeps where it comes from and the day; giving it again changes neither', () => {
    const group = createGroup('兴趣爱好');
    const [fishing, tea] = [createTag(group, '钓鱼'), createTag(group, '喝茶')];
    const customerId = desk.addCustomer();
    for (const source of tagSourceSchema.options) {
      const each = desk.addCustomer();
      tag({ customerId: each, add: [{ tagId: fishing, source, taggedOn: '2025-03-08' }] });
      expect(card(each).tags).toMatchObject([{ name: '钓鱼', groupName: '兴趣爱好', source, taggedOn: '2025-03-08' }]);
    }
    tag({ customerId, add: [{ tagId: tea, source: 'survey' }] });
    desk.clock.today = localDate('2026-12-01');
    expect(tag({ customerId, add: [{ tagId: tea }] })).toEqual({ add: [], remove: [] });
    expect(card(customerId).tags).toMatchObject([{ source: 'survey', taggedOn: '2026-11-21' }]);
    expect(desk.timeline({ customerId, kinds: ['change'] }).entries.map(({ change }) => change?.fields)).toEqual([['tags']]);
  });

  test('R005 a new customer joins with interests, values and lifestyle; the source is the joining', () => {
    addPreset({ trade: 'tea' });
    const kinds = plainRows<{ id: TagId }>(
      desk.database,
      `SELECT min(tags.id) AS id FROM tags JOIN tag_groups ON tag_groups.id = group_id
       WHERE kind IN ('interest', 'value', 'lifestyle') GROUP BY kind ORDER BY kind`,
    );
    expect(kinds).toHaveLength(3);
    const { customerId } = desk.command(() =>
      customersHandlers['customers.create'](
        desk.context,
        contract.customers.create.input.parse({ name: '王芳', tagIds: kinds.map(({ id }) => id) }),
      ),
    );
    expect(card(customerId).tags.map(({ source }) => source)).toEqual(['membership', 'membership', 'membership']);
  });

  test('a tag of an exclusive group takes the place of the one before, and undo brings that one back as it was', () => {
    const sizes = createGroup('尺码', true);
    const [small, large] = [createTag(sizes, 'S'), createTag(sizes, 'L')];
    const customerId = desk.addCustomer();
    tag({ customerId, add: [{ tagId: small, source: 'purchase', taggedOn: '2025-01-02' }] });
    const before = tag({ customerId, add: [{ tagId: large }] });
    expect(namesOf(customerId)).toEqual(['L']);
    tag({ customerId, ...before });
    expect(card(customerId).tags).toMatchObject([{ name: 'S', source: 'purchase', taggedOn: '2025-01-02' }]);
  });

  test('someone removed, and a tag nobody knows, are refused by name', () => {
    const customerId = desk.addCustomer();
    const [other] = [desk.context.newId()];
    expect(failureOf(() => tag({ customerId, add: [{ tagId: other }] }))).toEqual({
      code: 'not_found',
      details: { what: 'tag' },
    });
    desk.command(() => customersHandlers['customers.remove'](desk.context, { customerId }));
    expect(failureOf(() => tag({ customerId })).details).toMatchObject({ reason: 'customer_removed' });
  });
});

describe('the library (R009)', () => {
  test('R009 tags are found by name, pinyin, initials and group, the best first', () => {
    const taste = createGroup('口味');
    for (const name of ['低糖', '糖醋', '清淡', '单丛']) createTag(taste, name);
    const found = (text: string) => list({ text }).map(({ name }) => name);
    expect(found('dt')).toEqual(['低糖']);
    expect(found('糖')).toEqual(['糖醋', '低糖']);
    expect(found('qingdan')).toEqual(['清淡']);
    // As a tag, not as a surname: dan, never shan.
    expect(found('dancong')).toEqual(['单丛']);
    expect(found('口味')).toHaveLength(4);
    expect(found('火锅')).toEqual([]);
  });

  test('names are unique, in a group and among groups; what is in use is not deleted but archived', () => {
    const group = createGroup('风格');
    const tagId = createTag(group, '简约');
    expect(failureOf(() => createGroup('风格')).details).toMatchObject({ reason: 'tag_group_taken' });
    expect(failureOf(() => createTag(group, '简约')).details).toMatchObject({ reason: 'tag_taken', tagId });
    tag({ customerId: desk.addCustomer(), add: [{ tagId }] });
    expect(failureOf(() => desk.command(() => tagsHandlers['tags.removeTag'](desk.context, { tagId }))).details).toEqual({
      reason: 'tag_in_use',
      count: 1,
    });
    expect(
      failureOf(() => desk.command(() => tagsHandlers['tags.removeGroup'](desk.context, { groupId: group }))).details,
    ).toMatchObject({ reason: 'tag_group_in_use' });
    desk.command(() => tagsHandlers['tags.updateTag'](desk.context, { tagId, changes: { isArchived: true } }));
    expect(list()).toEqual([]);
    expect(list({ includeArchived: true })).toMatchObject([{ isArchived: true, customerCount: 1 }]);
    // A file that names it takes it back into use.
    const newId = () => desk.context.newId();
    expect(findOrCreateTag(desk.database, { groupName: '风格', name: '简约', newId })).toEqual({ tagId, isNew: false });
    expect(list()).toHaveLength(1);
  });

  test('the count leaves out who is in the bin, and follows who is erased', () => {
    const tagId = createTag(createGroup('风格'), '简约');
    const people = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()];
    for (const customerId of people) tag({ customerId, add: [{ tagId }] });
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('nobody');
    desk.command(() => customersHandlers['customers.remove'](desk.context, { customerId: first }));
    expect(list()).toMatchObject([{ customerCount: 2 }]);
    plainRun(desk.database, 'DELETE FROM customer_changes WHERE customer_id = @second', { second });
    plainRun(desk.database, 'DELETE FROM customers WHERE id = @second', { second });
    expect(list()).toMatchObject([{ customerCount: 1 }]);
    expectCountsRight();
  });

  test('after 30 days a change is forgotten; twice is once too often', () => {
    const { changeId } = desk.command(() =>
      tagsHandlers['tags.createGroup'](desk.context, tags.createGroup.input.parse({ name: '风格' })),
    );
    undo(changeId);
    expect(failureOf(() => undo(changeId)).code).toBe('already_undone');
    desk.clock.now = instant(TEST_NOW + 31 * 86_400_000);
    createGroup('口味');
    expect(failureOf(() => undo(changeId)).code).toBe('not_found');
  });
});

describe('a group that allows one tag (R009)', () => {
  /** A loose group and an exclusive one; one customer with a tag of each, the loose one given later or earlier. */
  const twoTags = () => {
    const [loose, sizes] = [createGroup('身形'), createGroup('尺码', true)];
    const [wide, medium] = [createTag(loose, '偏大'), createTag(sizes, 'M')];
    const [newer, older, only] = [desk.addCustomer(), desk.addCustomer(), desk.addCustomer()];
    for (const customerId of [newer, older]) tag({ customerId, add: [{ tagId: medium, taggedOn: '2026-05-01' }] });
    tag({ customerId: newer, add: [{ tagId: wide, taggedOn: '2026-06-01', source: 'survey' }] });
    tag({ customerId: older, add: [{ tagId: wide, taggedOn: '2026-04-01' }] });
    tag({ customerId: only, add: [{ tagId: wide, taggedOn: '2026-04-01' }] });
    return { loose, sizes, wide, medium, newer, older, only };
  };
  type Two = ReturnType<typeof twoTags>;
  const ways: readonly [string, (two: Two) => { changeId: TagChangeId; droppedCount: number }][] = [
    [
      'moving a tag into it',
      ({ wide, sizes }) =>
        desk.command(() => tagsHandlers['tags.updateTag'](desk.context, { tagId: wide, changes: { groupId: sizes } })),
    ],
    ['merging a tag into one of it', ({ wide, sizes }) => merge(wide, createTag(sizes, 'XL'))],
    [
      'making the group one',
      ({ wide, loose, sizes }) => {
        desk.command(() => tagsHandlers['tags.updateGroup'](desk.context, { groupId: sizes, changes: { isExclusive: false } }));
        desk.command(() => tagsHandlers['tags.updateTag'](desk.context, { tagId: wide, changes: { groupId: sizes } }));
        expect(loose).not.toBe(sizes);
        return desk.command(() =>
          tagsHandlers['tags.updateGroup'](desk.context, { groupId: sizes, changes: { isExclusive: true } }),
        );
      },
    ],
  ];
  test.each(ways)('R009 %s leaves nobody with two: the newer stays, and undo gives the other back as it was', (_way, change) => {
    const two = twoTags();
    const bearers = everything().bearers;
    const { changeId, droppedCount } = change(two);
    expect(droppedCount).toBe(2);
    expect(namesOf(two.older)).toEqual(['M']);
    expect(namesOf(two.newer)).toHaveLength(1);
    expect(namesOf(two.newer)).not.toContain('M');
    expect(namesOf(two.only)).toHaveLength(1);
    expectCountsRight();
    undo(changeId);
    expect(everything().bearers).toEqual(bearers);
    expectCountsRight();
  });
});

describe('presets by trade (R009)', () => {
  test.each(tradeSchema.options)(
    '%s: adding it twice, in either language, adds nothing twice, and undo leaves nothing',
    (trade) => {
      const preview = tagsHandlers['tags.previewPreset'](desk.context, { trade, language: 'zh-CN' });
      const first = addPreset({ trade });
      expect(first).toMatchObject({ groupCount: preview.newGroupCount, tagCount: preview.newTagCount });
      expect(list({ limit: 200 })).toHaveLength(first.tagCount);
      const once = everything();
      for (const language of ['zh-CN', 'en'] as const)
        expect(addPreset({ trade, language })).toMatchObject({ groupCount: 0, tagCount: 0 });
      expect(everything()).toEqual(once);
      expect(undo(first.changeId)).toEqual({ keptTagCount: 0 });
      expect(everything()).toEqual({ groups: [], tags: [], bearers: [] });
    },
  );

  test('undo keeps a tag somebody has been given meanwhile, with its group', () => {
    const { changeId } = addPreset({ trade: 'clothing', language: 'en' });
    const [minimal] = list({ text: 'minimal office' });
    if (!minimal) throw new Error('no such tag');
    tag({ customerId: desk.addCustomer(), add: [{ tagId: minimal.id }] });
    expect(undo(changeId)).toEqual({ keptTagCount: 1 });
    expect(list()).toMatchObject([{ name: 'Minimal office', groupName: 'Style', customerCount: 1 }]);
  });

  test('all of them together fit one library, and their common part comes once', () => {
    for (const trade of tradeSchema.options) addPreset({ trade });
    const { groups } = tagsHandlers['tags.groups'](desk.context, { includeArchived: true });
    expect(groups.filter(({ name }) => name === '兴趣爱好')).toHaveLength(1);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    const { presets } = tagsHandlers['tags.presets'](desk.context, { language: 'en' });
    expect(presets.map(({ newTagCount }) => newTagCount)).toEqual(tradeSchema.options.map(() => 0));
  });
});

/** What a shop does with its tags, by the number of a person and of a tag. */
const step = fc.oneof(
  fc.record({ does: fc.constant('give' as const), person: fc.nat(5), tag: fc.nat(6) }),
  fc.record({ does: fc.constant('take' as const), person: fc.nat(5), tag: fc.nat(6) }),
  fc.record({ does: fc.constant('merge' as const), person: fc.nat(6), tag: fc.nat(6) }),
  fc.record({ does: fc.constant('remove' as const), person: fc.nat(5), tag: fc.nat(6) }),
  fc.record({ does: fc.constant('undo' as const), person: fc.nat(5), tag: fc.nat(6) }),
);

const openLibrary = () => {
  const [plain, exclusive] = [createGroup('风格'), createGroup('尺码', true)];
  return {
    people: Array.from({ length: 6 }, () => desk.addCustomer()),
    tagIds: Array.from({ length: 7 }, (_, index) => createTag(index < 4 ? plain : exclusive, `标签${index}`)),
  };
};

describe('laws of the library', () => {
  test('R009 the counts are those of a recount after any history', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        desk.close();
        desk = openDesk();
        const { people, tagIds } = openLibrary();
        const merges: TagChangeId[] = [];
        const isThere = (id: TagId) => list({ includeArchived: true, limit: 200 }).some((one) => one.id === id);
        for (const { does, person, tag: index } of steps) {
          const customerId = people[person % people.length];
          const tagId = tagIds[index];
          const other = tagIds[person];
          if (customerId === undefined || tagId === undefined || other === undefined) continue;
          const isPresent = card(customerId).removedAt === null;
          if (does === 'give' && isPresent && isThere(tagId)) tag({ customerId, add: [{ tagId }] });
          if (does === 'take' && isPresent) tag({ customerId, remove: [tagId] });
          if (does === 'merge' && tagId !== other && isThere(tagId) && isThere(other)) merges.push(merge(tagId, other).changeId);
          if (does === 'remove') {
            const change = isPresent ? 'customers.remove' : 'customers.restore';
            desk.command(() => customersHandlers[change](desk.context, { customerId }));
          }
          const last = does === 'undo' ? merges.pop() : undefined;
          if (last !== undefined) undo(last);
        }
        expectCountsRight();
      }),
      { numRuns: 60 },
    );
  });

  test('R009 two tags merged and the merge undone: everything is as before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ person: fc.nat(5), tag: fc.nat(6), source: fc.constantFrom(...tagSourceSchema.options) }), {
          maxLength: 30,
        }),
        fc.nat(6),
        fc.nat(6),
        (given, from, into) => {
          fc.pre(from !== into);
          desk.close();
          desk = openDesk();
          const { people, tagIds } = openLibrary();
          for (const { person, tag: index, source } of given) {
            const [customerId, tagId] = [people[person], tagIds[index]];
            if (customerId !== undefined && tagId !== undefined) tag({ customerId, add: [{ tagId, source }] });
          }
          const before = everything();
          const [fromId, intoId] = [tagIds[from], tagIds[into]];
          if (fromId === undefined || intoId === undefined) return;
          const bearers = new Set(
            before.bearers.filter((row) => row.tag_id === fromId || row.tag_id === intoId).map((row) => row.customer_id),
          );
          const { changeId, movedCount, hadBothCount, droppedCount } = merge(fromId, intoId);
          // Of those whom the merge leaves with two of an exclusive group, some keep the other one.
          const count = list({ includeArchived: true, limit: 200 }).find(({ id }) => id === intoId)?.customerCount;
          expect(count).toBeLessThanOrEqual(bearers.size);
          expect(count).toBeGreaterThanOrEqual(bearers.size - droppedCount);
          expect(movedCount + hadBothCount).toBeLessThanOrEqual(bearers.size);
          expectCountsRight();
          undo(changeId);
          expect(everything()).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the cost does not grow with the shop (P13)', () => {
  test.each(Object.entries({ ...customerTagQueries, binned: binnedBearersSql }))('%s walks through no table', (_name, text) => {
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${text}`, {
      customerId: '',
      customerIds: '[]',
    });
    expect(plan.length).toBeGreaterThan(0);
    expect(
      plan.filter(({ detail }) =>
        /^SCAN (?!json_each|customers USING (COVERING )?INDEX customers_(removed|inactive))/.test(detail),
      ),
    ).toEqual([]);
  });

  test('the tags of a page of people are read at once', () => {
    const tagId = createTag(createGroup('风格'), '简约');
    const people = [desk.addCustomer(), desk.addCustomer()];
    const [first] = people;
    if (first === undefined) throw new Error('nobody');
    tag({ customerId: first, add: [{ tagId }] });
    expect([...listTagsOfCustomers(desk.database, people).values()].map((found) => found.length)).toEqual([1, 0]);
  });
});
