import { fc, test } from '@fast-check/vitest';
import { sep } from 'node:path';
import { describe, expect } from 'vitest';
import { isAppPage, pageFile } from './page.ts';

const folder = `${sep}shop${sep}renderer`;

describe('the page server', () => {
  test('hands out files of the page', () => {
    expect(pageFile(folder, 'app://regulars/')).toBe(`${folder}${sep}index.html`);
    expect(pageFile(folder, 'app://regulars/%2e%2e/%2e%2e/etc/passwd')).toBe([folder, 'etc', 'passwd'].join(sep));
    expect(pageFile(folder, 'app://regulars/assets/a.js?x#y')).toBe(`${folder}${sep}assets${sep}a.js`);
  });

  test.each([
    'app://regulars/..%2f..%2fetc%2fpasswd',
    'app://regulars/..%5c..%5csecret',
    'app://regulars/%00',
    'app://regulars/%',
    'app://other/index.html',
    'file:///etc/passwd',
    'no address',
  ])('never hands out %s', (address) => {
    expect(pageFile(folder, address)).toBeUndefined();
  });

  test.prop([fc.array(fc.constantFrom('..', '%2e%2e', '.', '%2f', '/', '%5c', 'a', '%00', '//'), { maxLength: 12 })])(
    'stays inside its folder whatever the path',
    (parts) => {
      const file = pageFile(folder, `app://regulars/${parts.join('/')}`);
      expect(file === undefined || file.startsWith(folder + sep)).toBe(true);
    },
  );
});

test('only our own page is a place to go', () => {
  expect(isAppPage('app://regulars/index.html#/customers?x=1')).toBe(true);
  expect(isAppPage('app://regulars.evil/index.html')).toBe(false);
  expect(isAppPage('https://regulars/index.html')).toBe(false);
  expect(isAppPage('app://regulars/assets/a.js')).toBe(false);
});
