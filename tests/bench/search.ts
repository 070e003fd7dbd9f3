import { customersHandlers } from '../../electron/handlers/customers.ts';
import { closeStore } from '../../electron/store/open.ts';
import { plainRows, plainRun, transaction } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { findMatchingIds } from '../../electron/store/search.ts';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import type { Random } from '../../shared/domain/demo/random.ts';
import { nameSyllables } from '../../shared/domain/names.ts';
import { openBenchDesk } from './desk.ts';
import type { Measure } from './measure.ts';
import { timedSync } from './statistics.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly card: string | null;
  readonly phone: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly plate: string | null;
  readonly pet: string | null;
  readonly wechat: string;
  readonly own: string;
}

/** A way to type, what it finds by plain looking, and the SQL one would write without an index of names. */
interface Kind {
  readonly name: string;
  type(person: Person, random: Random): string;
  matches(person: Person, text: string): boolean;
  readonly sql: string;
}

const NAME_SQL = `SELECT id FROM customers WHERE name LIKE '%' || ? || '%' AND removed_at IS NULL LIMIT 10`;
const PINYIN_SQL = `SELECT id FROM customers WHERE replace(name_pinyin, ' ', '') LIKE ? || '%' AND removed_at IS NULL LIMIT 10`;

const han = (count: number): Kind => ({
  name: `${count} Han`,
  type: ({ name }) => name.slice(0, count),
  matches: ({ name }, text) => name.includes(text),
  sql: NAME_SQL,
});

const kinds: readonly Kind[] = [
  han(1),
  han(2),
  han(3),
  han(4),
  {
    name: 'pinyin',
    type: ({ pinyin }, random) => pinyin.slice(0, random.whole(3, 8)),
    matches: ({ pinyin }, text) => pinyin.startsWith(text),
    sql: PINYIN_SQL,
  },
  {
    name: 'initials',
    type: ({ initials }) => initials,
    matches: ({ initials }, text) => initials.startsWith(text),
    sql: PINYIN_SQL,
  },
  {
    name: 'phone tail',
    type: ({ phone }) => phone.slice(-4),
    matches: ({ phone }, text) => phone.endsWith(text),
    sql: `SELECT customer_id FROM contact_methods WHERE value LIKE '%' || ? LIMIT 10`,
  },
  {
    name: 'card no.',
    type: ({ card, phone }) => card ?? phone,
    matches: ({ card, phone }, text) => card === text || phone === text,
    sql: `SELECT id FROM customers WHERE card_no = ? LIMIT 10`,
  },
  {
    name: 'plate',
    type: ({ plate, phone }) => plate?.slice(-5) ?? phone,
    matches: ({ plate, phone }, text) => (plate !== null && plate.includes(text)) || phone === text,
    sql: `SELECT customer_id FROM things WHERE plate LIKE '%' || ? || '%' LIMIT 10`,
  },
  {
    name: 'pet',
    type: ({ pet, phone }) => pet ?? phone,
    matches: ({ pet, phone }, text) => (pet !== null && pet.includes(text)) || phone === text,
    sql: `SELECT customer_id FROM things WHERE name LIKE '%' || ? || '%' LIMIT 10`,
  },
  {
    name: 'WeChat',
    type: ({ wechat }) => wechat,
    matches: ({ wechat }, text) => wechat === text,
    sql: `SELECT customer_id FROM contact_methods WHERE value LIKE '%' || ? || '%' LIMIT 10`,
  },
  {
    name: 'own field',
    type: ({ own }) => own,
    matches: ({ own }, text) => own.includes(text),
    sql: `SELECT customer_id FROM custom_field_values WHERE text_value LIKE '%' || ? || '%' LIMIT 10`,
  },
];

