import type { TFunction } from 'i18next';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';

const issueSchema = z.object({
  path: z.union([z.array(z.union([z.string(), z.number()])).transform((path) => path.join('.')), z.string()]),
  message: z.string().catch(''),
});
const issuesSchema = z.object({ issues: z.array(issueSchema) });

const ownIssues = [
  'time_missing',
  'no_such_day',
  'date_empty',
  'day_without_month',
  'leap_needs_lunar',
  'amount_too_large',
  'points_zero',
  'time_zone_unknown',
  'phone_invalid',
  'cannot_join',
  'refers_to_self',
  'unknown_customer',
  'hours_order',
  'active_before_semi_active',
  'dormant_before_give_up',
  'middle_below_high',
  'ends_before_it_begins',
  'date_in_future',
  'date_too_early',
  'time_not_in_future',
  'total_too_large',
  'field_twice',
  'field_not_in_form',
  'field_not_asked',
  'nothing_typed',
  'field_not_proposed',
  'code_missing',
  'name_missing',
  'too_many_columns',
  'field_not_of_type',
  'field_not_a_choice',
  'figure_invalid',
  'plate_invalid',
  'vin_invalid',
  'before_renewal',
  'label_missing',
  'type_fixed',
  'required',
  'same_tag',
  'wrong_type',
  'unknown_option',
  'option_twice',
  'options_needed',
  'options_unfit',
  'too_many_options',
  'no_such_age',
  'not_a_phone',
  'not_an_email',
  'contact_twice',
  'single_day_needs_all',
  'staff_left',
] as const;

/** The sentence of the first refusal that is one of our own, or null: for where no field stands to show it at. */
export const firstOwnIssueText = (t: TFunction, details: unknown): string | null => {
  const issues = issuesSchema.safeParse(details).data?.issues ?? [];
  const own = ownIssues.find((code) => issues.some(({ message }) => message === code));
  return own === undefined ? null : t(`errors.issue.${own}`);
};

/** The sentence beside a field for an issue's message: our own codes by name, anything of zod's as "not right". */
export const issueText = (t: TFunction, message: string): string => {
  const own = ownIssues.find((code) => code === message);
  return t(`errors.issue.${own ?? 'invalid'}`);
};

/**
 * The fields a `bad_input` names, as @mantine/form wants them: `form.setErrors(formErrors(t, error))`. The path is relative to
 * the operation's input; `prefix` ('changes.') is taken off. Empty when the error is another one: show it as a toast then.
 */
export const formErrors = (t: TFunction, error: unknown, prefix = ''): Record<string, string> => {
  if (!(error instanceof AppError) || error.code !== 'bad_input') return {};
  const parsed = issuesSchema.safeParse(error.details);
  if (!parsed.success) return {};
  return Object.fromEntries(
    parsed.data.issues.map(({ path, message }) => [
      path.startsWith(prefix) ? path.slice(prefix.length) : path,
      issueText(t, message),
    ]),
  );
};
