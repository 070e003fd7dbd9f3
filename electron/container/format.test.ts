import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { lockChunk, makeFileKey, openChunk } from './format.ts';

test('S4: a chunk opens at its own place and as what it is: neither another counter nor a moved end mark is taken', () => {
  const key = makeFileKey();
  const content = randomBytes(5000);
  for (const isLast of [false, true]) {
    const locked = Buffer.concat(lockChunk(key, 3, isLast, content));
    expect(openChunk(key, 3, isLast, locked).equals(content)).toBe(true);
    expect(() => openChunk(key, 3, !isLast, locked)).toThrow('backup_invalid');
    expect(() => openChunk(key, 4, isLast, locked)).toThrow('backup_invalid');
    expect(() => openChunk(makeFileKey(), 3, isLast, locked)).toThrow('backup_invalid');
  }
});
