import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/text/en.ts';
import { zhCN } from '../../renderer/text/zh-CN.ts';

interface Words {
  readonly [key: string]: string | Words;
}

const leaves = (words: Words, path: readonly string[] = []): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : leaves(value, [...path, key]),
  );

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer');
const source = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('text') && !file.includes('.test.'))
  .map((file) => readFileSync(join(renderer, file), 'utf8'))
  .join('\n');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Keys as they stand in the source: whole ones, and those with a part filled in at run time. */
const whole = new Set([...source.matchAll(/['"]([\w-]+(?:\.[\w-]+)+)['"]/g)].map(([, key]) => key));
const filled = [...source.matchAll(/`([\w.-]+\.(?:[\w.-]|\$\{[^`]*?\})*)`/g)].map(
  ([, key]) =>
    new RegExp(
      `^${(key ?? '')
        .split(/\$\{.*?\}/)
        .map(escaped)
        .join(String.raw`[\w-]+(?:\.[\w-]+)*`)}$`,
    ),
);

describe('the words of the screen', () => {
  it('are all used', () => {
    const unused = leaves(zhCN)
      .map(([key]) => key.replace(/_other$/, ''))
      .filter((key) => !whole.has(key) && !filled.some((pattern) => pattern.test(key)));
    expect(unused).toEqual([]);
  });
  it('are all there in both languages, with the same blanks to fill', () => {
    const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
    const english = new Map(leaves(en));
    const different = leaves(zhCN).filter(
      ([key, text]) => text !== '' && blanks(english.get(key) ?? '{{missing}}').join(' ') !== blanks(text).join(' '),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
  it('hold no Chinese in English, and no half-width marks in Chinese', () => {
    expect(leaves(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(leaves(zhCN).filter(([, text]) => /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
