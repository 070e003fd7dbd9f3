import type { TFunction } from 'i18next';
import { AppError } from '../../../../shared/errors.ts';
import { formErrors } from '../../../ipc/formErrors.ts';

const own = ['refers_to_self', 'unknown_customer', 'hours_order'] as const;

const messagesOf = (error: AppError): Map<string, string> => {
  const issues: unknown = error.details['issues'];
  if (!Array.isArray(issues)) return new Map();
  return new Map(
    issues.flatMap((issue: unknown): [string, string][] =>
      typeof issue === 'object' && issue !== null && 'path' in issue && 'message' in issue && typeof issue.message === 'string'
        ? [[Array.isArray(issue.path) ? issue.path.join('.') : String(issue.path), issue.message]]
        : [],
    ),
  );
};

/** What the store refused about a customer, at the fields it concerns. Empty when it is no field's fault. */
export const customerErrors = (t: TFunction, error: unknown, prefix: string): Record<string, string> => {
  if (!(error instanceof AppError)) return {};
  if (error.code === 'conflict' && error.details['reason'] === 'card_taken') return { cardNo: t('customers.form.cardTaken') };
  const messages = messagesOf(error);
  return Object.fromEntries(
    Object.entries(formErrors(t, error, prefix)).map(([field, text]) => {
      const code = own.find((known) => known === messages.get(`${prefix}${field}`));
      return [field, code === undefined ? text : t(`customers.form.refused.${code}`)];
    }),
  );
};
