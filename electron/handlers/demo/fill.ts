import { makeDemoVisits, thinVisits } from '../../../shared/domain/demo/history.ts';
import { makeDemoPerson } from '../../../shared/domain/demo/person.ts';
import type { DemoOptions } from '../../../shared/domain/demo/person.ts';
import { addDays } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { forgetSearchIndex } from '../../store/searchIndex.ts';
import { refreshSummaries } from '../../store/summaries.ts';
import { makeMinuteClock } from './clock.ts';
import { writeContacts } from './contacts.ts';
import { writePeople } from './people.ts';
import { writeProducts, writeStaff } from './shop.ts';
import type { DemoWriter } from './shop.ts';
import { writeTrade } from './trade.ts';

export interface DemoFill extends DemoOptions {
  readonly timeZone: string;
  readonly pointsPerHundred: number;
  /** Number of the first customer; the others follow. */
  readonly firstNumber: number;
  /** At most so many visits, spread evenly; null for all that the habits give. */
  readonly mostVisits: number | null;
}

const DAYS_PER_YEAR = 365;

/**
 * Writes an invented shop into a store that holds nobody: staff, products, people, visits in their order, points, contacts and
 * running summaries. Runs inside the caller's transaction; judging everyone is left to the engine. The same options give the
 * same shop, ids aside.
 */
export const fillWithDemo = (
  { database, newId }: { readonly database: StoreDatabase; newId(): string },
  options: DemoFill,
): { customers: number; visits: number } => {
  const minuteClock = makeMinuteClock(options.timeZone);
  const writer: DemoWriter = { database, newId, at: minuteClock };
  forgetSearchIndex(database);
  const opened: LocalDate = addDays(options.today, -options.years * DAYS_PER_YEAR - 1);
  const staff = writeStaff(writer, minuteClock(opened, 0));
  const products = writeProducts(writer, minuteClock(opened, 0));
  const people = Array.from({ length: options.customers }, (_, index) => makeDemoPerson(options, index));
  const customers = writePeople(writer, options, people, staff, options.firstNumber);
  const all = makeDemoVisits(options, people);
  const visits = options.mostVisits === null ? all : thinVisits(all, options.mostVisits);
  const ids = { staff, products, customers };
  writeTrade(writer, options, people, visits, ids);
  writeContacts(writer, options, people, visits, ids);
  refreshSummaries(database, customers);
  return { customers: customers.length, visits: visits.length };
};
