import { sensitiveFields } from '../../../shared/domain/customers/sensitive.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BaseContext } from '../context.ts';
import type { FieldChanges } from './fields.ts';

const PERMISSION = 'private.income';

/** Whether the session may see income and education (R004). */
export const maySeeSensitive = ({ actor }: BaseContext): boolean => actor.permissions.includes(PERMISSION);

/** Whether a field is one of those two. */
export const isSensitive = (field: string): boolean => sensitiveFields.some((name) => name === field);

/** Throws not_permitted when a sensitive field is written without the right to. */
export const requireSensitive = (context: BaseContext, changes: FieldChanges): void => {
  if (!maySeeSensitive(context) && sensitiveFields.some((field) => changes[field] !== undefined))
    throw new AppError('not_permitted', { permission: PERMISSION });
};
