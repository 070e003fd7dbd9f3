import type { TFunction } from 'i18next';
import { AppError } from '../../../../shared/errors.ts';
import { formErrors } from '../../../ipc/formErrors.ts';

/** What the store refused about a customer, at the fields it concerns. Empty when it is no field's fault. */
export const customerErrors = (t: TFunction, error: unknown, prefix: string): Record<string, string> =>
  error instanceof AppError && error.code === 'conflict' && error.details['reason'] === 'card_taken'
    ? { cardNo: t('customers.form.cardTaken') }
    : formErrors(t, error, prefix);
