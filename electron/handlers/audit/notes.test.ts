import { describe, expect, it } from 'vitest';
import { clearValue } from './notes.ts';

describe('what goes into an entry of the audit log (S7, R192)', () => {
  it('bears no phone, however it was typed: whole, parted, full-width, deep inside', () => {
    const details = {
      note: '回电 138-1234-5678',
      before: ['１３８ １２３４ ５６７８', { reason: '(0571) 8888 7777' }],
      '13812345678': '+86 138.1234.5678',
    };
    const kept = JSON.stringify(clearValue(details)).normalize('NFKC');
    expect(kept.replaceAll(/\D/g, '')).toBe('');
    expect(kept).toContain('回电 [number]');
  });

  it('leaves no beginning of a phone where a long text is cut', () => {
    expect(clearValue(`${'长'.repeat(196)}13812345678`)).toBe(`${'长'.repeat(196)}[num`);
  });

  it('keeps days, counts, amounts and ids', () => {
    const details = { on: '2026-11-21', file: 'regulars-shop-2026-11-21-1000.rgbackup', points: 1_234_567 };
    expect(clearValue(details)).toEqual(details);
    expect(clearValue('01920000-0000-7000-8000-000000000001')).toBe('01920000-0000-7000-8000-000000000001');
  });
});
