import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isReachable, readWindowState, saveWindowState } from './windowState.ts';

const state = { x: 10, y: 20, width: 1366, height: 768, isMaximized: false, zoom: 1.25 };
const file = () => join(mkdtempSync(join(tmpdir(), 'regulars-window-')), 'window.json');

test('the window comes back where it was', async () => {
  const target = file();
  await saveWindowState(target, state);
  expect(readWindowState(target)).toEqual(state);
  expect(readdirSync(join(target, '..'))).toEqual(['window.json']);
});

test.each(['', '{', '{"x":"far"}', JSON.stringify({ ...state, width: 1 }), JSON.stringify({ ...state, zoom: 99 })])(
  'a state that makes no sense is forgotten: %s',
  (text) => {
    const target = file();
    writeFileSync(target, text);
    expect(readWindowState(target)).toBeUndefined();
  },
);

test('a window on a screen that is gone is not reachable', () => {
  const screen = { x: 0, y: 0, width: 1366, height: 768 };
  expect(isReachable(state, [screen])).toBe(true);
  expect(isReachable({ ...state, x: 2000 }, [screen])).toBe(false);
  expect(isReachable({ ...state, x: 1300 }, [screen])).toBe(false);
});
