import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertCustomer } from '../../electron/store/customers.ts';
import { insertCustomField, setCustomValue } from '../../electron/store/customFields.ts';
import { execute, plainRows, plainRun, sqlite, transaction } from '../../electron/store/database.ts';
import { findMatchingIds } from '../../electron/store/search.ts';
import { searchQueries } from '../../electron/store/searchSource.ts';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { nameSyllables } from '../../shared/domain/names.ts';
import { contactMethodId, customFieldId, customerId } from '../../shared/types/ids.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

// P3 on a shop of its size: whatever is typed of whatever field, everybody who has it is found.

const PEOPLE = 2000;
const surnames = ['王', '李', '张', '刘', '陈', '单', '仇', '解', '曾', '乐', '尉迟', '欧阳', '万俟'];
const given = Array.from('芳伟敏静丽强磊军洋勇艳杰娟涛明超');
const pets = ['旺财', '咪咪', 'Lucky', '豆豆', '大黄'];

interface Person {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly cardNo: string;
  readonly wechat: string;
  readonly email: string;
  readonly thing: string;
  readonly plate: string | null;
  readonly own: string;
}

let store: TestStore;
const people: Person[] = [];

beforeAll(() => {
  store = openTestStore();
  const { database, context } = store;
  const random = makeRandom(271_828);
  const figures = (count: number): string => Array.from({ length: count }, () => random.whole(0, 9)).join('');
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCodePoint(97 + random.whole(0, 25))).join('');
  const at = context.now();
  transaction(database, () => {
    const fieldId = customFieldId(context.newId());
    insertCustomField(database, {
      id: fieldId,
      name: '车位',
      type: 'text',
      group_name: '',
      position: 0,
      is_required: 0,
      is_searchable: 1,
      is_in_list: 0,
    });
    for (let index = 0; index < PEOPLE; index += 1) {
      const id = customerId(context.newId());
      const isCar = index % 2 === 0;
      const one: Person = {
        id,
        name: `${random.pick(surnames)}${random.pick(given)}${index % 3 === 0 ? '' : random.pick(given)}`,
        phone: `13${figures(9)}`,
        cardNo: `VIP${figures(3)}${String(index).padStart(4, '0')}`,
        wechat: `wx_${letters(5)}${figures(2)}`,
        email: `${letters(6)}@${letters(4)}.example`,
        thing: isCar ? `车${letters(3)}` : `${random.pick(pets)}${index}`,
        plate: isCar ? `粤B${figures(5)}` : null,
        own: `${letters(1).toUpperCase()}${random.whole(1, 9)}-${figures(3)}`,
      };
      people.push(one);
      insertCustomer(database, { id, number: String(10_000 + index), at, fields: { name: one.name, cardNo: one.cardNo } });
      const ways = [
        { type: 'mobile', value: one.phone, e164: `+86${one.phone}` },
        { type: 'wechat', value: one.wechat, e164: null },
        { type: 'email', value: one.email, e164: null },
      ] as const;
      for (const way of ways) {
        const row = {
          id: contactMethodId(context.newId()),
          customer_id: id,
          is_primary: 1,
          is_valid: 1,
          created_at: at,
        } as const;
        execute(database, sqlite.insertInto('contact_methods').values({ ...row, ...way }));
      }
      plainRun(
        database,
        `INSERT INTO things (id, customer_id, type, name, plate, created_at, changed_at)
         VALUES (@thing, @id, @type, @name, @plate, @at, @at)`,
        { thing: context.newId(), id, type: isCar ? 'car' : 'pet', name: one.thing, plate: one.plate, at },
      );
      setCustomValue(database, id, { id: fieldId, type: 'text' }, one.own);
    }
  });
});
afterAll(() => {
  store.close();
});

const readingsOf = (name: string): string[] =>
  nameSyllables(name).reduce<string[]>(
    (begun, { readings }) => begun.flatMap((start) => readings.map((reading) => start + reading)),
    [''],
  );
const initialsOf = (name: string): string[] =>
  nameSyllables(name).reduce<string[]>(
    (begun, { initials }) => begun.flatMap((start) => initials.map((initial) => start + initial)),
    [''],
  );
/** Some of a text, from a place on. */
const part = (text: string, seed: number, length: number): string => {
  const from = seed % Math.max(1, text.length - length + 1);
  return text.slice(from, from + length);
};
const plain = (text: string): string => text.toLowerCase().replaceAll(/[-_]/g, '');

