import { expect, test } from 'vitest';
import type { SegmentGroup } from '../../../shared/domain/segments/conditions.ts';
import { addTo, changeAt, emptyTree, firstCondition } from './tree.ts';

const inner: SegmentGroup = { test: 'group', match: 'any', items: [firstCondition] };

test('a condition is added to the group it was asked for, and to no other', () => {
  const nested = addTo(emptyTree, [], inner);
  expect(nested.items).toEqual([firstCondition, inner]);
  expect(addTo(nested, [1], firstCondition).items[1]).toEqual({ ...inner, items: [firstCondition, firstCondition] });
});

test('a group that is left empty goes, the outermost stays', () => {
  const nested = addTo(emptyTree, [], inner);
  expect(changeAt(nested, [1, 0], () => null).items).toEqual([firstCondition]);
  expect(changeAt(emptyTree, [0], () => null)).toEqual({ ...emptyTree, items: [] });
});

test('what is changed is changed in its place', () => {
  const flag = { test: 'flag', flag: 'vip', is: true } as const;
  expect(changeAt(addTo(emptyTree, [], inner), [1, 0], () => flag).items[1]).toEqual({ ...inner, items: [flag] });
  expect(changeAt(emptyTree, [], (group) => (group.test === 'group' ? { ...group, match: 'none' } : group)).match).toBe('none');
});
