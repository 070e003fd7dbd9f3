import { sql } from 'kysely';
import type { CardAge } from '../../shared/domain/loyalty/cardWorth.ts';
import { cents } from '../../shared/types/amounts.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CountCardId, CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// The cards of all customers that can still be used: read from what is kept of them, never from the ledgers.

interface Days {
  today: LocalDate;
  /** Cards issued after the first are recent, after the second not yet a year old. */
  recent: LocalDate;
  year: LocalDate;
}
interface AgeRow {
  age: CardAge;
  cards: number;
  uses: number | null;
  worth: Cents | null;
}

/** Of a time card the price of the days left of those it holds; all of one that has not begun or never ends. */
const worth = sql<Cents>`sum(CASE WHEN open.uses_left IS NOT NULL OR open.last_day = '9999-12-31' THEN open.worth_cents
  ELSE CAST(open.worth_cents * (julianday(open.last_day) - julianday(max(open.from_day, @today)) + 1)
    / (julianday(open.last_day) - julianday(open.from_day) + 1) AS INTEGER) END)`;
const age = sql<CardAge>`CASE WHEN open.issued_on > @recent THEN 'recent' WHEN open.issued_on > @year THEN 'year' ELSE 'older' END`;

const openCards = sqlite.selectFrom('open_count_cards as open').where('open.last_day', '>=', parameter<LocalDate>('today'));
const byAge = hotQuery<Days, AgeRow>(
  openCards
    .select((of) => [age.as('age'), of.fn.countAll<number>().as('cards'), of.fn.sum<number | null>('open.uses_left').as('uses')])
    .select(worth.as('worth'))
    .groupBy(age),
);
/** The few of people in the bin are taken off, so that nobody has to be looked up for all the others. */
const inBin = hotQuery<Days, AgeRow>(
  sqlite
    .selectFrom('customers')
    .innerJoin('count_cards as card', 'card.customer_id', 'customers.id')
    .innerJoin('open_count_cards as open', 'open.card_id', 'card.id')
    .where('customers.removed_at', 'is not', null)
    .where('open.last_day', '>=', parameter<LocalDate>('today'))
    .select((of) => [age.as('age'), of.fn.countAll<number>().as('cards'), of.fn.sum<number | null>('open.uses_left').as('uses')])
    .select(worth.as('worth'))
    .groupBy(age),
);

export interface OpenOfAge {
  readonly age: CardAge;
  readonly cards: number;
  readonly uses: number;
  readonly worthCents: Cents;
}

/** What is open of the cards of each age; an age without cards is left out. */
export const sumOpenCards = (database: StoreDatabase, days: Days): OpenOfAge[] => {
  const removed = new Map(inBin.rows(database, days).map((row) => [row.age, row]));
  return byAge.rows(database, days).flatMap((row) => {
    const less = removed.get(row.age);
    const count = row.cards - (less?.cards ?? 0);
    const uses = (row.uses ?? 0) - (less?.uses ?? 0);
    return count === 0 ? [] : [{ age: row.age, cards: count, uses, worthCents: cents((row.worth ?? 0) - (less?.worth ?? 0)) }];
  });
};

interface Until {
  today: LocalDate;
  until: LocalDate;
}
export interface LapsingCard {
  card_id: CountCardId;
  customer_id: CustomerId;
  customer_name: string;
  number: string;
  name: string;
  uses_left: number | null;
  last_day: LocalDate;
}
const lapsing = sqlite
  .selectFrom('open_count_cards as open')
  .innerJoin('count_cards as card', 'card.id', 'open.card_id')
  .innerJoin('customers', 'customers.id', 'card.customer_id')
  .where('open.last_day', '>=', parameter<LocalDate>('today'))
  .where('open.last_day', '<=', parameter<LocalDate>('until'))
  .where('customers.removed_at', 'is', null);
const page = hotQuery<Until & { limit: number; offset: number }, LapsingCard>(
  lapsing
    .select(['open.card_id', 'card.customer_id', 'customers.name as customer_name', 'card.number', 'card.name'])
    .select(['open.uses_left', 'open.last_day'])
    .orderBy('open.last_day')
    .orderBy('open.card_id')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const total = hotQuery<Until, { total: number }>(lapsing.select((of) => of.fn.countAll<number>().as('total')));

/** Cards whose last day comes up to that day, soonest first, and how many there are. */
export const listLapsingCards = (
  database: StoreDatabase,
  until: Until,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { readonly total: number; readonly rows: LapsingCard[] } => ({
  total: total.first(database, until)?.total ?? 0,
  rows: page.rows(database, { ...until, limit, offset }),
});

/** The SQL of the reads above, so that their plans can be asserted. */
export const openCardQueries = { byAge: byAge.sql, inBin: inBin.sql, page: page.sql, total: total.sql };
