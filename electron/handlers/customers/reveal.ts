import { AppError } from '../../../shared/errors.ts';
import { findCustomerById } from '../../store/customers.ts';
import type { HandlersOf } from '../context.ts';
import { contactMethodsOf } from './card.ts';

/** One person's numbers in full, and the entry of the audit log that says who looked, and why (R192). */
export const customersReveal: Pick<HandlersOf<'customers'>, 'customers.reveal'> = {
  'customers.reveal': (context, { customerId, reason, note }) => {
    const row = findCustomerById(context.database, customerId);
    if (row === undefined) throw new AppError('not_found', { what: 'customer' });
    context.audited(note === '' ? { reason } : { reason, note });
    return {
      methods: contactMethodsOf(context, row).map(({ id, type, label, value, isPrimary, isValid }) => ({
        id,
        type,
        label,
        value,
        isPrimary,
        isValid,
      })),
    };
  },
};
