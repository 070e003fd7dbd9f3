import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');

/** All text files that are or are about to be part of the project. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(
    (path) =>
      /\.(ts|tsx|mjs|cjs|js|json|yml|html|css|md|svg)$|^\.(npmrc|gitignore)$|^\.ci\//.test(path) &&
      existsSync(resolve(root, path)),
  );

const holders = (pattern: RegExp, among = files) =>
  among.filter((path) => pattern.test(readFileSync(resolve(root, path), 'utf8')));

// Put together, so that this file does not find itself.
const word = (...parts: string[]) => parts.join('');

describe('the sources', () => {
  test('suppress no check', () => {
    const comments = [
      word('@ts-', 'ignore'),
      word('@ts-', 'expect-error'),
      word('@ts-', 'nocheck'),
      word('lint-', 'disable'),
      word('prettier-', 'ignore'),
    ];
    expect(holders(new RegExp(comments.join('|')))).toEqual([]);
  });

  test('leave nothing to be done later', () => {
    expect(holders(new RegExp(`\\b(${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('X', 'XX')})\\b`))).toEqual([]);
  });

  test('skip or single out no test', () => {
    const marks = new RegExp(
      `\\b(test|it|describe)\\.(${word('sk', 'ip')}|${word('on', 'ly')}|${word('to', 'do')}|${word('fix', 'me')})\\b`,
    );
    expect(holders(marks)).toEqual([]);
  });

  test('name no folder of the machine they were written on', () => {
    const folders = [word('/ro', 'ot/'), word('/wo', 'rk/')];
    expect(holders(new RegExp(folders.join('|')))).toEqual([]);
  });

  test('name no package registry: whichever the user has set up is the one', () => {
    expect(holders(new RegExp(word('registry\\.[a-z]+\\.', '(org|com)|npm', 'js\\.(com|org)|unp', 'kg')))).toEqual([]);
  });

  test('pin every package exactly', () => {
    const manifest: unknown = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
    const ranges = JSON.stringify(manifest).match(/"[^"]+":"[\^~>*][^"]*"/g) ?? [];
    expect(ranges).toEqual(['"node":">=22.18"']);
  });
});
