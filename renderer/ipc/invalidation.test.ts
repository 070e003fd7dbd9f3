import { describe, expect, it } from 'vitest';
import { isTouched } from './invalidation.ts';

describe('invalidation', () => {
  it('reads lists again after a visit of anyone', () => {
    expect(isTouched(['customers.list', { text: '' }], ['visits'], ['a'])).toBe(true);
    expect(isTouched(['callbacks.today', {}], ['visits'], ['a'])).toBe(true);
  });
  it("spares another customer's card", () => {
    expect(isTouched(['customers.findById', { customerId: 'b' }], ['visits'], ['a'])).toBe(false);
    expect(isTouched(['customers.findById', { customerId: 'a' }], ['visits'], ['a'])).toBe(true);
  });
  it('reads every card again when it is not said who changed', () => {
    expect(isTouched(['customers.findById', { customerId: 'b' }], ['customers'], null)).toBe(true);
  });
  it('leaves what does not show the topic alone', () => {
    expect(isTouched(['backups.status', {}], ['visits'], null)).toBe(false);
  });
  it('reads everything again after another store was put in place', () => {
    expect(isTouched(['backups.status', {}], ['store'], ['a'])).toBe(true);
    expect(isTouched(['customers.findById', { customerId: 'b' }], ['store'], ['a'])).toBe(true);
  });
});
