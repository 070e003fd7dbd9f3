import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, bytesOf } from './base64.ts';

test('bytes come back from base64 as they were, however many (X25)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect([...bytesOf(base64Of(bytes))]).toEqual([...bytes]);
    }),
  );
  const long = Uint8Array.from({ length: 100_001 }, (_, index) => index % 251);
  expect(bytesOf(base64Of(long))).toEqual(long);
});
