import type { TFunction } from 'i18next';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { zhCN } from '../text/zh-CN.ts';

const issueSchema = z.object({
  path: z.union([z.array(z.union([z.string(), z.number()])).transform((path) => path.join('.')), z.string()]),
  message: z.string().catch(''),
});
const issuesSchema = z.object({ issues: z.array(issueSchema) });

/** Those that name a length or a bound are worded where it is known. */
const { too_long: _tooLong, too_small: _tooSmall, too_big: _tooBig, ...ownIssues } = zhCN.errors.issue;
/** Whether a message is one of our own codes: the words themselves say which there are. */
const isOwn = (message: string): message is keyof typeof ownIssues => Object.hasOwn(ownIssues, message);

/** The sentence of the first refusal that is one of our own, or null: for where no field stands to show it at. */
export const firstOwnIssueText = (t: TFunction, details: unknown): string | null => {
  const issues = issuesSchema.safeParse(details).data?.issues ?? [];
  const own = issues.map(({ message }) => message).find(isOwn);
  return own === undefined ? null : t(`errors.issue.${own}`);
};

/** The sentence beside a field for an issue's message: our own codes by name, anything of zod's as "not right". */
export const issueText = (t: TFunction, message: string): string => t(`errors.issue.${isOwn(message) ? message : 'invalid'}`);

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
