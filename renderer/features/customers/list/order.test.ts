import { expect, test } from 'vitest';
import { nextOrder } from './order.ts';

test('a column is first ordered as one wants to read it, and turned round by a second click', () => {
  const byVisit = { sort: 'last_visit', direction: 'descending' } as const;
  const byName = nextOrder(byVisit, 'name');
  expect(byName).toEqual({ sort: 'name', direction: 'ascending' });
  expect(nextOrder(byName, 'name')).toEqual({ sort: 'name', direction: 'descending' });
  expect(nextOrder(byName, 'spend')).toEqual({ sort: 'spend', direction: 'descending' });
});
