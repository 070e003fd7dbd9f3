import { expect, test } from 'vitest';
import { keptKeys, optionsProblem } from './ownFields.ts';

const before = [
  { key: 'shade', kind: 'text' },
  { key: 'time', kind: 'number' },
] as const;
const keys = (...given: readonly { key: string | null; kind: 'text' | 'number' }[]) => {
  let made = 0;
  return keptKeys<'text' | 'number'>(before, given, () => {
    made += 1;
    return `new ${made}`;
  });
};

test('a field keeps its key in any place; a new one, one of another kind and one that stands twice get their own', () => {
  expect(keys({ key: 'time', kind: 'number' }, { key: 'shade', kind: 'text' })).toEqual(['time', 'shade']);
  expect(keys({ key: null, kind: 'text' }, { key: 'time', kind: 'text' })).toEqual(['new 1', 'new 2']);
  expect(keys({ key: 'shade', kind: 'text' }, { key: 'shade', kind: 'text' })).toEqual(['shade', 'new 1']);
  // Taken away before, and back by an undo.
  expect(keys({ key: 'gone', kind: 'text' })).toEqual(['gone']);
});

test('a choice needs options, each once', () => {
  expect([optionsProblem([]), optionsProblem(['a', 'a']), optionsProblem(['a', 'b'])]).toEqual([
    'options_needed',
    'option_twice',
    null,
  ]);
});
