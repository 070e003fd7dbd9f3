import type { FormErrors } from '@mantine/form';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { issueText } from '../ipc/formErrors.ts';

const sentence = (t: TFunction, issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_small' && issue.origin === 'string') return t('errors.issue.required');
  if (issue.code === 'too_big' && issue.origin === 'string') return t('errors.issue.too_long', { limit: Number(issue.maximum) });
  if (issue.code === 'too_small') return t('errors.issue.too_small', { limit: Number(issue.minimum) });
  if (issue.code === 'too_big') return t('errors.issue.too_big', { limit: Number(issue.maximum) });
  return issueText(t, issue.message);
};

/**
 * `useForm({ validate: validateBy(t, schema) })`: the contract's own schema as the form's rules, worded beside each field.
 * (Mantine's `schemaResolver` does the same but shows zod's own English messages.)
 */
export const validateBy =
  (t: TFunction, schema: z.ZodType) =>
  (values: unknown): FormErrors => {
    const answer = schema.safeParse(values);
    return answer.success
      ? {}
      : Object.fromEntries(answer.error.issues.map((issue) => [issue.path.join('.'), sentence(t, issue)]));
  };