/** Gives everybody a WeChat id and a field of the shop's own, every third a car and every fourth a pet, always the same ones. */
const addFurtherFacts = (database: StoreDatabase): void => {
  const number = `CAST(customers.number AS INTEGER)`;
  const own = { at: 0 };
  transaction(database, () => {
    plainRun(
      database,
      `INSERT INTO custom_fields (id, name, type, position, is_searchable) VALUES ('bench-field', '车位', 'text', 0, 1)`,
    );
    plainRun(
      database,
      `INSERT INTO custom_field_values (customer_id, field_id, text_value)
       SELECT id, 'bench-field', 'B' || (${number} % 9) || '-' || printf('%05d', ${number} * 7919 % 100000) FROM customers`,
    );
    plainRun(
      database,
      `INSERT INTO contact_methods (id, customer_id, type, value, is_primary, is_valid, created_at)
       SELECT 'bench-wechat-' || id, id, 'wechat', 'wxb_' || printf('%06d', ${number} * 3571 % 1000000), 0, 1, @at FROM customers`,
      own,
    );
    plainRun(
      database,
      `INSERT INTO things (id, customer_id, type, name, plate, created_at, changed_at)
       SELECT 'bench-car-' || id, id, 'car', '小车', '粤B' || printf('%05d', ${number} * 6131 % 100000), @at, @at
       FROM customers WHERE ${number} % 3 = 0`,
      own,
    );
    plainRun(
      database,
      `INSERT INTO things (id, customer_id, type, name, created_at, changed_at)
       SELECT 'bench-pet-' || id, id, 'pet', substr('旺财咪咪豆豆大黄小白', 1 + 2 * (${number} % 5), 2) || (${number} % 997), @at, @at
       FROM customers WHERE ${number} % 4 = 0`,
      own,
    );
  });
};

const QUERIES_A_KIND = 60;
/** How many of them are also looked for by hand, everyone one by one. */
const PROVEN_A_KIND = 6;

const readPeople = (database: Parameters<typeof plainRows>[0]): Person[] =>
  plainRows<
    { id: string; name: string; card_no: string | null; value: string } & Pick<Person, 'plate' | 'pet' | 'wechat' | 'own'>
  >(
    database,
    `SELECT customers.id, customers.name, card_no, phones.value, cars.plate, pets.name AS pet, wechats.value AS wechat, text_value AS own
     FROM customers
     JOIN contact_methods AS phones ON phones.customer_id = customers.id AND phones.is_primary = 1
     JOIN contact_methods AS wechats ON wechats.id = 'bench-wechat-' || customers.id
     JOIN custom_field_values AS own ON own.customer_id = customers.id AND own.field_id = 'bench-field'
     LEFT JOIN things AS cars ON cars.id = 'bench-car-' || customers.id
     LEFT JOIN things AS pets ON pets.id = 'bench-pet-' || customers.id
     ORDER BY number`,
  ).map(({ id, name, card_no, value, plate, pet, wechat, own }) => {
    const readings = nameSyllables(name).map((syllable) => syllable.readings[0] ?? '');
    const initials = readings.map((reading) => reading.charAt(0)).join('');
    return { id, name, card: card_no, phone: value, pinyin: readings.join(''), initials, plate, pet, wechat, own };
  });

/** P3: search as you type, every way to type, and whether all are found. */
export const measureSearch: Measure = async (bench) => {
  const { database, context } = openBenchDesk(await bench.copyShop());
  addFurtherFacts(database);
  const people = readPeople(database);
  const random = makeRandom(4711);
  const firstSearch = timedSync(() => customersHandlers['customers.search'](context, { text: '王', limit: 10 }));
  const [ours, control]: [number[], number[]] = [[], []];
  const slowest = new Map<string, number>();
  let [wanted, found] = [0, 0];
  for (const kind of kinds) {
    const statement = database.connection.prepare<[string], unknown>(kind.sql);
    for (let query = 0; query < QUERIES_A_KIND; query += 1) {
      const text = kind.type(random.pick(people), random);
      const milliseconds = timedSync(() => customersHandlers['customers.search'](context, { text, limit: 10 }));
      ours.push(milliseconds);
      slowest.set(kind.name, Math.max(slowest.get(kind.name) ?? 0, milliseconds));
      control.push(timedSync(() => statement.all(text)));
      if (query >= PROVEN_A_KIND) continue;
      const all = new Set<string>(findMatchingIds(database, text) ?? []);
      const byHand = people.filter((person) => kind.matches(person, text));
      wanted += byHand.length;
      found += byHand.filter(({ id }) => all.has(id)).length;
    }
  }
  closeStore(database);
  const worst = [...slowest].map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(1)}`).join(', ');
  return [
    {
      id: 'P3',
      what: 'search as you type',
      ours,
      control,
      controlIs: 'LIKE over the table, raw',
      statistic: 'p95',
      goal: { milliseconds: 10 },
      note: `recall ${((100 * found) / wanted).toFixed(2)} % of ${wanted}; first search after the start ${Math.round(firstSearch)} ms; slowest ms: ${worst}`,
    },
  ];
};
