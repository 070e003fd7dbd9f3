import { expect, test } from 'vitest';
import { parseShellArguments } from './arguments.ts';

test('our options are found among the switches of Chromium and the app folder', () => {
  const argv = ['electron', '--no-sandbox', '--inspect=0', '.', '--store', 'a b.db', '--demo', '--lang=en'];
  expect(parseShellArguments(argv)).toEqual({
    store: 'a b.db',
    isDemo: true,
    userData: undefined,
    language: 'en',
    today: undefined,
  });
});

test('without options the default store opens in the language of the settings', () => {
  expect(parseShellArguments(['electron', '.'])).toEqual({
    store: undefined,
    isDemo: false,
    userData: undefined,
    language: undefined,
    today: undefined,
  });
});

test('a language that we do not have is ignored', () => {
  expect(parseShellArguments(['electron', '--lang', 'xx']).language).toBeUndefined();
});

test('a run can pretend to be on another day; what is no day is ignored', () => {
  expect(parseShellArguments(['electron', '.', '--today', '1998-07-01']).today).toBe('1998-07-01');
  expect(parseShellArguments(['electron', '.', '--today=2027-02-30']).today).toBeUndefined();
});
