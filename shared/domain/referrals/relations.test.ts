import { describe, expect, it } from 'vitest';
import { relationOf, relations, seenFromOther } from './relations.ts';

describe('how two customers know each other (R092)', () => {
  it('reads the same from both sides, but for parents and children', () => {
    for (const relation of relations) expect(seenFromOther(seenFromOther(relation))).toBe(relation);
    expect(relations.filter((relation) => seenFromOther(relation) !== relation)).toEqual(['parent', 'child']);
    expect(seenFromOther('parent')).toBe('child');
  });

  it('takes a word it does not know for another one', () => {
    expect(relationOf('friend')).toBe('friend');
    expect(relationOf('godmother')).toBe('other');
  });
});
