import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { packEntries, unpackEntries } from './entries.ts';

const part = fc.oneof(fc.string(), fc.constantFrom(' | ', '\\', '|', '\n', '\\n', ' ', 'a\r\nb'));

test.prop([fc.array(fc.array(part, { minLength: 2, maxLength: 4 }), { maxLength: 4 })])(
  'entries of any text come back from their cell',
  (entries) => {
    expect(unpackEntries(packEntries(entries))).toEqual(entries);
  },
);

test.prop([fc.array(fc.array(part, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })], {
  examples: [[[['', '']]]],
})('a cell whose outer blanks were trimmed still has all its parts', (entries) => {
  const filled = entries.map((parts) => parts.map((text) => text.trim()));
  expect(unpackEntries(packEntries(filled).replaceAll(/^ +| +$/g, ''))).toEqual(filled);
});
