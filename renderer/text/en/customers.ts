import type { customers as chinese } from '../zh-CN/customers.ts';
import type { Translated } from '../translated.ts';

/** Words of the customers area. */
export const customers: Translated<typeof chinese> = {
  title: 'Customers',
};
