import { describe, expect, it } from 'vitest';
import { localDate } from '../../shared/types/time.ts';
import { lunarDayText } from './lunarDay.ts';

describe('the lunar day in the header', () => {
  it('names the new year', () => {
    expect(lunarDayText(localDate('2026-02-17'), 'zh-CN')).toBe('正月初一');
    expect(lunarDayText(localDate('2026-02-17'), 'en')).toBe('lunar 1-1');
  });
  it('names a leap month', () => {
    expect(lunarDayText(localDate('2025-07-25'), 'zh-CN')).toBe('闰六月初一');
    expect(lunarDayText(localDate('2025-07-25'), 'en')).toBe('lunar leap 6-1');
  });
});
