import { customersHandlers } from '../../electron/handlers/customers.ts';
import { closeStore } from '../../electron/store/open.ts';
import { plainRows } from '../../electron/store/database.ts';
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
];

const QUERIES_A_KIND = 60;
/** How many of them are also looked for by hand, everyone one by one. */
const PROVEN_A_KIND = 6;

const readPeople = (database: Parameters<typeof plainRows>[0]): Person[] =>
  plainRows<{ id: string; name: string; card_no: string | null; value: string }>(
    database,
    `SELECT customers.id, name, card_no, value FROM customers
     JOIN contact_methods ON customer_id = customers.id AND is_primary = 1 ORDER BY number`,
  ).map(({ id, name, card_no, value }) => {
    const readings = nameSyllables(name).map((syllable) => syllable.readings[0] ?? '');
    const initials = readings.map((reading) => reading.charAt(0)).join('');
    return { id, name, card: card_no, phone: value, pinyin: readings.join(''), initials };
  });

/** P3: search as you type, every way to type, and whether all are found. */
export const measureSearch: Measure = async (bench) => {
  const { database, context } = openBenchDesk(await bench.sharedShop());
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