const kinds: readonly {
  readonly name: string;
  type(person: Person, seed: number): string;
  has(person: Person, text: string): boolean;
}[] = [
  { name: 'one Han character', type: ({ name }, seed) => part(name, seed, 1), has: ({ name }, text) => name.includes(text) },
  { name: 'two Han characters', type: ({ name }, seed) => part(name, seed, 2), has: ({ name }, text) => name.includes(text) },
  { name: 'the whole name', type: ({ name }) => name, has: ({ name }, text) => name.includes(text) },
  {
    name: 'pinyin by any reading',
    type: ({ name }, seed) => readingsOf(name)[seed % readingsOf(name).length]?.slice(0, 3 + (seed % 6)) ?? '',
    has: ({ name }, text) => readingsOf(name).some((reading) => reading.startsWith(text)),
  },
  {
    name: 'initials by any reading',
    type: ({ name }, seed) => initialsOf(name)[seed % initialsOf(name).length] ?? '',
    has: ({ name }, text) => initialsOf(name).some((initials) => initials.startsWith(text)),
  },
  { name: 'a phone’s tail', type: ({ phone }) => phone.slice(-4), has: ({ phone }, text) => phone.includes(text) },
  { name: 'a part of a phone', type: ({ phone }, seed) => part(phone, seed, 5), has: ({ phone }, text) => phone.includes(text) },
  { name: 'a card', type: ({ cardNo }) => cardNo, has: ({ cardNo }, text) => cardNo === text },
  {
    name: 'a part of a card',
    type: ({ cardNo }, seed) => part(cardNo, seed, 4),
    has: ({ cardNo }, text) => cardNo.includes(text),
  },
  { name: 'a WeChat account', type: ({ wechat }) => wechat, has: ({ wechat }, text) => wechat === text },
  {
    name: 'a part of a WeChat account',
    type: ({ wechat }, seed) => part(plain(wechat), seed, 4),
    has: ({ wechat }, text) => plain(wechat).includes(text),
  },
  { name: 'an e-mail', type: ({ email }, seed) => part(email, seed, 6), has: ({ email }, text) => email.includes(text) },
  { name: 'a plate', type: ({ plate, own }) => plate ?? own, has: ({ plate, own }, text) => plate === text || own === text },
  {
    name: 'the figures of a plate',
    type: ({ plate, own }) => plate?.slice(2) ?? own,
    has: ({ plate, own }, text) => (plate ?? own).endsWith(text),
  },
  { name: 'the name of a pet', type: ({ thing }) => thing, has: ({ thing }, text) => thing.includes(text) },
  { name: 'an own field', type: ({ own }) => own, has: ({ own }, text) => own === text },
  { name: 'an own field without its dash', type: ({ own }) => plain(own), has: ({ own }, text) => plain(own) === text },
];

const QUERIES_A_KIND = 40;

describe('P3 nobody of two thousand is left out', () => {
  test.each(kinds.map((kind) => [kind.name, kind] as const))('by %s', (_name, { type, has }) => {
    const random = makeRandom(31_415);
    const left: { text: string; name: string }[] = [];
    let wanted = 0;
    for (let query = 0; query < QUERIES_A_KIND; query += 1) {
      const text = type(random.pick(people), random.whole(0, 999));
      const found = new Set<string>(findMatchingIds(store.database, text) ?? []);
      const byHand = people.filter((person) => has(person, text));
      wanted += byHand.length;
      left.push(...byHand.filter(({ id }) => !found.has(id)).map(({ name }) => ({ text, name })));
    }
    expect(wanted).toBeGreaterThanOrEqual(QUERIES_A_KIND);
    expect(left).toEqual([]);
  });

  test.each(Object.entries(searchQueries))(
    'what the index reads (%s) goes by indexes, never through a whole table beside the customers',
    (_name, text) => {
      const plan = plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${text}`, {
        after: '',
        limit: 1,
        customerIds: '[]',
      }).map(({ detail }) => detail);
      expect(plan.length).toBeGreaterThan(0);
      expect(
        plan.filter((step) =>
          /^SCAN (contact_methods|things|custom_field_values|customers|former|customer_summaries)\b/.test(step),
        ),
      ).toEqual([]);
    },
  );
});
