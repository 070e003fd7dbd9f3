import { describe, expect, it } from 'vitest';
import { globalKeyOf, type KeyPress } from './keys.ts';

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key: code,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('global keys', () => {
  it('opens the visit from anywhere, also while typing', () => {
    expect(globalKeyOf(press('F2'), true)).toEqual({ to: 'visit' });
  });
  it('leaves a slash that is typed into a field alone', () => {
    expect(globalKeyOf(press('Slash', { key: '/' }), true)).toBeNull();
    expect(globalKeyOf(press('Slash', { key: '/' }), false)).toEqual({ to: 'search' });
  });
  it('knows the key under a Chinese input method', () => {
    expect(globalKeyOf(press('Slash', { key: '、' }), false)).toEqual({ to: 'search' });
    expect(globalKeyOf(press('Slash', { key: '?', shiftKey: true }), false)).toEqual({ to: 'keys' });
  });
  it('undoes the last thing done only outside of fields', () => {
    expect(globalKeyOf(press('KeyZ', { ctrlKey: true }), false)).toEqual({ to: 'undo' });
    expect(globalKeyOf(press('KeyZ', { ctrlKey: true }), true)).toBeNull();
  });
  it('goes to a menu page by Alt and its number', () => {
    expect(globalKeyOf(press('Digit3', { altKey: true }), false)).toEqual({ to: 'menu', index: 2 });
    expect(globalKeyOf(press('Digit0', { altKey: true }), false)).toEqual({ to: 'menu', index: 9 });
    expect(globalKeyOf(press('Minus', { altKey: true }), true)).toEqual({ to: 'menu', index: 10 });
    expect(globalKeyOf(press('Equal', { altKey: true }), true)).toEqual({ to: 'menu', index: 11 });
    expect(globalKeyOf(press('BracketLeft', { altKey: true }), false)).toBeNull();
    expect(globalKeyOf(press('Digit3'), false)).toBeNull();
  });
});
