import type { TFunction } from 'i18next';
import { builtInRoles, permissionsOfRole } from '../../shared/contract/roles.ts';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { zhCN } from '../text/zh-CN.ts';
import { firstOwnIssueText } from './formErrors.ts';

const limitsSchema = z.object({
  limitBytes: z.number().optional(),
  limitRows: z.number().optional(),
  limitCells: z.number().optional(),
  limitSheets: z.number().optional(),
});
const scalarsSchema = z.record(z.string(), z.unknown());

/** Lists such as the known columns read as one text; anything that is no figure or text stays out of the sentence. */
const wordable = (details: unknown): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(scalarsSchema.catch({}).parse(details)).flatMap(([key, value]): [string, string | number][] => {
      if (typeof value === 'string' || typeof value === 'number') return [[key, value]];
      return Array.isArray(value) ? [[key, value.filter((item) => typeof item === 'string').join(', ')]] : [];
    }),
  );

const limitText = (t: TFunction, details: unknown): string => {
  const { limitBytes, limitRows, limitCells, limitSheets } = limitsSchema.catch({}).parse(details);
  if (limitRows !== undefined) return t('errors.unit.rows', { count: limitRows });
  if (limitCells !== undefined) return t('errors.unit.cells', { count: limitCells });
  if (limitSheets !== undefined) return t('errors.unit.sheets', { count: limitSheets });
  return limitBytes === undefined ? '' : t('errors.unit.bytes', { count: Math.round(limitBytes / 1_000_000) });
};

/** Who may, where this session may not: the built-in roles that hold the right, the owner last resort of all. */
const holdersText = (t: TFunction, permission: unknown): string => {
  const holders = builtInRoles.filter((role) => permissionsOfRole[role].some((held) => held === permission));
  return (holders.length === 0 ? (['owner'] as const) : holders)
    .map((role) => t(`staff.role.${role}`))
    .join(t('common.listSeparator'));
};

const reasons = zhCN.errors.reason;
/** Whether there is a sentence for a conflict's reason: the words themselves say which there are. */
const isTold = (reason: unknown): reason is keyof typeof reasons => typeof reason === 'string' && Object.hasOwn(reasons, reason);

/** What happened and what to do now, in the reader's language. Anything but an AppError reads as an inner failure. */
export const errorText = (t: TFunction, error: unknown): string => {
  if (!(error instanceof AppError)) return t('errors.internal');
  const { code, details } = error;
  const { reason } = details;
  if (code === 'conflict' && isTold(reason))
    return t(`errors.reason.${reason}`, {
      name: '',
      days: '',
      most: '',
      number: '',
      triesLeft: '',
      waitSeconds: '',
      ...wordable(details),
    });
  const issue = code === 'bad_input' ? firstOwnIssueText(t, details) : null;
  if (issue !== null) return t('errors.badInputBecause', { issue });
  if (code === 'not_permitted') return t('errors.not_permitted', { roles: holdersText(t, details['permission']) });
  // The last free try is spent: from here on it is the wait that matters.
  const isNowWaiting = code === 'pin_wrong' && details['triesLeft'] === 0;
  return t(`errors.${isNowWaiting ? 'pin_wait' : code}`, {
    triesLeft: '',
    commits: '',
    waitSeconds: '',
    name: '',
    balance: '',
    wanted: '',
    line: '',
    column: '',
    field: '',
    version: '',
    file: '',
    supported: '',
    ...wordable(details),
    limit: limitText(t, details),
  });
};
