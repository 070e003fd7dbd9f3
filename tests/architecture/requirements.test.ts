import { describe, expect, it } from 'vitest';
import { idsNamedIn, listRequirements, parseRequirements, testsById } from '../../scripts/tools/requirements.ts';

describe('the list of requirements', () => {
  const ids = listRequirements().map(({ id }) => id);

  it('holds every requirement of the trade once, and those of the peers', () => {
    const own = ids.filter((id) => id.startsWith('R'));
    expect(own).toEqual(Array.from({ length: 203 }, (_, index) => `R${String(index + 1).padStart(3, '0')}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('X'))).toHaveLength(67);
  });

  it('knows every id that a test names', () => {
    const unknown = [...testsById().keys()].filter((id) => !ids.includes(id));
    expect(unknown).toEqual([]);
  });

  it('refuses a line that is no requirement', () => {
    expect(() => parseRequirements('R001 MAYBE something\n')).toThrow('not a requirement');
  });

  it('finds ids as whole words only', () => {
    const text = ['R', '021 and X', '04, but not PR', '0215'].join('');
    expect([...idsNamedIn(text)]).toEqual(['R021', 'X04']);
  });
});
