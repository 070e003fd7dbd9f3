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
