import { describe, expect, test } from 'vitest';
import { appointmentEventQueries } from '../../electron/store/appointmentEvents.ts';
import { appointmentQueries } from '../../electron/store/appointments.ts';
import { plainRows } from '../../electron/store/database.ts';
import { queueQueries } from '../../electron/store/queue.ts';
import { rosterQueries } from '../../electron/store/rosters.ts';
import { waitlistQueries } from '../../electron/store/waitlist.ts';
import { openTestStore } from '../helpers/store.ts';

const names = ['id', 'from', 'to', 'on', 'day', 'staffId', 'resourceId', 'customerId', 'seriesId', 'changeId'];
const values = { ...Object.fromEntries(names.map((name) => [name, ''])), at: 0, offset: 0, limit: 1 };
const planOf = (text: string): string[] => {
  const store = openTestStore();
  try {
    return plainRows<{ detail: string }>(store.database, `EXPLAIN QUERY PLAN ${text}`, values).map(({ detail }) => detail);
  } finally {
    store.close();
  }
};

const prefixed = (area: string, queries: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(queries).map(([name, text]) => [`${area}.${name}`, text]);
const all = [
  ...prefixed('appointments', appointmentQueries),
  ...prefixed('events', appointmentEventQueries),
  ...prefixed('queue', queueQueries),
  ...prefixed('rosters', rosterQueries),
  ...prefixed('waitlist', waitlistQueries),
];

describe('the cost of the diary does not grow with the shop’s history (R049, X34, P13)', () => {
  test.each(all)('%s walks through no table', (_name, text) => {
    const plan = planOf(text);
    expect(plan.length).toBeGreaterThan(0);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  });

  test.each([
    ['a day', appointmentQueries.between, 'appointments_by_day'],
    ['what a slot would meet', appointmentQueries.occupying, 'appointments_by_day'],
    ['what a customer has ahead', appointmentQueries.upcoming, 'appointments_by_customer'],
    ['the timeline', appointmentQueries.timeline, 'appointments_by_change'],
  ])('%s is read from its own index, in its order', (_name, text, index) => {
    const whole = planOf(text);
    // The telephone number is looked up for each row, among the few ways to reach one person.
    const plan = whole.slice(
      0,
      whole.findIndex((step) => step.startsWith('CORRELATED')),
    );
    expect(plan[0]).toContain(index);
    expect(plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
  });
});
