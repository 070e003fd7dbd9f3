import { describe, expect, it } from 'vitest';
import { createUndoStack } from './undoStack.ts';

const entry = (label: string) => ({ label, undo: () => Promise.resolve() });

describe('the undo stack', () => {
  it('gives back the latest first', () => {
    const stack = createUndoStack();
    stack.push(entry('a'));
    stack.push(entry('b'));
    expect(stack.take()?.label).toBe('b');
    expect(stack.take()?.label).toBe('a');
    expect(stack.take()).toBeNull();
  });
  it('undoes each thing once, whether by key or by its toast', () => {
    const stack = createUndoStack();
    const first = entry('a');
    stack.push(first);
    stack.push(entry('b'));
    expect(stack.take(first)?.label).toBe('a');
    expect(stack.take(first)).toBeNull();
    expect(stack.take()?.label).toBe('b');
  });
  it('forgets what lies too deep', () => {
    const stack = createUndoStack();
    for (let index = 0; index < 30; index += 1) stack.push(entry(String(index)));
    let count = 0;
    while (stack.take() !== null) count += 1;
    expect(count).toBe(20);
  });
});
