import type { LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { DailyNumbersTable } from './schema/sales.ts';

interface Wanted {
  kind: DailyNumbersTable['kind'];
  businessDate: LocalDate;
}

const next = hotQuery<Wanted, { last: number }>(
  sqlite
    .insertInto('daily_numbers')
    .values({ kind: parameter('kind'), business_date: parameter('businessDate'), last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'business_date']).doUpdateSet((of) => ({ last: of('daily_numbers.last', '+', 1) })),
    )
    .returning('last'),
);

/** Takes the next number of its kind of that day, from 1; none is given twice, and one that was taken back is not given again. */
export const takeDailyNumber = (database: StoreDatabase, kind: Wanted['kind'], businessDate: LocalDate): number =>
  next.first(database, { kind, businessDate })?.last ?? 1;
