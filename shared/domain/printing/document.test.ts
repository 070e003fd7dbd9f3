import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { printedDocument } from './document.ts';

const document = (text: string): string =>
  printedDocument({
    language: 'en',
    title: text,
    intro: [text],
    sections: [
      { title: text, text, facts: [[text, text]] },
      { title: 'x', table: { headers: [text], rows: [[text]] } },
    ],
  });

describe('the page a customer is given (R194)', () => {
  it('holds nothing that could run, whatever a field says', () => {
    const html = document('<script>alert(1)</script><img src=x onerror="a()">\'');
    expect(html).not.toMatch(/<script|<img|onerror="/);
    expect(html).toContain('&#60;script&#62;');
  });

  test.prop([fc.string({ unit: 'grapheme' })])('says every text, escaped, and has no other tags than its own', (text) => {
    const tags = [...document(text).matchAll(/<\/?([a-z0-9!]+)/gi)].map((found) => found[1]?.toLowerCase());
    const known = 'html head meta title style body h1 h2 p section table thead tbody tr th td br !doctype'.split(' ');
    expect(tags.filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
  });

  it('says so where there is nothing', () => {
    const sections = [{ title: 'Points', table: { headers: ['a'], rows: [] }, empty: 'None yet.' }];
    expect(printedDocument({ language: 'en', title: 'x', intro: [], sections })).toContain('None yet.');
  });
});
