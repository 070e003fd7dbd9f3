import { describe, expect, it } from 'vitest';
import { formatPhone, formattedPosition } from './phone.ts';

describe('phone numbers', () => {
  it('groups a mobile number as people read it', () => {
    expect(formatPhone('13812345678')).toBe('138 1234 5678');
  });
  it('leaves other numbers as they were typed', () => {
    expect(formatPhone('010-6552 9988')).toBe('010-6552 9988');
    expect(formatPhone('+85291234567')).toBe('+85291234567');
  });
  it('marks the same digits after formatting', () => {
    const phone = '13812345678';
    const marked = (start: number, end: number) =>
      formatPhone(phone).slice(formattedPosition(phone, start), formattedPosition(phone, end)).replaceAll(' ', '');
    for (let start = 0; start < 11; start += 1)
      for (let end = start + 1; end <= 11; end += 1) expect(marked(start, end)).toBe(phone.slice(start, end));
  });
});
